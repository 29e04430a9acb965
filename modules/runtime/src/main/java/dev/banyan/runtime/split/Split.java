package dev.banyan.runtime.split;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.data.embedded.DataDirectory;
import dev.banyan.runtime.topology.Transport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command {@code split}: a whole topology on this machine, until Ctrl-C. */
public final class Split {
    private static final String ADMIN_PASSWORD = "BANYAN_ADMIN_PASSWORD";
    private static final String PASSWORD_FILE = "admin.password";

    private final SplitOptions options;
    private final Display display = new Display(System.out, Display.isTerminal());

    private Split(SplitOptions options) {
        this.options = options;
    }

    /**
     * Runs it.
     *
     * @return the exit code; what went wrong was told in one sentence then, and nothing is left running
     */
    public static int run(List<String> arguments) {
        try {
            new Split(SplitOptions.of(arguments)).run();
            return 0;
        } catch (StartRefusedException refused) {
            System.err.println("Banyan did not start: " + refused.getMessage());
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void run() throws InterruptedException {
        var plan = Plan.of(options);
        boolean ownBroker = plan.transport() != Transport.NONE && options.broker() == null;
        long heap = Memory.heap(plan.processes().size(), ownBroker, Memory.free());
        try (var directory = DataDirectory.open(options.dataDir())) {
            var broker = Broker.of(
                    plan.transport(), options.broker(), directory.path().resolve("broker"));
            var children =
                    new Children(options, plan, directory.path(), heap, broker.properties(), environment(directory));
            var supervisor = new Supervisor(children.all(), broker, display);
            var hook = new Thread(supervisor::stop, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                display.say("Starting %d processes; data and logs are in %s, broker: %s"
                        .formatted(plan.processes().size(), directory.path(), broker.description()));
                if (supervisor.start()) {
                    display.say(ready(plan, directory));
                    new Console(supervisor, display).start();
                    supervisor.show();
                }
            } finally {
                supervisor.stop();
            }
        }
    }

    /** The first admin's password is the directory's own unless one is set; a random one of a process's own would be in its log. */
    private static Map<String, String> environment(DataDirectory directory) {
        var environment = new TreeMap<String, String>();
        if (System.getenv(ADMIN_PASSWORD) == null) {
            environment.put(ADMIN_PASSWORD, directory.secret(PASSWORD_FILE));
        }
        return environment;
    }

    private static String ready(Plan plan, DataDirectory directory) {
        var password = System.getenv(ADMIN_PASSWORD) == null
                ? "first password in " + directory.path().resolve(PASSWORD_FILE)
                : "password as in " + ADMIN_PASSWORD;
        return """
                All are ready.
                  Shop   http://localhost:%1$d/docs
                  API    http://localhost:%1$d/v3/api-docs
                  Admin  admin@banyan.local, %2$s
                  Type 'restart <process>' to restart one; Ctrl-C stops all.""".formatted(plan.entry().port(), password);
    }
}
