package dev.banyan.runtime.split;

import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.data.embedded.DataDirectory;
import dev.banyan.runtime.security.ServiceKeyFiles;
import dev.banyan.runtime.split.Plan.Planned;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How each process of a plan is started. */
final class Children {
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");
    private static final String LOOPBACK = "127.0.0.1,::1";

    private final SplitOptions options;
    private final Plan plan;
    private final Path directory;
    private final long heap;
    private final List<String> common;
    private final Map<String, String> environment;

    /**
     * @param heap of each, in MiB
     * @param common properties that all of them get
     */
    Children(
            SplitOptions options,
            Plan plan,
            Path directory,
            long heap,
            List<String> common,
            Map<String, String> environment) {
        this.options = options;
        this.plan = plan;
        this.directory = directory;
        this.heap = heap;
        this.common = common;
        this.environment = environment;
    }

    /** All of them, with what they need on the disk. */
    List<Child> all() {
        try {
            ServiceKeyFiles.create(
                    keys(), plan.processes().stream().map(Planned::name).toList());
        } catch (IOException | IllegalArgumentException failure) {
            throw new StartRefusedException(
                    "The keys of the processes can't be made: %s.".formatted(failure.getMessage()), failure);
        }
        return plan.processes().stream().map(this::child).toList();
    }

    private Path keys() {
        return directory.resolve("keys");
    }

    private Child child(Planned process) {
        var own = directory.resolve(process.name());
        DataDirectory.open(own).close();
        var command = Program.command(javaOptions(), arguments(process, own));
        return new Child(process, command, environment, own.resolve("log"));
    }

    private List<String> javaOptions() {
        var javaOptions = new ArrayList<>(JVM);
        javaOptions.add("-Xmx%dm".formatted(heap));
        javaOptions.addAll(options.javaOptions());
        return javaOptions;
    }

    private List<String> arguments(Planned process, Path own) {
        var arguments = new ArrayList<>(List.of(
                "--banyan.topology=" + options.location(),
                "--banyan.process=" + process.name(),
                "--banyan.data-dir=" + own,
                "--server.port=" + process.port()));
        if (!process.isEntry()) {
            // Only processes of this machine reach it, and what the entry says of its clients is believed.
            arguments.add("--server.address=127.0.0.1");
            arguments.add("--banyan.trusted-proxies=" + LOOPBACK);
        }
        arguments.add("--banyan.service.name=" + process.name());
        arguments.add("--banyan.service.key=" + keys().resolve(process.name() + ".json"));
        arguments.add("--banyan.service.trusted=" + keys().resolve(ServiceKeyFiles.TRUSTED));
        arguments.addAll(plan.addresses());
        arguments.addAll(common);
        return arguments;
    }
}
