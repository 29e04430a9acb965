package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Answer;
import dev.banyan.client.Http;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Lists of the API. */
final class Page {
    private Page() {}

    static List<JsonNode> items(Answer list) {
        list.expect(200);
        assertThat(list.json().propertyNames()).contains("items", "nextCursor");
        return list.at("/items").valueStream().toList();
    }

    static List<String> texts(Answer list, String property) {
        return items(list).stream().map(item -> item.path(property).asString()).toList();
    }

    /** What follows the page that {@code first} is, {@code limit} at a time. */
    static List<JsonNode> rest(Http http, String path, Answer first, int limit) {
        var rest = new ArrayList<JsonNode>();
        var page = first;
        while (!page.at("/nextCursor").isNull()) {
            page = http.get("%s%climit=%d&cursor=%s"
                    .formatted(path, path.contains("?") ? '&' : '?', limit, page.text("/nextCursor")));
            assertThat(items(page)).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
            rest.addAll(items(page));
        }
        return rest;
    }
}
