package dev.banyan;

import dev.banyan.payments.sandbox.SandboxServer;
import dev.banyan.runtime.data.move.MoveCommand;
import dev.banyan.runtime.split.Lifeline;
import dev.banyan.runtime.split.Split;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts all modules. Beans are named by their whole class names, since
 * two modules may use the same word for something of their own.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Banyan {

    /** Runs until it is told to stop. Arguments are properties ({@code --server.port=8081}), ask for help, or begin with a command. */
    public static void main(String[] arguments) {
        var answer = CommandLine.answer(arguments);
        if (answer.isPresent()) {
            System.exit(answer.get().print());
        }
        var more = Arrays.stream(arguments).skip(1).toArray(String[]::new);
        switch (CommandLine.command(arguments)) {
            case "sandbox" -> SandboxServer.main(more);
            case "split" -> System.exit(Split.run(List.of(more)));
            case "service-keys" -> System.exit(ServiceKeys.make(more).print());
            case "move" -> System.exit(MoveCommand.run(more));
            default -> serve(arguments);
        }
    }

    private static void serve(String[] arguments) {
        Lifeline.hold();
        SpringApplication.run(Banyan.class, arguments);
        Runtime.getRuntime().gc(); // gives back what only the start needed, see docs/operations.md
    }
}
