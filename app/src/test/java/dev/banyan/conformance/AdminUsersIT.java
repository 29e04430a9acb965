package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdminUsersIT {
    @Test
    void areFoundByPartsOfAddressAndName() {
        var account = Account.shared();
        var admin = Target.admin();
        assertThat(Page.texts(admin.get("/api/admin/users?q=" + account.email()), "id"))
                .containsExactly(account.id());
        assertThat(Page.texts(admin.get("/api/admin/users?q=" + account.email().substring(10, 40)), "id"))
                .containsExactly(account.id());
        assertThat(Page.items(admin.get("/api/admin/users?q=nobody-" + Ids.next())))
                .isEmpty();
        assertThat(Page.items(admin.get("/api/admin/users?q=%25%25%25"))).isEmpty();
        var one = admin.get("/api/admin/users/" + account.id()).expect(200);
        assertThat(one.json().propertyNames()).contains("id", "email", "name", "roles", "version");
        assertThat(one.body()).doesNotContain("password").doesNotContain("argon");
    }

    @Test
    void getOtherRoles() {
        var account = Account.fresh();
        var path = "/api/admin/users/" + account.id();
        var before = Target.admin().get(path).expect(200);

        var after = Target.admin()
                .with("If-Match", before.header("ETag"))
                .put(path + "/roles", Map.of("roles", List.of("staff", "customer")))
                .expect(200);

        assertThat(after.at("/roles").valueStream().map(role -> role.asString()))
                .containsExactlyInAnyOrder("staff", "customer");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        Target.admin()
                .with("If-Match", before.header("ETag"))
                .put(path + "/roles", Map.of("roles", List.of("customer")))
                .expectProblem(412, "precondition.failed");
        Account.signedIn(account.email(), Account.PASSWORD)
                .http()
                .get("/api/admin/orders")
                .expect(200);
    }

    @Test
    void mustExist() {
        for (var id : List.of(Ids.next().toString(), "nobody", "1")) {
            Target.admin().get("/api/admin/users/" + id).expectProblem(404, "users.not-found");
            Target.admin()
                    .with("If-Match", "*")
                    .put("/api/admin/users/%s/roles".formatted(id), Map.of("roles", List.of("customer")))
                    .expectProblem(404, "users.not-found");
        }
    }

    @Test
    void theirRolesNeedIfMatch() {
        Target.admin()
                .put("/api/admin/users/%s/roles".formatted(Ids.next()), Map.of("roles", List.of("customer")))
                .expectProblem(428, "precondition.required");
    }
}
