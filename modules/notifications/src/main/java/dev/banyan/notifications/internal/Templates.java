package dev.banyan.notifications.internal;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes messages from {@code notifications/<channel>/<kind>.txt} (its first line is the subject) and, for mail, {@code .html}.
 * A value is one line, whatever it was; in HTML it is escaped. A template that names a value that isn't there fails.
 */
@Component
class Templates {
    private static final String SUBJECT = "Subject: ";

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Map<String, Object> shop = new HashMap<>();

    Templates(ShopProperties shop, NotificationsProperties properties) {
        this.shop.put("shop", shop.name());
        if (properties.baseUrl() != null) {
            this.shop.put("baseUrl", properties.baseUrl());
        }
    }

    Written write(Draft draft) {
        var name = draft.channel() + "/" + draft.kind().code();
        var values = new HashMap<>(shop);
        values.putAll(draft.values());
        var text = compile(name + ".txt").execute(values).replace("\r", "");
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith(SUBJECT)) {
            throw new IllegalStateException("The template %s.txt doesn't begin with its subject".formatted(name));
        }
        var subject = text.substring(SUBJECT.length(), end);
        return new Written(
                subject,
                new Body(html(name + ".html", values), text.substring(end).strip() + "\n"));
    }

    private @Nullable String html(String name, Map<String, Object> values) {
        return exists(name) ? compile(name).execute(values).strip() + "\n" : null;
    }

    private Template compile(String name) {
        return compiled.computeIfAbsent(name, missing -> compiler(missing).compile(open(missing)));
    }

    private static Mustache.Compiler compiler(String name) {
        var folder = name.substring(0, name.indexOf('/') + 1);
        return Mustache.compiler()
                .withCollector(new MapCollector())
                .withFormatter(Templates::oneLine)
                .withEscaper(name.endsWith(".html") ? Escapers.HTML : Escapers.NONE)
                .withLoader(partial -> open(folder + partial));
    }

    /** Keeps a value from starting a line, a header or a paragraph of its own. */
    private static String oneLine(Object value) {
        return value.toString()
                .replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }

    private static boolean exists(String name) {
        return Templates.class.getResource("/notifications/" + name) != null;
    }

    private static Reader open(String name) {
        var template = Templates.class.getResourceAsStream("/notifications/" + name);
        return new InputStreamReader(
                Objects.requireNonNull(template, "There is no template " + name), StandardCharsets.UTF_8);
    }

    /** A message as its template wrote it. */
    record Written(String subject, Body body) {}
}
