package dev.banyan.runtime.split;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that start this very program once more. */
final class Program {
    private static final Path SHELL = Path.of("/bin/sh");

    private Program() {}

    /** This program with other arguments. Ctrl-C doesn't reach it: whoever starts it ends it. */
    static List<String> command(List<String> javaOptions, List<String> arguments) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SHELL)) {
            command.addAll(List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$@\"", "banyan"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.add(Lifeline.option());
        command.addAll(itself());
        command.addAll(arguments);
        return command;
    }

    private static List<String> itself() {
        var classPath = System.getProperty("java.class.path");
        return classPath.endsWith(".jar") && !classPath.contains(System.getProperty("path.separator"))
                ? List.of("-jar", classPath)
                : List.of(
                        "-cp", classPath, System.getProperty("sun.java.command").split(" ", 2)[0]);
    }
}
