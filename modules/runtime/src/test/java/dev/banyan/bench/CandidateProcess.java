package dev.banyan.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of a candidate, told what to do by lines and answering each with one. */
final class CandidateProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;
    private final Path log;

    private CandidateProcess(Process process, Path log) {
        this.process = process;
        this.answers = process.inputReader(UTF_8);
        this.commands = new PrintWriter(process.outputWriter(UTF_8), true);
        this.log = log;
    }

    /** Begins to start it; {@link #awaitReady} returns once it has. */
    static CandidateProcess launch(Path log, List<String> jvm, String classPath, String main, List<String> options)
            throws IOException {
        Files.createDirectories(log.getParent());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(options);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new CandidateProcess(process, log);
    }

    CandidateProcess awaitReady() throws IOException {
        answer();
        return this;
    }

    /** Gives a command and returns the answer's numbers by name. */
    Map<String, Long> ask(String command) throws IOException {
        tell(command);
        return answer();
    }

    void tell(String command) {
        commands.println(command);
    }

    Map<String, Long> answer() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("The process has ended, see " + log);
        }
        var numbers = new HashMap<String, Long>();
        Arrays.stream(line.split(" "))
                .map(word -> word.split("="))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> numbers.put(pair[0], Long.valueOf(pair[1])));
        return numbers;
    }

    /** Stops it without warning. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Takes the processor away from it. */
    void freeze() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        commands.close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
