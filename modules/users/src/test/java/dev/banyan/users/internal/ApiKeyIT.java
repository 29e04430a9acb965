package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.security.Credentials;
import dev.banyan.runtime.security.SecretToken;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ApiKeyIT extends UsersIT {
    @Autowired
    Credentials credentials;

    @Autowired
    ApiKeyService service;

    private String admin = "";

    @BeforeEach
    void signIn() {
        admin = signedIn(Role.ADMIN);
    }

    @Test
    void showsTheKeyOnce() {
        var answer = create("""
                {"name": "ERP", "scopes": ["orders:read", "catalog:write", "orders:read"]}""");

        assertThat(answer).hasStatus(201);
        var key = text(answer, "$.key");
        assertThat(key).matches("bk_[\\w-]{43}");
        assertThat(text(answer, "$.scopes")).isEqualTo("[\"catalog:write\",\"orders:read\"]");
        var list = get("/api/admin/api-keys", admin);
        assertThat(text(list, "$.items[0].id")).isEqualTo(text(answer, "$.id"));
        assertThat(text(list, "$.items[0].hint")).isEqualTo(key.substring(0, 7));
        assertThat(body(list)).doesNotContain(key).doesNotContain(SecretToken.hash(key));
    }

    @Test
    void keepsAHashOnly() {
        var key = text(create("{\"name\": \"ERP\", \"scopes\": [\"orders:read\"]}"), "$.key");
        var row = database.sql(jdbc -> jdbc.sql("SELECT k::text FROM users.api_key k WHERE key_hash = :hash")
                .param("hash", SecretToken.hash(key))
                .query(String.class)
                .single());
        assertThat(row).doesNotContain(key);
    }

    @Test
    void provesWhoCalls() {
        var answer = create("{\"name\": \"ERP\", \"scopes\": [\"orders:read\"]}");

        var caller = credentials.apiKey(text(answer, "$.key")).orElseThrow();

        assertThat(caller.id()).isEqualTo(UUID.fromString(text(answer, "$.id")));
        assertThat(caller.scopes()).containsExactly("orders:read");
        assertThat(caller.roles()).isEmpty();
        assertThat(withKey(text(answer, "$.key"))).as("no key may do that").hasStatus(403);
        assertThat(withKey(ApiKeySecret.next())).as("an unknown key").hasStatus(401);
        assertThat(withKey("nonsense")).hasStatus(401);
    }

    @Test
    void revokes() {
        var answer = create("{\"name\": \"ERP\", \"scopes\": [\"orders:read\"]}");
        var id = text(answer, "$.id");

        assertThat(delete(id)).hasStatus(204);

        assertThat(credentials.apiKey(text(answer, "$.key"))).isEmpty();
        var again = delete(id);
        assertThat(again).hasStatus(404);
        assertThat(text(again, "$.code")).isEqualTo("users.not-found");
        assertThat(delete("nonsense")).hasStatus(404);
    }

    @Test
    void givesARepeatedOperationAnotherSecret() {
        var id = Ids.next();
        var request = new CreateApiKey("ERP", java.util.List.of("orders:read"));
        var email = registered();
        grant(email, Role.ADMIN);
        var creator = idOf(email);
        var first = service.create(id, request, creator);
        var second = service.create(id, request, creator);
        assertThat(credentials.apiKey(first.key())).isEmpty();
        assertThat(credentials.apiKey(second.key())).get().returns(Set.of("orders:read"), caller -> caller.scopes());
    }

    @Test
    void isForWhoIsAnAdministratorNow() {
        var id = text(create("{\"name\": \"ERP\", \"scopes\": [\"orders:read\"]}"), "$.id");
        database.sql(jdbc ->
                jdbc.sql("UPDATE users.account SET roles = '{customer}'").update());

        for (var refused : java.util.List.of(create("{\"name\": \"X\", \"scopes\": [\"orders:read\"]}"), delete(id))) {
            assertThat(refused).hasStatus(403);
            assertThat(text(refused, "$.code")).isEqualTo("auth.forbidden");
        }
    }

    @Test
    void pagesThroughAllTheNewestFirst() {
        for (int i = 0; i < 3; i++) {
            create("{\"name\": \"Key %d\", \"scopes\": [\"orders:read\"]}".formatted(i));
        }
        var first = get("/api/admin/api-keys?limit=2", admin);
        assertThat(text(first, "$.items[*].name")).isEqualTo("[\"Key 2\",\"Key 1\"]");
        var second = get("/api/admin/api-keys?limit=2&cursor=" + text(first, "$.nextCursor"), admin);
        assertThat(text(second, "$.items[0].name")).isEqualTo("Key 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scopes\": [\"orders:read\"]}",
                "{\"name\": \"\", \"scopes\": [\"orders:read\"]}",
                "{\"name\": \"ERP\"}",
                "{\"name\": \"ERP\", \"scopes\": []}",
                "{\"name\": \"ERP\", \"scopes\": [\"users:write\"]}",
                "{\"name\": \"ERP\", \"scopes\": [\"orders:*\"]}",
                "{\"name\": \"ERP\", \"scopes\": [null]}",
                "{\"name\": \"ERP\", \"scopes\": [\"orders:read\"], \"key\": \"bk_mine\"}"
            })
    void refusesBadRequests(String body) {
        assertThat(create(body)).hasStatus(400);
    }

    private MvcTestResult create(String body) {
        return mvc.post()
                .uri("/api/admin/api-keys")
                .header("Authorization", "Bearer " + admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult delete(String id) {
        return mvc.delete()
                .uri("/api/admin/api-keys/" + id)
                .header("Authorization", "Bearer " + admin)
                .exchange();
    }

    private MvcTestResult withKey(String key) {
        return mvc.get().uri("/api/users/me").header("X-Api-Key", key).exchange();
    }
}
