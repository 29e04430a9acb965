package dev.banyan.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call what, and which credentials count. */
class AccessIT extends HttpIT {
    private static final String OPEN = "/api/things/whoami";

    private String whoAmI(TestCaller caller) {
        return http.get(OPEN).as(caller).send().json().path("caller").asString();
    }

    private String bearer(String token) {
        return http.get(OPEN).header("Authorization", "Bearer " + token).send().problem();
    }

    @Test
    void callerIsKnown() {
        var id = UUID.randomUUID();
        assertThat(http.get(OPEN).send().json().path("caller").asString()).isEqualTo("anonymous");
        assertThat(whoAmI(TestCallers.user(id, "customer"))).isEqualTo("user:" + id);
        var key = TestCallers.apiKey();
        assertThat(whoAmI(key)).isEqualTo("api-key:" + key.caller().id());
    }

    @Test
    void levels() {
        assertThat(http.get("/api/things/mine").send().problem()).isEqualTo("401 auth.required");
        assertThat(http.get("/api/things/mine")
                        .as(TestCallers.customer())
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(http.get("/api/things/mine")
                        .as(TestCallers.apiKey("stock:write"))
                        .send()
                        .problem())
                .isEqualTo("403 auth.forbidden");
        assertThat(http.get("/api/things/secret").as(TestCallers.staff()).send().problem())
                .isEqualTo("403 auth.forbidden");
        assertThat(http.get("/api/things/secret").as(TestCallers.admin()).send().status())
                .isEqualTo(200);
        assertThat(http.get("/api/things/unruled")
                        .as(TestCallers.admin())
                        .send()
                        .problem())
                .isEqualTo("403 auth.forbidden");
    }

    @Test
    void scopes() {
        var thing = "/api/things/" + UUID.randomUUID();
        assertThat(http.put(thing, "{}")
                        .as(TestCallers.apiKey("stock:read"))
                        .send()
                        .problem())
                .isEqualTo("403 auth.forbidden");
        assertThat(http.put(thing, "{}")
                        .as(TestCallers.apiKey("stock:write"))
                        .send()
                        .problem())
                .isEqualTo("428 precondition.required");
    }

    @Test
    void challenge() {
        assertThat(http.get("/api/things/mine").send().header("WWW-Authenticate"))
                .startsWith("Bearer");
        assertThat(http.get(OPEN).header("Authorization", "Bearer x").send().header("WWW-Authenticate"))
                .contains("invalid_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x.y.z", "Basic YTpi", "bearer"})
    void malformedAuthorization(String header) {
        assertThat(http.get(OPEN).header("Authorization", header).send().problem())
                .isEqualTo("401 auth.invalid");
    }

    @Test
    void unknownKeyAndBothAtOnce() {
        assertThat(http.get(OPEN).header("X-Api-Key", "k".repeat(43)).send().problem())
                .isEqualTo("401 auth.invalid");
        assertThat(http.get(OPEN).header("X-Api-Key", "").send().problem()).isEqualTo("401 auth.invalid");
        assertThat(http.get(OPEN)
                        .as(TestCallers.apiKey())
                        .as(TestCallers.customer())
                        .send()
                        .problem())
                .isEqualTo("401 auth.invalid");
        assertThat(http.get(OPEN)
                        .as(TestCallers.customer())
                        .as(TestCallers.customer())
                        .send()
                        .problem())
                .isEqualTo("401 auth.invalid");
    }

    @Test
    void tokensThatDoNotFit() {
        var id = Ids.next();
        var past = Date.from(Instant.now().minus(Duration.ofMinutes(2)));
        var future = Date.from(Instant.now().plus(Duration.ofMinutes(2)));
        assertThat(bearer(TestCallers.token(TestCallers.claims(id, "a", "admin").build(), "JWT")))
                .isEqualTo("401 auth.invalid");
        assertThat(bearer(TestCallers.token(
                        TestCallers.claims(id, "a").issuer("x").build(), "at+jwt")))
                .isEqualTo("401 auth.invalid");
        assertThat(bearer(TestCallers.token(
                        TestCallers.claims(id, "a").audience("x").build(), "at+jwt")))
                .isEqualTo("401 auth.invalid");
        assertThat(bearer(TestCallers.token(
                        TestCallers.claims(id, "a").expirationTime(past).build(), "at+jwt")))
                .isEqualTo("401 auth.invalid");
        assertThat(bearer(TestCallers.token(
                        TestCallers.claims(id, "a").expirationTime(null).build(), "at+jwt")))
                .isEqualTo("401 auth.invalid");
        assertThat(bearer(TestCallers.token(
                        TestCallers.claims(id, "a").notBeforeTime(future).build(), "at+jwt")))
                .isEqualTo("401 auth.invalid");
        assertThat(bearer(TestCallers.token(
                        TestCallers.claims(id, "a").subject("x").build(), "at+jwt")))
                .isEqualTo("401 auth.invalid");
    }

    @Test
    void signaturesThatDoNotCount() throws Exception {
        var claims = TestCallers.claims(Ids.next(), "a", "admin").build();
        var type = new JOSEObjectType("at+jwt");
        assertThat(bearer(new PlainJWT(claims).serialize())).isEqualTo("401 auth.invalid");

        var foreign = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID("test");
        var forged = new SignedJWT(header.jwk(foreign.toPublicJWK()).build(), claims);
        forged.sign(new ECDSASigner(foreign));
        assertThat(bearer(forged.serialize())).isEqualTo("401 auth.invalid");

        var symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(type)
                        .keyID("test")
                        .build(),
                claims);
        symmetric.sign(new MACSigner(new byte[32]));
        assertThat(bearer(symmetric.serialize())).isEqualTo("401 auth.invalid");
    }

    @Test
    void operatorsEndpoints() {
        assertThat(http.get("/actuator/health/liveness").send().status()).isEqualTo(200);
        assertThat(http.get("/actuator/health/readiness").send().status()).isEqualTo(200);
        assertThat(http.get("/actuator/health").send().body()).doesNotContain("components");
        assertThat(http.get("/actuator/prometheus").send().status()).isEqualTo(200);
        assertThat(http.get("/actuator/env").send().problem()).isEqualTo("401 auth.required");
        assertThat(http.get("/actuator/env").as(TestCallers.staff()).send().problem())
                .isEqualTo("403 auth.forbidden");
        assertThat(http.get("/actuator/metrics").as(TestCallers.admin()).send().status())
                .isEqualTo(200);
    }

    @Test
    void moduleStructure() {
        var answer = http.get("/actuator/modulith").send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("alpha").path("displayName").asString()).isEqualTo("Alpha");
    }

    @Test
    void databaseIsPartOfTheHealthThatAdminsSee() {
        var answer = http.get("/actuator/health").as(TestCallers.admin()).send();
        assertThat(answer.json().at("/components/database/status").asString()).isEqualTo("UP");
    }

    @Test
    void noCookiesAndSaneHeaders() {
        var answer = http.get(OPEN).send();
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }
}
