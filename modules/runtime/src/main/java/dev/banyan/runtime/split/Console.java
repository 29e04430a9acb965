package dev.banyan.runtime.split;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/** What the operator types: {@code restart <process>}. */
final class Console {
    private static final String RESTART = "restart";

    private final Supervisor supervisor;
    private final Display display;

    Console(Supervisor supervisor, Display display) {
        this.supervisor = supervisor;
        this.display = display;
    }

    /** Reads on its own until there is no more to read. */
    void start() {
        Thread.ofPlatform().daemon().name("console").start(this::read);
    }

    private void read() {
        try {
            var lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(line.strip().split("\\s+"));
            }
        } catch (IOException closed) {
            display.say("No more commands can be read: " + closed.getMessage());
        }
    }

    private void obey(String[] words) {
        if (words.length == 2 && words[0].equals(RESTART)) {
            display.say(
                    supervisor.restart(words[1])
                            ? "Restarting " + words[1]
                            : "There is no process '%s'.".formatted(words[1]));
        } else if (!words[0].isEmpty()) {
            display.say("Type 'restart <process>' to restart one; Ctrl-C stops all.");
        } else {
            display.say("");
        }
    }
}
