package dev.banyan.runtime.data.embedded;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's programs. They refuse to be root, so for root they run in a user namespace of their own, in which root is nobody in particular but
 * still owns its files.
 */
final class Tools {

    private final Path binaries;
    private final List<String> prefix;

    Tools(Path binaries) {
        this.binaries = binaries;
        this.prefix = isRoot() ? userNamespace() : List.of();
    }

    List<String> command(String tool, List<String> arguments) {
        var command = new ArrayList<>(prefix);
        command.add(binaries.resolve("bin").resolve(tool).toString());
        command.addAll(arguments);
        return command;
    }

    private static boolean isRoot() {
        return !Platform.current().isWindows() && output(List.of("id", "-u")).equals("0");
    }

    private static List<String> userNamespace() {
        if (output(List.of("unshare", "--user", "id", "-u")).matches("[1-9][0-9]*")) {
            return List.of("unshare", "--user");
        }
        throw new StartRefusedException(
                "PostgreSQL refuses to run as root, and this machine allows root no user namespace; start Banyan as an ordinary user or set spring.datasource.url.");
    }

    private static String output(List<String> command) {
        try {
            return Commands.run(command).output();
        } catch (IOException missing) {
            return "";
        }
    }
}
