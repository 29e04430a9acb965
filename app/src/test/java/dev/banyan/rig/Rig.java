package dev.banyan.rig;

import dev.banyan.client.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * Everything that a run needs, for all tests of a class: a database, a provider and a mail server, and {@code n} instances of the application on them, with
 * a proxy on each link. At the end nothing of it runs any more; when a test has failed, logs and data are kept and their place is printed.
 */
final class Rig implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback {
    private static final Duration A_WHILE = Duration.ofMillis(700);

    private final int instances;
    private final String[] arguments;
    private final Journal journal = new Journal();
    private Surroundings surroundings;
    private List<AppProcess> apps = List.of();
    private Assortment assortment;
    private boolean failed;

    private Rig(int instances, String... arguments) {
        this.instances = instances;
        this.arguments = arguments;
    }

    /** A rig of that many instances, started before the first test. */
    static Rig of(int instances, String... arguments) {
        return new Rig(instances, arguments);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        var name = context.getRequiredTestClass().getSimpleName();
        var work = Files.createTempDirectory(Files.createDirectories(Build.RUNS), name + "-");
        try {
            surroundings = Surroundings.start(work, () -> app(new Random()).port());
            apps = IntStream.rangeClosed(1, instances)
                    .mapToObj(number -> surroundings.instance(number, arguments))
                    .toList();
            apps.forEach(AppProcess::launch);
            apps.forEach(AppProcess::awaitOpen);
            restock();
        } catch (Exception | AssertionError failure) {
            failed = true;
            afterAll(context);
            throw failure;
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        failed |= context.getExecutionException().isPresent();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        apps.forEach(AppProcess::close);
        if (surroundings != null) {
            surroundings.close();
            if (failed) {
                System.out.println("Logs and data are in " + surroundings.work());
            } else {
                FileSystemUtils.deleteRecursively(surroundings.work());
            }
        }
    }

    Surroundings surroundings() {
        return surroundings;
    }

    List<AppProcess> apps() {
        return apps;
    }

    AppProcess app(int index) {
        return apps.get(index);
    }

    Journal journal() {
        return journal;
    }

    Assortment assortment() {
        return assortment;
    }

    /** Makes new products to sell. */
    void restock() {
        assortment = Assortment.stocked(apps.getFirst().http());
    }

    Aftermath aftermath() {
        return new Aftermath(surroundings, apps, journal);
    }

    /** People at all instances. */
    Load load(int people, long seed) {
        return new Load(journal, assortment, this::shop).start(people, seed);
    }

    /** People at one instance. */
    Load loadAt(AppProcess app, int people, long seed) {
        return new Load(journal, assortment, random -> app.http()).start(people, seed);
    }

    /** Load and, while it goes on, one fault after the other; then everything holds. */
    void survives(int people, long seed, List<Fault> faults) throws Exception {
        try (var load = load(people, seed)) {
            for (var fault : faults) {
                Thread.sleep(A_WHILE);
                fault.doFor(A_WHILE);
            }
            Thread.sleep(A_WHILE);
            load.stop();
        }
        aftermath().holds();
    }

    private Http shop(Random random) {
        return app(random).http();
    }

    private AppProcess app(Random random) {
        return apps.get(random.nextInt(apps.size()));
    }
}
