package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.Race;
import dev.banyan.users.IssueResetToken;
import dev.banyan.users.UsersApi;
import dev.banyan.users.events.PasswordResetRequested;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PasswordResetIT extends UsersIT {
    private static final String NEW_PASSWORD = "another quiet river";

    @Autowired
    UsersApi users;

    @Autowired
    PasswordResetListener listener;

    @Autowired
    PasswordResetService service;

    @Test
    void tellsThatTheOwnerAskedForANewPassword() {
        var email = registered();

        var answer = request(email.toUpperCase(java.util.Locale.ROOT));

        assertThat(answer).hasStatus(202);
        assertThat(body(answer)).isEmpty();
        await().untilAsserted(() -> assertThat(requestsOf(idOf(email))).hasSize(1));
    }

    @Test
    void answersTheSameWhateverTheAddress() {
        for (var email : List.of(newEmail(), "no address", "", "a@example.com\u0001")) {
            assertThat(body(request(email.replace("\u0001", "\\u0001")))).isEmpty();
            assertThat(request(email.replace("\u0001", "\\u0001"))).hasStatus(202);
        }
        assertThat(post("/api/auth/password-reset", "{}")).hasStatus(400);
        assertThat(post("/api/auth/password-reset", "{\"email\": 7}")).hasStatus(400);
    }

    @Test
    void doesTheSameForAnUnknownAddressBeforeItAnswers() {
        assertThat(statementsOf(registered())).isEqualTo(statementsOf(newEmail()));
    }

    /** The rows that the request writes. */
    private List<Integer> statementsOf(String email) {
        return database.run(() -> {
            service.ask(email, "192.0.2.200");
            return database.sql(jdbc -> jdbc.sql("""
                    SELECT count(*) FROM users.attempt WHERE xmin::text = (pg_current_xact_id()::xid)::text
                    """).query(Integer.class).list());
        });
    }

    @Test
    void sendsAnOwnerOnlySoManyMessages() {
        var email = registered();
        for (int i = 0; i < 8; i++) {
            assertThat(request(email)).hasStatus(202);
        }
        var last = registered();
        request(last);
        await().untilAsserted(() -> assertThat(requestsOf(idOf(last))).hasSize(1));
        await().untilAsserted(() -> assertThat(requestsOf(idOf(email))).hasSize(5));
    }

    @Test
    void tellsTheSameEventWhenDeliveredTwice() {
        var email = registered();
        var asked = new PasswordResetAsked(Ids.next(), email);
        listener.on(asked);
        listener.on(asked);
        assertThat(requestsOf(idOf(email)))
                .extracting(PasswordResetRequested::eventId)
                .containsOnly(asked.requestId());
    }

    @Test
    void tellsNothingOfAnUnknownAddress() {
        int before = events.of(PasswordResetRequested.class).size();
        listener.on(new PasswordResetAsked(Ids.next(), newEmail()));
        assertThat(events.of(PasswordResetRequested.class)).hasSize(before);
    }

    @Test
    void setsTheNewPasswordAndEndsAllSessions() {
        var email = registered();
        var sessions = List.of(refreshToken(email), refreshToken(email));
        var other = token(email);

        assertThat(confirm(token(email), NEW_PASSWORD)).hasStatus(204);

        assertThat(login(email, PASSWORD)).hasStatus(401);
        assertThat(login(email, NEW_PASSWORD)).hasStatusOk();
        for (var session : sessions) {
            assertThat(post("/api/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(session)))
                    .hasStatus(401);
        }
        assertThat(confirm(other, PASSWORD)).as("another token").hasStatus(400);
    }

    @Test
    void takesATokenOnce() throws Exception {
        var token = token(registered());

        var answers = Race.all(10, n -> confirm(token, NEW_PASSWORD + n));

        assertThat(answers.stream().map(answer -> answer.getResponse().getStatus()))
                .containsOnlyOnce(204)
                .containsOnly(204, 400);
        refused(confirm(token, NEW_PASSWORD));
    }

    @Test
    void takesATokenForHalfAnHour() {
        var token = token(registered());
        clock.advance(Duration.ofMinutes(30).plusSeconds(1));
        refused(confirm(token, NEW_PASSWORD));
    }

    @Test
    void takesNothingElse() {
        refused(confirm("nonsense", NEW_PASSWORD));
        refused(confirm("", NEW_PASSWORD));
        assertThat(post("/api/auth/password-reset/confirm", "{\"password\": \"another quiet river\"}"))
                .hasStatus(400);
    }

    @Test
    void keepsTheTokenWhenThePasswordIsRefused() {
        var token = token(registered());
        for (var password : List.of("short", "password123", "x".repeat(129))) {
            var answer = confirm(token, password);
            assertThat(answer).hasStatus(400);
            assertThat(text(answer, "$.code")).isEqualTo("validation.failed");
        }
        assertThat(confirm(token, NEW_PASSWORD)).hasStatus(204);
    }

    @Test
    void hashesNothingForABadToken() {
        int hashed = hashing.hashed();
        confirm("nonsense", NEW_PASSWORD);
        assertThat(hashing.hashed()).isEqualTo(hashed);
    }

    @Test
    void voidsTheTokenBeforeWhenARequestIsRepeated() {
        var email = registered();
        var command = new IssueResetToken(Ids.next(), idOf(email));
        var first = users.issueResetToken(command).token();
        var second = users.issueResetToken(command).token();
        refused(confirm(first, NEW_PASSWORD));
        assertThat(confirm(second, NEW_PASSWORD)).hasStatus(204);
    }

    @Test
    void letsTheOwnerInAfterwardsThoughOthersGuess() {
        var email = registered();
        for (int i = 0; i < 50; i++) {
            assertThat(login(email, "guess", "203.0.113." + i)).hasStatus(401);
        }
        assertThat(login(email, "guess", "127.0.0.1")).hasStatus(401);
        assertThat(login(email, PASSWORD, "127.0.0.1")).hasStatus(429);
        assertThat(confirm(token(email), NEW_PASSWORD)).hasStatus(204);
        assertThat(login(email, NEW_PASSWORD, "127.0.0.1")).hasStatusOk();
    }

    private String token(String email) {
        return users.issueResetToken(new IssueResetToken(Ids.next(), idOf(email)))
                .token();
    }

    private List<PasswordResetRequested> requestsOf(UUID user) {
        return events.of(PasswordResetRequested.class).stream()
                .filter(event -> event.userId().equals(user))
                .toList();
    }

    private MvcTestResult request(String email) {
        return post("/api/auth/password-reset", "{\"email\": \"%s\"}".formatted(email));
    }

    private MvcTestResult confirm(String token, String password) {
        return post("/api/auth/password-reset/confirm", """
                {"token": "%s", "password": "%s"}""".formatted(token, password));
    }

    private static void refused(MvcTestResult answer) {
        assertThat(answer).hasStatus(400);
        assertThat(text(answer, "$.code")).isEqualTo("auth.reset-invalid");
    }
}
