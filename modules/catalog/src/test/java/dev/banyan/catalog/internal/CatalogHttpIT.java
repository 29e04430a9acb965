package dev.banyan.catalog.internal;

import static dev.banyan.catalog.internal.Bodies.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.banyan.runtime.testing.TestCaller;
import dev.banyan.runtime.testing.TestCallers;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The catalogue's part of the public API, through the runtime's filters. */
class CatalogHttpIT extends CatalogIT {
    private static final String ADMIN = "/api/admin/products";

    @Autowired
    MockMvcTester mvc;

    private final TestCaller staff = TestCallers.staff();

    @Test
    void createsShowsChangesAndArchives() {
        var sku = fresh("S-");
        var category = fresh("cat-");
        var created = send(staff, HttpMethod.POST, ADMIN, product("Kettle " + sku, category, sku), Map.of());
        assertThat(created).hasStatus(201).hasHeader("ETag", "\"1\"");
        var id = text(created, "$.id");
        var slug = text(created, "$.slug");
        assertThat(created).hasHeader("Location", ADMIN + "/" + id);
        assertThat(created)
                .bodyJson()
                .extractingPath("$.variants[0].prices[1].currency")
                .isEqualTo("USD");

        var shown = get("/api/products/" + slug + "?currency=USD");
        assertThat(shown).hasStatus(200).hasHeader("ETag", "\"1\"").bodyJson().isStrictlyEqualTo("""
                {"id": "%s", "slug": "%s", "name": "Kettle %s", "description": "Boils water.", "category": "%s",
                 "images": [], "options": [{"name": "Size", "values": ["L", "S"]}],
                 "variants": [{"sku": "%s", "options": {"Size": "S"}, "price": {"amount": 1100, "currency": "USD"},
                               "weightGrams": 900}],
                 "version": 1}""".formatted(
                        id, slug, sku, category, sku));
        assertThat(get("/api/products?category=" + category)).bodyJson().isStrictlyEqualTo("""
                {"items": [{"id": "%s", "slug": "%s", "name": "Kettle %s", "description": "Boils water.",
                            "category": "%s", "imageUrl": null, "price": {"amount": 1000, "currency": "EUR"}}],
                 "nextCursor": null}""".formatted(
                        id, slug, sku, category));

        var prices = send(
                staff,
                HttpMethod.PUT,
                ADMIN + "/" + id + "/variants/" + sku + "/prices",
                "[{\"amount\": 5, \"currency\": \"EUR\"}]",
                Map.of("If-Match", "\"1\""));
        assertThat(prices).hasStatus(200).hasHeader("ETag", "\"2\"");
        assertThat(get("/api/products/" + id + "?currency=USD"))
                .bodyJson()
                .extractingPath("$.variants[0].price")
                .isNull();
        assertProblem(
                send(
                        staff,
                        HttpMethod.PUT,
                        ADMIN + "/" + id,
                        product("Kettle", category, sku),
                        Map.of("If-Match", "\"1\"")),
                412,
                "precondition.failed");
        assertThat(send(
                        staff,
                        HttpMethod.PUT,
                        ADMIN + "/" + id,
                        product("Kettle", category, sku),
                        Map.of("If-Match", "*")))
                .hasStatus(200)
                .hasHeader("ETag", "\"3\"");
        assertProblem(
                send(staff, HttpMethod.DELETE, ADMIN + "/" + id, null, Map.of("If-Match", "\"2\"")),
                412,
                "precondition.failed");
        assertThat(send(staff, HttpMethod.DELETE, ADMIN + "/" + id, null, Map.of()))
                .hasStatus(204);
        assertProblem(get("/api/products/" + id), 404, "catalog.not-found");
        assertThat(send(staff, HttpMethod.GET, ADMIN + "/" + id, null, Map.of()))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.archived")
                .isEqualTo(true);
        assertThat(send(staff, HttpMethod.GET, ADMIN + "?limit=1", null, Map.of()))
                .hasStatus(200);
    }

    @Test
    void takenSkusAndSlugsAreNamed() {
        var sku = fresh("S-");
        var first = send(staff, HttpMethod.POST, ADMIN, product("First", "things", sku), Map.of());
        var repeated = send(staff, HttpMethod.POST, ADMIN, product("Second", "things", sku), Map.of());
        assertProblem(repeated, 409, "catalog.sku-taken");
        assertThat(repeated).bodyJson().extractingPath("$.skus[0]").isEqualTo(sku);
        var slug = text(first, "$.slug");
        var sameSlug = send(
                staff,
                HttpMethod.POST,
                ADMIN,
                product("Third", "things", fresh("S-")).replaceFirst("\\{", "{\"slug\": \"" + slug + "\","),
                Map.of());
        assertProblem(sameSlug, 409, "catalog.slug-taken");
        assertThat(sameSlug).bodyJson().extractingPath("$.slug").isEqualTo(slug);
    }

    @Test
    void onlyStaffAndKeysWithTheScopeChangeProducts() {
        var body = product("Secured", "things", fresh("S-"));
        assertProblem(send(null, HttpMethod.POST, ADMIN, body, Map.of()), 401, "auth.required");
        assertProblem(send(TestCallers.customer(), HttpMethod.POST, ADMIN, body, Map.of()), 403, "auth.forbidden");
        assertProblem(
                send(TestCallers.apiKey("catalog:read"), HttpMethod.POST, ADMIN, body, Map.of()),
                403,
                "auth.forbidden");
        assertThat(send(TestCallers.apiKey("catalog:read"), HttpMethod.GET, ADMIN, null, Map.of()))
                .hasStatus(200);
        assertThat(send(TestCallers.apiKey("catalog:write"), HttpMethod.POST, ADMIN, body, Map.of()))
                .hasStatus(201);
    }

