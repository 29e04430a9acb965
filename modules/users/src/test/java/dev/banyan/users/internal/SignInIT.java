package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.banyan.runtime.testing.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SignInIT extends UsersIT {
    @Autowired
    KeyRing keys;

    @Test
    void answersWithTokens() throws Exception {
        var email = registered();

        var answer = login(email, PASSWORD);

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(text(answer, "$.keys()")).contains("accessToken", "refreshToken", "tokenType", "expiresIn");
        assertThat(text(answer, "$.tokenType")).isEqualTo("Bearer");
        assertThat(text(answer, "$.expiresIn")).isEqualTo("900");
        check(SignedJWT.parse(text(answer, "$.accessToken")), email);
    }

    private void check(SignedJWT token, String email) throws Exception {
        var key = keys.published().getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("banyan");
        assertThat(claims.getAudience()).containsExactly("banyan");
        assertThat(claims.getSubject()).isEqualTo(idOf(email).toString());
        assertThat(claims.getStringClaim("email")).isEqualTo(email);
        assertThat(claims.getStringListClaim("roles")).containsExactly("customer");
        assertThat(claims.getNotBeforeTime()).isEqualTo(claims.getIssueTime());
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .hasMinutes(15);
    }

    @Test
    void answersTheSameToAnUnknownAddressAndAWrongPassword() {
        int checked = hashing.checked();
        var unknown = login(newEmail(), PASSWORD);
        assertThat(hashing.checked()).as("the time is the same").isEqualTo(checked + 1);
        var wrong = login(registered(), "wrong");
        assertThat(hashing.checked()).isEqualTo(checked + 2);

        for (var answer : List.of(unknown, wrong, login("no address", PASSWORD))) {
            assertThat(answer).hasStatus(401);
            assertThat(text(answer, "$.code")).isEqualTo("auth.bad-credentials");
            assertThat(text(answer, "$.detail")).isEqualTo(text(unknown, "$.detail"));
        }
    }

    @Test
    void refusesBadRequests() {
        for (var body : List.of("{}", "{\"email\": \"a@example.com\"}", "{\"password\": \"x\"}")) {
            assertThat(post("/api/auth/login", body)).hasStatus(400);
        }
        assertThat(post("/api/auth/login", "{\"email\": \"a@example.com\", \"password\": \"x\", \"admin\": true}"))
                .hasStatus(400);
    }

    @Test
    void slowsGuessingDown() {
        var email = registered();
        fail(5, email, "192.0.2.1");

        var refused = login(email, PASSWORD);

        assertThat(refused).hasStatus(429);
        assertThat(text(refused, "$.code")).isEqualTo("rate.limited");
        assertThat(Integer.parseInt(refused.getResponse().getHeader("Retry-After")))
                .isBetween(1, 60);
        age(Duration.ofSeconds(61));
        assertThat(login(email, PASSWORD)).hasStatusOk();
    }

    @Test
    void slowsGuessingAtUnknownAddressesDown() {
        var email = newEmail();
        fail(5, email, "192.0.2.1");
        assertThat(login(email, PASSWORD)).hasStatus(429);
    }

    @Test
    void forgetsTheOwnersSlips() {
        var email = registered();
        fail(4, email, "192.0.2.1");
        assertThat(login(email, PASSWORD)).hasStatusOk();
        fail(4, email, "192.0.2.1");
        assertThat(login(email, PASSWORD)).hasStatusOk();
    }

    @Test
    void tellsNoMoreOfManyGuessesAtOnceThanOfOneAfterAnother() throws Exception {
        var email = registered();

        var answers = Race.all(30, n -> login(email, "guess " + n, "192.0.2.30"));

        assertThat(answers.stream().map(MvcTestResult::getResponse).filter(response -> response.getStatus() == 401))
                .hasSize(5);
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.getResponse().getStatus()).isIn(401, 429));
    }

    @Test
    void opensNoSessionWithAPasswordThatWasChangedMeanwhile() {
        var email = registered();
        var account =
                database.sql(jdbc -> jdbc.sql("SELECT " + AccountRows.COLUMNS + " FROM users.account a WHERE id = :id")
                        .param("id", idOf(email))
                        .query(AccountRows::read)
                        .single());
        assertThat(database.run(() -> sessions.open(account, RefreshToken.next(), Instant.now())))
                .isTrue();
        database.run(() -> {
            accounts.changePassword(account.id(), "another hash");
            return true;
        });
        assertThat(database.run(() -> sessions.open(account, RefreshToken.next(), Instant.now())))
                .isFalse();
    }

    @Autowired
    SessionRepository sessions;

    @Autowired
    AccountRepository accounts;

    private void fail(int times, String email, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(login(email, "wrong", address)).hasStatus(401);
        }
    }
}
