package dev.banyan.conformance;

import static org.awaitility.Awaitility.await;

import dev.banyan.client.Answer;
import dev.banyan.client.Http;
import dev.banyan.kernel.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Somebody with an account of a test's own.
 *
 * @param http is signed in
 */
record Account(Http http, String id, String email, String refreshToken) {
    static final String PASSWORD = "a quiet river of words";

    /** Registration is limited per network address, so that tests that change nothing of an account share one. */
    static Account shared() {
        return Shared.CUSTOMER;
    }

    /** On the staff, and no administrator. */
    static Account sharedStaff() {
        return Shared.STAFF;
    }

    static Account fresh() {
        var email = freshEmail();
        register(Map.of("email", email, "password", PASSWORD, "name", "Grace Hopper"))
                .expect(202);
        return signedIn(email, PASSWORD);
    }

    static Account withRoles(List<String> roles) {
        var account = fresh();
        Target.admin()
                .with("If-Match", "*")
                .put("/api/admin/users/%s/roles".formatted(account.id()), Map.of("roles", roles))
                .expect(200);
        return signedIn(account.email(), PASSWORD);
    }

    static Account signedIn(String email, String password) {
        var session = login(email, password).expect(200);
        var http = Target.shop().bearer(session.text("/accessToken"));
        var id = http.get("/api/users/me").expect(200).text("/id");
        return new Account(http, id, email, session.text("/refreshToken"));
    }

    static Answer login(String email, String password) {
        return Target.shop().post("/api/auth/login", Map.of("email", email, "password", password));
    }

    /** Waits while there are too many registrations. */
    static Answer register(Object body) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> Target.shop().post("/api/users", body), answer -> answer.status() != 429);
    }

    static String freshEmail() {
        return "someone-%s@example.com".formatted(Ids.next());
    }

    private static final class Shared {
        static final Account CUSTOMER = fresh();
        static final Account STAFF = withRoles(List.of("staff"));
    }
}