    @Test
    void changesNeedIfMatch() {
        var path = ADMIN + "/0193fe22-7a6c-7000-8000-000000000000";
        var body = product("Unseen", "things", fresh("S-"));
        assertProblem(send(staff, HttpMethod.PUT, path, body, Map.of()), 428, "precondition.required");
        assertProblem(
                send(staff, HttpMethod.PUT, path + "/variants/A/prices", "[]", Map.of()), 428, "precondition.required");
        assertProblem(send(staff, HttpMethod.PUT, path, body, Map.of("If-Match", "*")), 404, "catalog.not-found");
        assertProblem(send(staff, HttpMethod.DELETE, path, null, Map.of()), 404, "catalog.not-found");
        assertProblem(send(staff, HttpMethod.GET, path, null, Map.of()), 404, "catalog.not-found");
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNoProduct(String part, String other, String field) {
        var whole = product("Kettle", "things", fresh("S-"));
        assertThat(whole).contains(part);
        var refused = send(staff, HttpMethod.POST, ADMIN, whole.replace(part, other), Map.of());
        assertThat(refused).hasStatus(400);
        if (!field.isEmpty()) {
            assertThat(refused)
                    .bodyJson()
                    .extractingPath("$.errors[*].field")
                    .asArray()
                    .contains(field);
        }
    }

    static Stream<Arguments> refusesWhatIsNoProduct() {
        return Stream.of(
                Arguments.of("\"name\": \"Kettle\",", "", "name"),
                Arguments.of("\"Kettle\"", "\" \"", "name"),
                Arguments.of("\"Kettle\"", "\"" + "x".repeat(201) + "\"", "name"),
                Arguments.of("\"Kettle\"", "\"a\\u0007b\"", "name"),
                Arguments.of("\"Kettle\"", "\"a\\ud800b\"", ""),
                Arguments.of("\"Kettle\"", "\"a\\u0000b\"", ""),
                Arguments.of("\"Kettle\"", "17", ""),
                Arguments.of("\"Boils water.\"", "null", "description"),
                Arguments.of("\"things\"", "\"Things/\"", "category"),
                Arguments.of("\"things\"", "\"a/b/c/d/e/f\"", "category"),
                Arguments.of("\"things\"", "\"" + "a-".repeat(300_000) + "\"", "category"),
                Arguments.of("[\"L\", \"S\"]", "[]", "options[0].values"),
                Arguments.of("[\"L\", \"S\"]", "[null]", ""),
                Arguments.of("[\"L\", \"S\"]", "[\"L\"]", "variants[0].options"),
                Arguments.of("{\"Size\": \"S\"}", "{}", "variants[0].options"),
                Arguments.of("{\"Size\": \"S\"}", "{\"Size\": null}", ""),
                Arguments.of("\"sku\": \"S-", "\"sku\": \"S ", "variants[0].sku"),
                Arguments.of("\"weightGrams\": 900", "\"weightGrams\": -1", "variants[0].weightGrams"),
                Arguments.of("\"weightGrams\": 900", "\"weightGrams\": 1.5", ""),
                Arguments.of("\"weightGrams\": 900", "\"weight\": 900", ""),
                Arguments.of("1000", "-1", ""),
                Arguments.of("1000", "1000000000001", ""),
                Arguments.of("1000", "10.5", ""),
                Arguments.of("\"USD\"", "\"EUR\"", "variants[0].prices[1].currency"),
                Arguments.of("\"USD\"", "\"GBP\"", "variants[0].prices[1].currency"),
                Arguments.of("\"prices\": [", "\"prices\": [null, ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "cursor=abc",
                "sort=cost",
                "minPrice=-1",
                "minPrice=2&maxPrice=1",
                "currency=GBP",
                "currency=EUR&currency=USD",
                "q=tea&q=pot",
                "category=Kitchen",
                "category=a//b",
                "maxPrice=1e9"
            })
    void badListParametersAre400(String parameters) {
        assertThat(get("/api/products?" + parameters)).hasStatus(400);
    }

    @Test
    void unknownOnesAreNotFound() {
        assertProblem(get("/api/products/no-such-product"), 404, "catalog.not-found");
        assertProblem(get("/api/products/0193fe22-7a6c-7000-8000-000000000000"), 404, "catalog.not-found");
        assertProblem(get("/api/products/x?currency=GBP"), 400, "validation.failed");
        assertThat(get("/api/products?category=no/such/category"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    private MvcTestResult get(String uri) {
        return send(null, HttpMethod.GET, uri, null, Map.of());
    }

    private MvcTestResult send(
            @Nullable TestCaller caller,
            HttpMethod method,
            String uri,
            @Nullable String body,
            Map<String, String> headers) {
        var request = mvc.method(method).uri(uri);
        headers.forEach(request::header);
        if (caller != null) {
            request.with(caller);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult result, String path) {
        try {
            return JsonPath.read(result.getResponse().getContentAsString(), path);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void assertProblem(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status);
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    private static String product(String name, String category, String sku) {
        return """
                {"name": "%s", "description": "Boils water.", "category": "%s",
                 "options": [{"name": "Size", "values": ["L", "S"]}],
                 "variants": [{"sku": "%s", "options": {"Size": "S"}, "weightGrams": 900,
                   "prices": [{"amount": 1000, "currency": "EUR"}, {"amount": 1100, "currency": "USD"}]}]}""".formatted(name, category, sku);
    }
}
