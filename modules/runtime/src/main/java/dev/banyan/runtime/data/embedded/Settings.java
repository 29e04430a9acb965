package dev.banyan.runtime.data.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** PostgreSQL's settings here; what isn't named keeps its default, durability above all. */
record Settings(Map<String, String> values, boolean durable) {

    /** Nothing that was committed is ever lost. */
    static Settings safe() {
        var values = new LinkedHashMap<String, String>();
        values.put("listen_addresses", "127.0.0.1");
        values.put("unix_socket_directories", "");
        values.put("shared_buffers", "128MB");
        values.put("max_connections", "200");
        values.put("max_wal_size", "1GB");
        values.put("random_page_cost", "1.1");
        values.put("jit", "off");
        values.put("log_checkpoints", "off");
        values.put("log_error_verbosity", "terse");
        values.put("log_min_error_statement", "panic");
        return new Settings(values, true);
    }

    /** Fast, and lost with the machine's next crash. */
    static Settings forgetful() {
        var values = new LinkedHashMap<>(safe().values());
        values.put("fsync", "off");
        values.put("full_page_writes", "off");
        values.put("synchronous_commit", "off");
        return new Settings(values, false);
    }

    /** As options of the server; no value needs quotes, neither in a shell nor on Windows. */
    String options(int port) {
        return values.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
    }
}
