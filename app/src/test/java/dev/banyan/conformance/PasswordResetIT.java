package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordResetIT {
    private static final Pattern TOKEN = Pattern.compile("(?<![\\w@-])[\\w-]{43}(?![\\w@-])");
    private static final String OTHER = "another quiet river";

    @Test
    void aMailedTokenSetsThePasswordOnceAndEndsAllSessions() {
        var account = Account.fresh();
        assertThat(ask(account.email()).expect(202).body()).isEmpty();
        var token = token(account.email());

        assertThat(confirm(token, OTHER).expect(204).body()).isEmpty();

        confirm(token, "and yet another one").expectProblem(400, "auth.reset-invalid");
        Account.login(account.email(), Account.PASSWORD).expectProblem(401, "auth.bad-credentials");
        Account.login(account.email(), OTHER).expect(200);
        Target.shop()
                .post("/api/auth/refresh", Map.of("refreshToken", account.refreshToken()))
                .expectProblem(401, "auth.invalid");
    }

    @Test
    void staffDoNotSeeTheToken() {
        var account = Account.fresh();
        ask(account.email()).expect(202);
        var token = token(account.email());
        var path = "/api/admin/messages/" + messages(account.email()).getFirst();

        var masked = Account.sharedStaff().http().get(path).expect(200);

        assertThat(masked.body()).doesNotContain(token);
        assertThat(ApiKey.of("messages:read").http().get(path).expect(200).body())
                .doesNotContain(token);
    }

    /** Whether there is such an account stays between the shop and its owner. */
    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.com", "no address", ""})
    void anyAddressAnswersTheSame(String email) {
        assertThat(ask(email).expect(202).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoToken(String token) {
        confirm(token, OTHER).expectProblem(400, "auth.reset-invalid");
    }

    private static Answer ask(String email) {
        return Target.shop().post("/api/auth/password-reset", Map.of("email", email));
    }

    private static Answer confirm(String token, String password) {
        return Target.shop().post("/api/auth/password-reset/confirm", Map.of("token", token, "password", password));
    }

    private static String token(String email) {
        var id = await().until(() -> messages(email), found -> !found.isEmpty()).getFirst();
        var message = Target.admin().get("/api/admin/messages/" + id).expect(200);
        var token = TOKEN.matcher(message.body().replace("\\n", " "));
        assertThat(token.find()).as(message.body()).isTrue();
        return token.group();
    }

    private static List<String> messages(String email) {
        return Page.items(Target.admin().get("/api/admin/messages?to=" + email)).stream()
                .filter(message -> message.path("kind").asString().equals("password-reset"))
                .map(message -> message.path("id").asString())
                .toList();
    }
}
