package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.banyan.kernel.Ids;
import dev.banyan.runtime.testing.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

class AdminUsersIT extends UsersIT {
    @Test
    void isForAdministrators() {
        var email = registered();
        var customer = accessToken(email);
        var staff = signedIn(Role.STAFF);
        for (var path : List.of("/api/admin/users", "/api/admin/users/" + idOf(email), "/api/admin/api-keys")) {
            assertThat(get(path, null)).hasStatus(401);
            assertThat(get(path, customer)).hasStatus(403);
            assertThat(get(path, staff)).hasStatus(403);
        }
        assertThat(putRoles(staff, idOf(email), "[\"admin\"]", "*")).hasStatus(403);
    }

    @Test
    void findsByAnyPartOfAddressOrName() {
        var admin = signedIn(Role.ADMIN);
        var mark = Ids.next().toString();
        var email = mark + "@Shop.example.com";
        post("/api/users", """
                {"email": "%s", "password": "%s", "name": "Zoë Ünal-%s"}""".formatted(email, PASSWORD, mark.substring(24)));

        for (var query : List.of(email, mark.substring(3, 30), mark + "@SHOP", "zoë ünal-" + mark.substring(24))) {
            assertThat(emails(list(admin, query, null))).as(query).containsExactly(email);
        }
        assertThat(emails(list(admin, "Zo", null))).contains(email);
        assertThat(emails(list(admin, mark + "x", null))).isEmpty();
    }

    @Test
    void takesWildcardsLiterally() {
        var admin = signedIn(Role.ADMIN);
        var mark = Ids.next().toString();
        post("/api/users", """
                {"email": "%s_%%5@example.com", "password": "%s", "name": "Ada"}""".formatted(mark, PASSWORD));
        post("/api/users", """
                {"email": "%sx55@example.com", "password": "%s", "name": "Ada"}""".formatted(mark, PASSWORD));

        assertThat(emails(list(admin, mark + "_", null))).containsExactly(mark + "_%5@example.com");
        assertThat(emails(list(admin, mark + "%5", null))).isEmpty();
        assertThat(emails(list(admin, mark + "\\", null))).isEmpty();
        assertThat(emails(list(admin, mark, null))).hasSize(2);
    }

    @Test
    void pagesThroughAllTheNewestFirst() {
        var admin = signedIn(Role.ADMIN);
        var mark = "page" + Ids.next();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            expected.addFirst(mark + i + "@example.com");
            register(expected.getFirst(), PASSWORD);
        }

        var first = list(admin, mark, "limit=2");
        register(mark + "late@example.com", PASSWORD);
        var second = list(admin, mark, "limit=2&cursor=" + text(first, "$.nextCursor"));
        var third = list(admin, mark, "limit=2&cursor=" + text(second, "$.nextCursor"));

