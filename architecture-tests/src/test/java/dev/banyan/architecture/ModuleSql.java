package dev.banyan.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a module's sources say in SQL that would break once its schema is alone in a database. PostgreSQL refuses it too, but only when it runs. */
final class ModuleSql {
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|into|update|references|table|delete from)\\s+([a-z_]+)\\.[a-z_]+");
    private static final Pattern ROLE = Pattern.compile("(?i)\\bset\\s+(?:local\\s+|session\\s+)?role\\b");

    private ModuleSql() {}

    /** Findings in all Java and SQL files under {@code folder}, a module's sources. */
    static List<String> findings(String module, Path folder, List<String> schemas) throws IOException {
        var findings = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(ModuleSql::mayHoldSql).toList()) {
                findings.addAll(findings(module, file.getFileName().toString(), Files.readString(file), schemas));
            }
        }
        return findings;
    }

    static List<String> findings(String module, String file, String text, List<String> schemas) {
        var findings = new ArrayList<String>();
        var table = TABLE.matcher(text);
        while (table.find()) {
            var schema = table.group(1).toLowerCase(Locale.ROOT);
            if (schemas.contains(schema) && !schema.equals(module)) {
                findings.add("%s: %s is another module's".formatted(file, table.group()));
            }
        }
        if (ROLE.matcher(text).find()) {
            findings.add("%s: SQL that switches roles".formatted(file));
        }
        return findings;
    }

    private static boolean mayHoldSql(Path file) {
        var name = file.toString();
        return name.endsWith(".java") || name.endsWith(".sql");
    }
}
