package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfileIT {
    @Test
    void isOnesOwn() {
        var account = Account.fresh();
        var me = account.http().get("/api/users/me").expect(200);
        assertThat(me.json().propertyNames()).containsExactlyInAnyOrder("id", "email", "name", "roles", "version");
        assertThat(me.header("ETag")).isEqualTo("\"%s\"".formatted(me.text("/version")));

        var named = account.http().patch("/api/users/me", "{\"name\":\"Ada\",\"phone\":\"+44 1632 960961\"}");

        assertThat(named.expect(200).text("/name")).isEqualTo("Ada");
        assertThat(named.text("/phone")).isEqualTo("+441632960961");
        assertThat(named.at("/version").longValue())
                .isGreaterThan(me.at("/version").longValue());
        var other =
                account.http().patch("/api/users/me", "{\"name\":\"Grace\"}").expect(200);
        assertThat(other.text("/phone")).isEqualTo("+441632960961");
        assertThat(account.http().get("/api/users/me").body()).isEqualTo(other.body());
    }

    @Test
    void onlyNameAndPhoneChange() {
        var http = Account.shared().http();
        http.patch("/api/users/me", "{\"email\":\"x@example.com\"}").expectProblem(400, "request.malformed");
        http.patch("/api/users/me", "{\"roles\":[\"admin\"]}").expectProblem(400, "request.malformed");
        http.patch("/api/users/me", "{\"version\":1}").expectProblem(400, "request.malformed");
    }

    @Test
    void isForUsers() {
        Target.shop().get("/api/users/me").expectProblem(401, "auth.required");
        Target.shop().patch("/api/users/me", "{}").expectProblem(401, "auth.required");
        ApiKey.of("orders:read").http().get("/api/users/me").expectProblem(403, "auth.forbidden");
    }
}
