package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.testing.Race;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProfileIT extends UsersIT {
    @Test
    void showsWhoIsSignedIn() {
        var email = registered();

        var answer = get("/api/users/me", accessToken(email));

        assertThat(answer).hasStatusOk().hasHeader("ETag", "\"0\"").bodyJson().isStrictlyEqualTo("""
                {"id": "%s", "email": "%s", "name": "Ada Lovelace", "roles": ["customer"], "version": 0}
                """.formatted(
                        idOf(email), email));
    }

    @Test
    void needsASignedInCaller() {
        assertThat(get("/api/users/me", null)).hasStatus(401);
        var bad = get("/api/users/me", "nonsense");
        assertThat(bad).hasStatus(401);
        assertThat(text(bad, "$.code")).isEqualTo("auth.invalid");
    }

    @Test
    void changesWhatIsSent() {
        var token = accessToken(registered());

        assertThat(patch(token, "{\"phone\": \"+49 (151) 123-45678\"}"))
                .hasStatusOk()
                .hasHeader("ETag", "\"1\"");
        assertThat(patch(token, "{\"name\": \"Ada King\"}")).hasStatusOk();

        var me = get("/api/users/me", token);
        assertThat(text(me, "$.name")).isEqualTo("Ada King");
        assertThat(text(me, "$.phone")).isEqualTo("+4915112345678");
        assertThat(text(me, "$.version")).isEqualTo("2");
    }

    @Test
    void takesThePhoneAwayWithNull() {
        var token = accessToken(registered());
        patch(token, "{\"phone\": \"+4915112345678\"}");

        var answer = patch(token, "{\"phone\": null}");

        assertThat(answer).hasStatusOk();
        assertThat(body(answer)).doesNotContain("phone");
    }

    @Test
    void keepsTheVersionWhenNothingChanges() {
        var token = accessToken(registered());
        assertThat(patch(token, "{}")).hasStatusOk().hasHeader("ETag", "\"0\"");
        assertThat(patch(token, "{\"name\": \"Ada Lovelace\"}")).hasStatusOk().hasHeader("ETag", "\"0\"");
    }

    @Test
    void heedsIfMatchWhenItIsSent() {
        var token = accessToken(registered());
        assertThat(patch(token, "{\"name\": \"One\"}", "\"0\"")).hasStatusOk();
        var stale = patch(token, "{\"name\": \"Two\"}", "\"0\"");
        assertThat(stale).hasStatus(412);
        assertThat(text(stale, "$.code")).isEqualTo("precondition.failed");
        assertThat(patch(token, "{\"name\": \"Two\"}", "\"other\"")).hasStatus(412);
        assertThat(patch(token, "{\"name\": \"Two\"}", "*")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": null}",
                "{\"name\": \"\"}",
                "{\"name\": \" \"}",
                "{\"name\": 7}",
                "{\"phone\": \"\"}",
                "{\"phone\": \"call me\"}",
                "{\"email\": \"other@example.com\"}",
                "{\"roles\": [\"admin\"]}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "[]",
                "null",
                ""
            })
    void refusesBadRequests(String body) {
        assertThat(patch(accessToken(registered()), body)).hasStatus(400);
    }

    @Test
    void limitsTheName() {
        var token = accessToken(registered());
        assertThat(patch(token, "{\"name\": \"%s\"}".formatted("x".repeat(200))))
                .hasStatusOk();
        assertThat(patch(token, "{\"name\": \"%s\"}".formatted("x".repeat(201))))
                .hasStatus(400);
    }

    @Test
    void changesOneAfterAnother() throws Exception {
        var token = accessToken(registered());
        var answers = Race.all(10, n -> patch(token, "{\"name\": \"Name %d\"}".formatted(n)));
        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatusOk());
        assertThat(text(get("/api/users/me", token), "$.version")).isEqualTo("10");
    }

    private MvcTestResult patch(String token, String body) {
        return mvc.patch()
                .uri("/api/users/me")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult patch(String token, String body, String ifMatch) {
        return mvc.patch()
                .uri("/api/users/me")
                .header("Authorization", "Bearer " + token)
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