        var seen = new ArrayList<>(emails(first));
        seen.addAll(emails(second));
        seen.addAll(emails(third));
        assertThat(seen).isEqualTo(expected);
        assertThat(JsonPath.<Object>read(body(third), "$.nextCursor")).isNull();
    }

    @Test
    void refusesBadListRequests() {
        var admin = signedIn(Role.ADMIN);
        for (var query :
                List.of("limit=0", "limit=101", "limit=x", "cursor=nonsense", "q=" + "x".repeat(201), "q=a\nb")) {
            assertThat(get("/api/admin/users?" + query, admin)).as(query).hasStatus(400);
        }
        assertThat(get("/api/admin/users?q=", admin)).hasStatusOk();
    }

    @Test
    void showsOne() {
        var admin = signedIn(Role.ADMIN);
        var email = registered();

        var answer = get("/api/admin/users/" + idOf(email), admin);

        assertThat(answer).hasStatusOk().hasHeader("ETag", "\"0\"");
        assertThat(text(answer, "$.email")).isEqualTo(email);
        assertThat(text(answer, "$.createdAt")).endsWith("Z");
        assertThat(body(answer)).doesNotContain("password", "hash", "phone");
        assertThat(get("/api/admin/users/" + Ids.next(), admin)).hasStatus(404);
        var malformed = get("/api/admin/users/nonsense", admin);
        assertThat(malformed).hasStatus(404);
        assertThat(text(malformed, "$.code")).isEqualTo("users.not-found");
    }

    @Test
    void changesRoles() {
        var admin = signedIn(Role.ADMIN);
        var id = idOf(registered());

        var answer = putRoles(admin, id, "[\"staff\", \"customer\"]", "\"0\"");

        assertThat(answer).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(text(answer, "$.roles")).isEqualTo("[\"customer\",\"staff\"]");
        assertThat(putRoles(admin, id, "[\"staff\", \"customer\"]", "\"1\"")).hasHeader("ETag", "\"1\"");
        assertThat(putRoles(admin, id, "[\"customer\"]", "\"0\"")).hasStatus(412);
        assertThat(putRoles(admin, id, "[\"customer\"]", null)).hasStatus(428);
        assertThat(putRoles(admin, Ids.next(), "[\"customer\"]", "*")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"root\"]", "[\"ADMIN\"]", "[null]", "\"admin\"", "null", "[7]"})
    void refusesBadRoles(String roles) {
        assertThat(putRoles(signedIn(Role.ADMIN), idOf(registered()), roles, "*"))
                .hasStatus(400);
    }

    @Test
    void keepsOneAdministratorWhenTwoStepDownAtOnce() throws Exception {
        database.sql(jdbc ->
                jdbc.sql("UPDATE users.account SET roles = '{customer}'").update());
        var emails = List.of(registered(), registered());
        emails.forEach(email -> grant(email, Role.ADMIN));
        var tokens = emails.stream().map(this::accessToken).toList();

        var answers = Race.all(2, n -> putRoles(tokens.get(n), idOf(emails.get(n)), "[\"customer\"]", "*"));

        assertThat(answers.stream().map(answer -> answer.getResponse().getStatus()))
                .containsExactlyInAnyOrder(200, 409);
        assertThat(answers.stream().filter(answer -> answer.getResponse().getStatus() == 409))
                .singleElement()
                .satisfies(answer -> assertThat(text(answer, "$.code")).isEqualTo("users.last-admin"));
    }

    @Test
    void letsNobodyPromoteThemselvesWithTheTokenOfBefore() {
        var admin = signedIn(Role.ADMIN);
        var email = registered();
        grant(email, Role.ADMIN);
        var token = accessToken(email);
        assertThat(putRoles(admin, idOf(email), "[\"customer\"]", "*")).hasStatusOk();

        var refused = putRoles(token, idOf(email), "[\"customer\", \"admin\"]", "*");

        assertThat(refused).hasStatus(403);
        assertThat(text(refused, "$.code")).isEqualTo("auth.forbidden");
        assertThat(text(get("/api/admin/users/" + idOf(email), admin), "$.roles"))
                .isEqualTo("[\"customer\"]");
    }

    @Test
    void refusesARaceOfPromotionAgainstDemotion() throws Exception {
        var admin = signedIn(Role.ADMIN);
        for (int i = 0; i < 5; i++) {
            var email = registered();
            grant(email, Role.ADMIN);
            var id = idOf(email);
            var tokens = List.of(admin, accessToken(email));
            var friend = idOf(registered());

            var answers = Race.all(
                    2,
                    n -> n == 0
                            ? putRoles(tokens.get(0), id, "[\"customer\"]", "*")
                            : putRoles(tokens.get(1), friend, "[\"admin\"]", "*"));

            assertThat(answers.getFirst()).hasStatusOk();
            assertThat(answers.getLast().getResponse().getStatus()).isIn(200, 403);
            assertThat(putRoles(tokens.get(1), friend, "[\"admin\"]", "*")).hasStatus(403);
        }
    }

    @Test
    void searchesWithTheIndex() {
        var plan = database.sql(jdbc -> {
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            jdbc.sql("SET LOCAL enable_indexscan = off").update();
            return jdbc.sql("EXPLAIN SELECT id FROM users.account a WHERE a.grams @> :grams::text[]")
                    .param("grams", AccountSearch.gramsOf("lovelace"))
                    .query(String.class)
                    .list();
        });
        assertThat(plan).anyMatch(line -> line.contains("account_search"));
    }

    private MvcTestResult list(String token, String query, @Nullable String more) {
        var uri = UriComponentsBuilder.fromPath("/api/admin/users")
                .queryParam("q", "{q}")
                .query(more)
                .encode()
                .buildAndExpand(query)
                .toUri();
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult putRoles(String token, UUID id, String roles, @Nullable String ifMatch) {
        var request = mvc.put()
                .uri("/api/admin/users/{id}/roles", id)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"roles\": %s}".formatted(roles));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).exchange();
    }

    private static List<String> emails(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return JsonPath.read(body(answer), "$.items[*].email");
    }
}
