package dev.banyan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call what is for staff. */
class RolesIT {
    private static final String ID = "01900000-0000-7000-8000-000000000000";

    @ParameterizedTest
    @CsvSource({
        "GET, /api/admin/products, staff",
        "POST, /api/admin/products, staff",
        "GET, /api/admin/products/{id}, staff",
        "PUT, /api/admin/products/{id}, staff",
        "PUT, /api/admin/products/{id}/variants/A/prices, staff",
        "DELETE, /api/admin/products/{id}, staff",
        "GET, /api/admin/stock/A, staff",
        "PUT, /api/admin/stock/A, staff",
        "POST, /api/admin/stock/A/adjustments, staff",
        "GET, /api/admin/orders, staff",
        "GET, /api/admin/orders/{id}, staff",
        "POST, /api/admin/orders/{id}/cancel, staff",
        "POST, /api/admin/orders/{id}/shipments, staff",
        "POST, /api/admin/orders/{id}/refunds, staff",
        "GET, /api/admin/payments, staff",
        "GET, /api/admin/messages, staff",
        "GET, /api/admin/messages/{id}, staff",
        "GET, /api/admin/users, admin",
        "GET, /api/admin/users/{id}, admin",
        "PUT, /api/admin/users/{id}/roles, admin",
        "GET, /api/admin/api-keys, admin",
        "POST, /api/admin/api-keys, admin",
        "DELETE, /api/admin/api-keys/{id}, admin"
    })
    void adminCalls(String method, String path, String role) {
        var url = path.replace("{id}", ID);
        var anonymous = Target.shop().send(method, url, "").expectProblem(401, "auth.required");
        assertThat(anonymous.header("WWW-Authenticate")).isNotEmpty();
        Account.shared().http().send(method, url, "").expectProblem(403, "auth.forbidden");
        var staff = Account.sharedStaff().http().send(method, url, "");
        if (role.equals("admin")) {
            staff.expectProblem(403, "auth.forbidden");
        } else {
            assertThat(staff.status()).isNotIn(401, 403);
        }
        assertThat(Target.admin().send(method, url, "").status()).isNotIn(401, 403);
    }

    @ParameterizedTest
    @CsvSource({"/api/carts", "/api/orders", "/api/users/me"})
    void whatIsMineNeedsMe(String path) {
        Target.shop().get(path).expectProblem(401, "auth.required");
        Account.shared().http().get(path).expect(200);
    }

    @Test
    void mergingNeedsAUser() {
        Target.shop().post("/api/carts/%s/merge".formatted(ID), "").expectProblem(401, "auth.required");
    }

    @ParameterizedTest
    @CsvSource({
        "/internal",
        "/internal/orders",
        "/internal/orders/find",
        "/api/..;/internal/orders",
        "/internal;x/orders"
    })
    void callsBetweenModulesAreNotForAnybody(String path) {
        Target.admin().get(path).expect(404);
        Target.admin().post(path, "{}").expect(404);
    }
}
