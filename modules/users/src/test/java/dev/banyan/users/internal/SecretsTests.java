package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.users.ResetToken;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretsTests {
    @Test
    void readsItsOwnRefreshTokens() {
        var token = RefreshToken.next();
        assertThat(RefreshToken.parse(token.text())).contains(token);
        assertThat(token.rotated().familyHash()).isEqualTo(token.familyHash());
        assertThat(token.rotated().generationHash()).isNotEqualTo(token.generationHash());
    }

    @Test
    void readsNothingElseAsRefreshToken() {
        assertThat(List.of(
                        "",
                        ".",
                        "abc",
                        RefreshToken.next().family(),
                        RefreshToken.next().text() + "A"))
                .allSatisfy(text -> assertThat(RefreshToken.parse(text)).isEmpty());
    }

    @Test
    void makesRecognisableApiKeys() {
        var key = ApiKeySecret.next();
        assertThat(key).matches("bk_[\\w-]{43}").startsWith(ApiKeySecret.hint(key));
        assertThat(ApiKeySecret.hint(key)).hasSize(7);
        assertThat(ApiKeySecret.isOne(key)).isTrue();
        assertThat(ApiKeySecret.isOne("sk_" + key.substring(3))).isFalse();
    }

    @Test
    void makesPasswordsForPaper() {
        assertThat(ReadablePassword.next())
                .matches("([a-z2-9]{4}-){4}[a-z2-9]{4}")
                .isNotEqualTo(ReadablePassword.next());
    }

    @Test
    void tellsNoSecretInPassing() {
        var account = new Account(
                UUID.randomUUID(),
                "s3cr3t@example.com",
                "s3cr3t",
                "s3cr3t",
                new TreeSet<>(),
                "s3cr3t",
                0,
                Instant.EPOCH);
        assertThat(List.of(
                        new RegisterUser("s3cr3t", "s3cr3t", "s3cr3t", "s3cr3t"),
                        new Login("s3cr3t", "s3cr3t"),
                        new RefreshRequest("s3cr3t"),
                        new RequestPasswordReset("s3cr3t"),
                        new ConfirmPasswordReset("s3cr3t", "s3cr3t"),
                        new PasswordResetAsked(account.id(), "s3cr3t"),
                        new SignInAttempt("s3cr3t", "s3cr3t"),
                        new TokenAnswer("s3cr3t", "s3cr3t", "Bearer", 900),
                        new RefreshToken("s3cr3t", "s3cr3t"),
                        new NewApiKey(account.id(), "s3cr3t", List.of(), "s3cr3t", Instant.EPOCH, "s3cr3t"),
                        new AdminProperties("admin@example.com", "s3cr3t"),
                        new ResetToken("s3cr3t", Instant.EPOCH),
                        account,
                        ProfileView.of(account),
                        AdminUserView.of(account)))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain("s3cr3t"));
    }
}
