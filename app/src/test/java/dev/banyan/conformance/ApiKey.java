package dev.banyan.conformance;

import dev.banyan.client.Http;
import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Map;

/**
 * An API key of a test's own.
 *
 * @param http sends it
 */
record ApiKey(Http http, String id, String key) {
    static ApiKey of(String... scopes) {
        return of(List.of(scopes));
    }

    static ApiKey of(List<String> scopes) {
        var made = Target.admin()
                .post("/api/admin/api-keys", Map.of("name", "Key " + Ids.next(), "scopes", scopes))
                .expect(201);
        var key = made.text("/key");
        return new ApiKey(Target.shop().with("X-Api-Key", key), made.text("/id"), key);
    }
}
