package dev.banyan.runtime.split;

import dev.banyan.runtime.StartRefusedException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The memory of this machine, in MiB, and who gets how much. */
final class Memory {
    private static final long KIB = 1024;
    private static final long MIB = KIB * KIB;

    /** A JVM without its heap, with the PostgreSQL that belongs to it. */
    private static final long PROCESS = 230;

    private static final long SMALLEST_HEAP = 160;
    private static final long LARGEST_HEAP = 512;
    private static final long BROKER = 500;

    private Memory() {}

    /**
     * The heap of each of {@code processes} processes, which grows with what is free.
     *
     * @throws StartRefusedException when there isn't enough for all
     */
    static long heap(int processes, boolean withBroker, long free) {
        long needed = processes * (PROCESS + SMALLEST_HEAP) + (withBroker ? BROKER : 0);
        if (free < needed) {
            throw new StartRefusedException(
                    "%d processes need some %d MB of memory, and %d MB are free.".formatted(processes, needed, free));
        }
        return Math.min(LARGEST_HEAP, SMALLEST_HEAP + (free - needed) / 2 / processes);
    }

    /** What is free, as far as this machine or the container allows it. */
    static long free() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        long allowed = system.getTotalMemorySize() / MIB;
        return Math.min(
                allowed, field(Path.of("/proc/meminfo"), "MemAvailable").orElse(system.getFreeMemorySize() / MIB));
    }

    /** What a process has in memory; empty where that can't be told. */
    static OptionalLong of(long pid) {
        return field(Path.of("/proc", String.valueOf(pid), "status"), "VmRSS");
    }

    private static OptionalLong field(Path file, String name) {
        try {
            return lines(file).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file);
    }
}
