package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.banyan.client.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationIT {
    private final String email = Account.freshEmail();

    @Test
    void makesAnAccountThatCanSignInAtOnce() {
        var answer = register(email, "Zoë 😀", Account.PASSWORD).expect(202);

        assertThat(answer.json().propertyNames()).containsExactly("email");
        assertThat(answer.text("/email")).isEqualTo(email);
        var me = Account.signedIn(email, Account.PASSWORD)
                .http()
                .get("/api/users/me")
                .expect(200);
        assertThat(me.text("/name")).isEqualTo("Zoë 😀");
        assertThat(me.at("/roles").valueStream().map(role -> role.asString())).containsExactly("customer");
        assertMessage(email, "welcome");
    }

    @Test
    void aTakenAddressAnswersTheSameAndItsOwnerIsTold() {
        register(email, "First", Account.PASSWORD).expect(202);
        var spelled = email.toUpperCase(Locale.ROOT);

        var again = register(spelled, "Second", "another long password").expect(202);

        assertThat(again.json().propertyNames()).containsExactly("email");
        assertThat(again.text("/email")).isEqualTo(spelled);
        Account.login(email, "another long password").expectProblem(401, "auth.bad-credentials");
        assertThat(Account.signedIn(spelled, Account.PASSWORD)
                        .http()
                        .get("/api/users/me")
                        .text("/name"))
                .isEqualTo("First");
        assertMessage(email, "account-exists");
    }

    /** All characters of a long password count. */
    @Test
    void takesPasswordsOf128Characters() {
        var password = "é".repeat(127);
        register(email, "A", password + "x").expect(202);
        Account.login(email, password + "y").expectProblem(401, "auth.bad-credentials");
        Account.login(email, password + "x").expect(200);
    }

    /** {@code Idempotency-Key} doesn't count here: a stored answer would tell who has an account. */
    @Test
    void ignoresIdempotencyKeys() {
        var keyed = Target.shop().with("Idempotency-Key", "one key for everybody");
        for (var address : List.of(email, Account.freshEmail())) {
            var answer = await().until(
                            () -> keyed.post("/api/users", body(address, "A", Account.PASSWORD)),
                            it -> it.status() != 429)
                    .expect(202);
            assertThat(answer.text("/email")).isEqualTo(address);
            assertThat(answer.header("Idempotent-Replayed")).isEmpty();
        }
    }

    private static Answer register(String email, String name, String password) {
        return Account.register(body(email, name, password));
    }

    private static Map<String, String> body(String email, String name, String password) {
        return Map.of("email", email, "name", name, "password", password);
    }

    private static void assertMessage(String to, String kind) {
        await().untilAsserted(() -> assertThat(Page.texts(Target.admin().get("/api/admin/messages?to=" + to), "kind"))
                .contains(kind));
    }
}
