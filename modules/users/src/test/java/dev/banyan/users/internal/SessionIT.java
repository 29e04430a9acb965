package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.banyan.runtime.testing.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SessionIT extends UsersIT {
    @Test
    void rotatesTheRefreshToken() {
        var first = refreshToken(registered());

        var answer = refresh(first);

        assertThat(answer).hasStatusOk();
        assertThat(text(answer, "$.refreshToken")).isNotEqualTo(first);
        assertThat(text(answer, "$.tokenType")).isEqualTo("Bearer");
        assertThat(text(answer, "$.expiresIn")).isEqualTo("900");
        assertThat(get("/api/users/me", text(answer, "$.accessToken"))).hasStatusOk();
        assertThat(refresh(text(answer, "$.refreshToken"))).hasStatusOk();
    }

    @Test
    void endsTheFamilyWhenAUsedTokenComesBack() {
        var email = registered();
        var other = refreshToken(email);
        var first = refreshToken(email);
        var second = text(refresh(first), "$.refreshToken");

        var reused = refresh(first);

        assertThat(reused).hasStatus(401);
        assertThat(text(reused, "$.code")).isEqualTo("auth.invalid");
        assertThat(refresh(second)).hasStatus(401);
        assertThat(refresh(other)).as("another session").hasStatusOk();
    }

    @Test
    void letsOneOfManyRefreshesWinAndEndsTheFamily() throws Exception {
        var token = refreshToken(registered());

        var answers = Race.all(20, _ -> refresh(token));

        var winners = answers.stream()
                .filter(answer -> answer.getResponse().getStatus() == 200)
                .toList();
        assertThat(winners).hasSize(1);
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.getResponse().getStatus()).isIn(200, 401));
        assertThat(refresh(text(winners.getFirst(), "$.refreshToken"))).hasStatus(401);
    }

    @Test
    void refusesWhatIsNoRefreshToken() {
        var email = registered();
        for (var token : List.of("", "x", RefreshToken.next().text(), accessToken(email))) {
            assertThat(refresh(token)).hasStatus(401);
        }
        assertThat(post("/api/auth/refresh", "{}")).hasStatus(400);
        assertThat(post("/api/auth/refresh", "{\"refreshToken\": null}")).hasStatus(400);
        assertThat(post("/api/auth/refresh", "{\"token\": \"x\"}")).hasStatus(400);
    }

    @Test
    void readsRolesAgain() throws Exception {
        var email = registered();
        var token = refreshToken(email);
        grant(email, Role.STAFF);
        var access = SignedJWT.parse(text(refresh(token), "$.accessToken"));
        assertThat(access.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("customer", "staff");
    }

    @Test
    void endsASessionThatIsNotUsed() {
        var token = refreshToken(registered());
        clock.advance(Duration.ofDays(13));
        token = text(refresh(token), "$.refreshToken");
        clock.advance(Duration.ofDays(15));
        assertThat(refresh(token)).hasStatus(401);
    }

    @Test
    void endsEachSessionAfterThirtyDays() {
        var token = refreshToken(registered());
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofDays(13));
            token = text(refresh(token), "$.refreshToken");
        }
        clock.advance(Duration.ofDays(5));
        assertThat(refresh(token)).hasStatus(401);
    }

    @Test
    void signsOut() {
        var token = refreshToken(registered());
        assertThat(logout(token)).hasStatus(204);
        assertThat(refresh(token)).hasStatus(401);
        assertThat(logout(token)).as("again").hasStatus(204);
        assertThat(logout("nonsense")).hasStatus(204);
        assertThat(post("/api/auth/logout", "{}")).hasStatus(400);
    }

    @Test
    void signsOutWithAnOlderTokenOfTheSession() {
        var first = refreshToken(registered());
        var second = text(refresh(first), "$.refreshToken");
        assertThat(logout(first)).hasStatus(204);
        assertThat(refresh(second)).hasStatus(401);
    }

    private MvcTestResult refresh(String token) {
        return post("/api/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(token));
    }

    private MvcTestResult logout(String token) {
        return post("/api/auth/logout", "{\"refreshToken\": \"%s\"}".formatted(token));
    }
}
