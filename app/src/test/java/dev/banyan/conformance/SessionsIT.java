package dev.banyan.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.client.Answer;
import dev.banyan.client.Http;
import dev.banyan.runtime.testing.Race;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, staying signed in, signing out. */
class SessionsIT {
    @Test
    void signingInGivesTokens() {
        var answer = Account.login(Account.shared().email().toUpperCase(Locale.ROOT), Account.PASSWORD)
                .expect(200);

        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("accessToken", "refreshToken", "tokenType", "expiresIn");
        assertThat(answer.text("/tokenType")).isEqualTo("Bearer");
        assertThat(answer.at("/expiresIn").isIntegralNumber()).isTrue();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var me = Target.shop().bearer(answer.text("/accessToken")).get("/api/users/me");
        assertThat(me.expect(200).text("/email")).isEqualTo(Account.shared().email());
    }

    @Test
    void unknownAddressAndWrongPasswordAnswerTheSame() {
        var unknown = Account.login(Account.freshEmail(), Account.PASSWORD).expectProblem(401, "auth.bad-credentials");
        var wrong =
                Account.login(Account.fresh().email(), "not the password").expectProblem(401, "auth.bad-credentials");
        assertThat(withoutTrace(wrong)).isEqualTo(withoutTrace(unknown));
        assertThat(wrong.response().headers().map().keySet())
                .isEqualTo(unknown.response().headers().map().keySet());
    }

    @Test
    void repeatedFailuresAreSlowedDown() {
        var email = Account.freshEmail();
        var answer = Account.login(email, "guess");
        for (int guess = 0; guess < 100 && answer.status() == 401; guess++) {
            answer = Account.login(email, "guess");
        }
        answer.expectProblem(429, "rate.limited");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        Account.login(Account.shared().email(), Account.PASSWORD).expect(200);
    }

    @Test
    void aRefreshTokenRotatesAndAUsedOneEndsItsFamily() {
        var account = Account.fresh();
        var second = refresh(account.refreshToken()).expect(200);
        assertThat(second.text("/refreshToken")).isNotEqualTo(account.refreshToken());
        Target.shop().bearer(second.text("/accessToken")).get("/api/users/me").expect(200);
        var third = refresh(second.text("/refreshToken")).expect(200);

        refresh(account.refreshToken()).expectProblem(401, "auth.invalid");

        refresh(third.text("/refreshToken")).expectProblem(401, "auth.invalid");
        Account.login(account.email(), Account.PASSWORD).expect(200);
    }

    @Test
    void aRefreshTokenIsTakenOnceThoughItComesManyTimesAtOnce() throws Exception {
        var session = Account.login(Account.shared().email(), Account.PASSWORD).expect(200);
        var answers = Race.all(8, _ -> refresh(session.text("/refreshToken")));
        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    void signingOutEndsTheSession() {
        var session = Account.login(Account.shared().email(), Account.PASSWORD).expect(200);
        var other = Account.login(Account.shared().email(), Account.PASSWORD).expect(200);

        var answer = logout(session.text("/refreshToken")).expect(204);

        assertThat(answer.body()).isEmpty();
        refresh(session.text("/refreshToken")).expectProblem(401, "auth.invalid");
        refresh(other.text("/refreshToken")).expect(200);
        logout(session.text("/refreshToken")).expect(204);
        logout("nonsense").expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "a.b.c", "é"})
    void whatIsNoRefreshToken(String token) {
        refresh(token).expectProblem(401, "auth.invalid");
    }

    /** Made up, cut, signed by nobody, or signed for something else. */
    @Test
    void whatIsNoAccessToken() {
        var good = Account.shared()
                .http()
                .headers()
                .getOrDefault("Authorization", "")
                .substring("Bearer ".length());
        var parts = good.split("\\.", -1);
        var none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        var promoted = parts[0] + "." + payload(parts[1]).replace("customer", "admin") + "." + parts[2];
        var forged = parts[0] + "." + base64(payload(parts[1]).replace("customer", "admin")) + "." + parts[2];
        for (var token : new String[] {
            "",
            "x",
            "..",
            none,
            promoted,
            forged,
            good.substring(0, good.length() - 4),
            Account.shared().refreshToken()
        }) {
            signed(token).get("/api/users/me").expectProblem(401, "auth.invalid");
        }
        signed(good).with("X-Api-Key", "x").get("/api/users/me").expectProblem(401, "auth.invalid");
    }

    @Test
    void keysToVerifyTokensArePublished() {
        var jwks = Target.shop().get("/.well-known/jwks.json").expect(200);
        assertThat(jwks.at("/keys").valueStream()).isNotEmpty().allSatisfy(key -> {
            assertThat(key.path("kid").asString()).isNotEmpty();
            assertThat(key.path("kty").asString()).isIn("RSA", "EC", "OKP");
            assertThat(key.propertyNames()).doesNotContain("d", "p", "q", "dp", "dq", "qi", "k");
        });
    }

    private static Http signed(String token) {
        return Target.shop().with("Authorization", "Bearer " + token);
    }

    private static Answer refresh(String token) {
        return Target.shop().post("/api/auth/refresh", Map.of("refreshToken", token));
    }

    private static Answer logout(String token) {
        return Target.shop().post("/api/auth/logout", Map.of("refreshToken", token));
    }

    private static String withoutTrace(Answer problem) {
        return Edit.remove(problem.json().toString(), "/traceId");
    }

    private static String payload(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
