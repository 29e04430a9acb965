package dev.banyan.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements that PostgreSQL logged while one order went through, grouped into transactions in the order of their commits. */
record SqlTrace(List<List<Statement>> transactions) {
    private static final Pattern ENTRY =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d [\\d:.]+ \\S+ \\[(\\d+)] (\\w+):  (.*)$");
    private static final Pattern EXECUTE = Pattern.compile("^(?:execute [^:]+|statement): (.*)$", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']++|'')*+)')", Pattern.DOTALL);

    /** Reads what was logged after {@code offset}, with {@code log_statement = all}. */
    static SqlTrace read(Path log, long offset) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        var text = new String(bytes, (int) offset, (int) (bytes.length - offset), StandardCharsets.UTF_8);
        var trace = group(statements(text));
        if (trace.transactions().isEmpty()) {
            throw new IllegalStateException("No transaction was logged in " + log);
        }
        return trace;
    }

    int statements() {
        return transactions.stream().mapToInt(List::size).sum();
    }

    /** The same as it would be with a connection pool for each role. */
    SqlTrace withoutRoles() {
        return new SqlTrace(transactions.stream()
                .map(transaction -> transaction.stream()
                        .filter(statement -> !statement.setsRole())
                        .toList())
                .toList());
    }

    /** Transactions that change something: those cost a flush of the log. */
    long writing() {
        return transactions.stream()
                .filter(transaction -> transaction.stream().anyMatch(Statement::writes))
                .count();
    }

    private static List<Logged> statements(String text) {
        var entries = new ArrayList<Logged>();
        Map<Integer, Logged> last = new HashMap<>();
        int pid = 0;
        for (var line : text.split("\n", -1)) {
            var entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                var open = last.get(pid);
                if (open != null && line.startsWith("\t")) {
                    open.text.append('\n').append(line.substring(1));
                }
                continue;
            }
            pid = Integer.parseInt(entry.group(1));
            var before = last.get(pid);
            if (entry.group(2).equals("LOG")) {
                var logged = new Logged(pid, new StringBuilder(entry.group(3)));
                entries.add(logged);
                last.put(pid, logged);
            } else if (entry.group(2).equals("DETAIL") && before != null) {
                before.text.append("\u0000").append(entry.group(3));
            }
        }
        return entries;
    }

    private static SqlTrace group(List<Logged> entries) {
        var done = new ArrayList<List<Statement>>();
        Map<Integer, List<Statement>> open = new HashMap<>();
        for (var entry : entries) {
            var parts = entry.text.toString().split("\u0000", 2);
            var execute = EXECUTE.matcher(parts[0]);
            if (!execute.matches()) {
                continue;
            }
            var sql = execute.group(1).strip();
            if (sql.startsWith("BEGIN")) {
                open.put(entry.pid, new ArrayList<>());
            } else if (sql.equals("COMMIT")) {
                var finished = open.remove(entry.pid);
                if (finished != null) {
                    done.add(finished);
                }
            } else if (sql.equals("ROLLBACK")) {
                open.remove(entry.pid);
            } else if (open.containsKey(entry.pid)) {
                open.get(entry.pid).add(new Statement(sql, parameters(parts.length > 1 ? parts[1] : "")));
            }
        }
        return new SqlTrace(done);
    }

    private static List<@Nullable String> parameters(String detail) {
        var values = new ArrayList<@Nullable String>();
        var parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            values.add(
                    parameter.group(2).equals("NULL")
                            ? null
                            : parameter.group(3).replace("''", "'"));
        }
        return values;
    }

    /** One statement with the values of its parameters as PostgreSQL wrote them. */
    record Statement(String sql, List<@Nullable String> parameters) {
        private static final Pattern WRITES =
                Pattern.compile("(?is)\\b(insert|update|delete|runtime\\.(publish|take|cancel_timer))\\b");

        boolean writes() {
            return WRITES.matcher(sql).find() && !sql.startsWith("SET");
        }

        boolean setsRole() {
            return sql.startsWith("SET LOCAL ROLE");
        }
    }

    private record Logged(int pid, StringBuilder text) {}
}
