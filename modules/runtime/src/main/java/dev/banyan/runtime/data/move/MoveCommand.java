package dev.banyan.runtime.data.move;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.security.Sealer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** {@code move <module> --to <url>}: tells each table that moved on the standard output, and why nothing moves in one sentence on the other. */
public final class MoveCommand {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUNDERSTOOD = 2;

    private MoveCommand() {}

    /** Returns the exit code. May be repeated, whatever became of it. */
    public static int run(String... words) {
        try {
            var arguments = MoveArguments.parse(words);
            return refusable(arguments);
        } catch (IllegalArgumentException misunderstood) {
            System.err.println(misunderstood.getMessage());
            return MISUNDERSTOOD;
        }
    }

    private static int refusable(MoveArguments arguments) {
        try {
            move(arguments);
            return DONE;
        } catch (MoveRefusedException | StartRefusedException refused) {
            System.err.println("Banyan did not move '%s': %s".formatted(arguments.module(), refused.getMessage()));
        } catch (DataAccessException | TransactionException failure) {
            System.err.println("Banyan did not move '%s': a database failed: %s; the same again goes on or starts over."
                    .formatted(arguments.module(), MoveRefusedException.reason(failure)));
        }
        return REFUSED;
    }

    private static void move(MoveArguments arguments) {
        var module = arguments.module();
        var modules = HostedModules.read().keySet();
        if (!modules.contains(module)) {
            throw new MoveRefusedException(
                    "there is none of that name; the modules are %s.".formatted(String.join(", ", modules)));
        }
        try (var settings = new MoveSettings(environment(arguments))) {
            move(module, settings, settings.sealer());
        }
    }

    private static void move(String module, MoveSettings settings, Sealer sealer) {
        try (var source = settings.open("from", module);
                var target = settings.open("to", module)) {
            var action = new ModuleMove(module, source, target, sealer, System.out::println, MoveHook.NONE).run();
            System.out.println(conclusion(action, module, source, target, settings));
        }
    }

    private static String conclusion(
            MovePlan.Action action, String module, MoveDatabase source, MoveDatabase target, MoveSettings settings) {
        return switch (action) {
            case COPY, FINISH ->
                "'%s' is in %s now; start the process that hosts it there, with %s, and the others without it."
                        .formatted(module, target.address(), settings.whereSecretIs());
            case GIVE_UP ->
                "'%s' is in %s still: its move to %s is given up."
                        .formatted(module, target.address(), source.address());
            case NOTHING -> "'%s' is in %s already.".formatted(module, target.address());
        };
    }

    /** What a shop started with the same properties would find: files, environment variables, profiles. */
    private static Environment environment(MoveArguments arguments) {
        try (var context = new SpringApplicationBuilder(Object.class)
                .web(WebApplicationType.NONE)
                .run(arguments.properties().toArray(String[]::new))) {
            return context.getEnvironment();
        }
    }
}
