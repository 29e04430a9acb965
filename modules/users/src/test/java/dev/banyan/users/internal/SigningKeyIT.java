package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.SignedJWT;
import dev.banyan.runtime.security.Sealer;
import dev.banyan.runtime.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SigningKeyIT extends UsersIT {
    @Autowired
    KeyRing keys;

    @Autowired
    SigningKeyRepository repository;

    @Autowired
    SigningKeyMint mint;

    @Autowired
    UsersProperties properties;

    @Autowired
    AccountHousekeeping housekeeping;

    @Autowired
    Sealer sealer;

    private List<SigningKey> before = List.of();

    @BeforeEach
    void startWithOneNewKey() {
        before = repository.load().keys();
        deleteAll();
        keys.refresh();
    }

    /** Other tests' tokens are signed with the keys that were here before. */
    @AfterEach
    void restore() {
        clock.reset();
        deleteAll();
        before.forEach(repository::add);
        keys.refresh();
    }

    @Test
    void publishesPublicKeys() {
        var answer = get("/.well-known/jwks.json", null);

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("application/json");
        assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("max-age=300, public");
        var key = JsonPath.<java.util.Map<String, String>>read(body(answer), "$.keys[0]");
        assertThat(key)
                .containsOnlyKeys("kty", "crv", "kid", "x", "y", "use", "alg")
                .containsEntry("crv", "P-256")
                .containsEntry("use", "sig")
                .containsEntry("alg", "ES256");
    }

    @Test
    void keepsPrivateKeysSealed() {
        assertThat(before).isNotEmpty().allSatisfy(key -> {
            var secret = mint.open(key).orElseThrow().getD().toString();
            assertThat(key.privateSealed()).doesNotContain(secret);
            assertThat(key.publicKey().isPrivate()).isFalse();
        });
    }

    @Test
    void rotates() throws Exception {
        var first = kid();
        clock.advance(Duration.ofDays(29).plusMinutes(5));
        assertThat(kid()).as("published, not used yet").isEqualTo(first);
        assertThat(published()).hasSize(2).contains(first);

        clock.advance(Duration.ofDays(1));
        var second = kid();
        assertThat(second).isNotEqualTo(first);
        assertThat(published()).as("the old one still verifies").contains(first, second);

        clock.advance(Duration.ofHours(2));
        housekeeping.tidyUp();
        assertThat(published()).doesNotContain(first).contains(second);
        assertThat(repository.load().keys())
                .extracting(key -> key.publicKey().getKeyID())
                .doesNotContain(first);
    }

    @Test
    void makesOneKeyWhenManyInstancesStartAtOnce() throws Exception {
        deleteAll();

        var kids = Race.all(
                8,
                _ -> new KeyRing(repository, mint, properties, clock)
                        .refresh()
                        .signing()
                        .getKeyID());

        assertThat(kids.stream().distinct()).hasSize(1);
        assertThat(repository.load().keys()).hasSize(1);
    }

    @Test
    void makesAnotherKeyWhenTheSecretChanged() {
        var ours = repository.load().keys();
        var otherSecret = new SigningKeyMint(new OtherSealer(sealer));
        var theirs = new KeyRing(repository, otherSecret, properties, clock).refresh();
        assertThat(ours)
                .noneSatisfy(key -> assertThat(key.publicKey().getKeyID())
                        .isEqualTo(theirs.signing().getKeyID()));
        assertThat(Stream.concat(
                        ours.stream().map(key -> key.publicKey().getKeyID()),
                        Stream.of(theirs.signing().getKeyID())))
                .as("tokens signed before still verify")
                .allSatisfy(
                        kid -> assertThat(theirs.published().getKeyByKeyId(kid)).isNotNull());
    }

    private String kid() throws Exception {
        return SignedJWT.parse(accessToken(registered())).getHeader().getKeyID();
    }

    private List<String> published() {
        return JsonPath.read(body(get("/.well-known/jwks.json", null)), "$.keys[*].kid");
    }

    private void deleteAll() {
        database.sql(jdbc -> jdbc.sql("DELETE FROM users.signing_key").update());
    }

    /** Seals with a secret of its own. */
    private record OtherSealer(Sealer sealer) implements Sealer {
        @Override
        public byte[] seal(String purpose, byte[] plain) {
            return sealer.seal("other " + purpose, plain);
        }

        @Override
        public byte[] open(String purpose, byte[] sealed) {
            return sealer.open("other " + purpose, sealed);
        }

        @Override
        public byte[] derive(String purpose) {
            return sealer.derive("other " + purpose);
        }
    }
}
