package dev.banyan.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import dev.banyan.runtime.security.SecretToken;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessageApiIT extends NotificationsIT {
    private static final String MESSAGES = "/api/admin/messages";

    @Autowired
    private MockMvcTester http;

    private final UUID order = Ids.next();
    private final JsonMapper json = new JsonMapper();

    @BeforeEach
    void callers() {
        Callers.known(credentials);
    }

    private MvcTestResult get(String role, String uri, Object... variables) {
        return http.get()
                .uri(uri, variables)
                .header(HttpHeaders.AUTHORIZATION, Callers.bearer(role))
                .exchange();
    }

    private MvcTestResult getWithKey(String key, String uri, Object... variables) {
        return http.get().uri(uri, variables).header("X-Api-Key", key).exchange();
    }

    private JsonNode body(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private void confirmed() {
        publish(SampleEvents.confirmed(order, null, address));
        awaitHandled(order);
    }

    private UUID reset(String token) {
        var owner = account(null);
        issues(token, Instant.now().plusSeconds(1800));
        publish(SampleEvents.resetRequested(owner.id()));
        return onlyMessage().id();
    }

    @Test
    void listsByAddressInAnyLetterCase() throws Exception {
        confirmed();
        var items = body(get("staff", MESSAGES + "?to={to}", address.toUpperCase(Locale.ROOT)))
                .get("items");
        assertThat(items).hasSize(1);
        var item = items.get(0);
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder("id", "to", "channel", "subject", "kind", "orderId", "status", "createdAt");
        assertThat(item.get("to").asString()).isEqualTo(address);
        assertThat(item.get("channel").asString()).isEqualTo("mail");
        assertThat(item.get("kind").asString()).isEqualTo("order-confirmed");
        assertThat(item.get("orderId").asString()).isEqualTo(order.toString());
        assertThat(item.get("status").asString()).isEqualTo("KEPT");
        assertThat(Instant.parse(item.get("createdAt").asString()))
                .isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void listsByOrderAndByBoth() throws Exception {
        confirmed();
        publish(SampleEvents.refunded(order, SampleEvents.address()));
        awaitHandled(order);
        assertThat(body(get("staff", MESSAGES + "?orderId={id}", order)).get("items"))
                .hasSize(2);
        assertThat(body(get("staff", MESSAGES + "?orderId={id}&to={to}", order, address))
                        .get("items"))
                .hasSize(1);
        assertThat(body(get("staff", MESSAGES + "?orderId={id}", Ids.next())).get("items"))
                .isEmpty();
        assertThat(body(get("staff", MESSAGES + "?to={to}", "an_%")).get("items"))
                .isEmpty();
    }

    @Test
    void leavesOutAnOrderThatThereIsNot() throws Exception {
        publish(SampleEvents.registered(address, "Ann"));
        onlyMessage();
        assertThat(body(get("staff", MESSAGES + "?to={to}", address))
                        .get("items")
                        .get(0)
                        .has("orderId"))
                .isFalse();
    }

    @Test
    void pagesFromTheNewestAndStaysStableWhenMoreArrive() throws Exception {
        for (int i = 0; i < 5; i++) {
            publish(SampleEvents.refunded(order, address));
        }
        awaitHandled(order);
        var expected =
                written().stream().map(message -> message.id().toString()).toList();
        var seen = new ArrayList<String>();
        var page = body(get("admin", MESSAGES + "?limit=2&to={to}", address));
        while (true) {
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            publish(SampleEvents.refunded(order, address));
            awaitHandled(order);
            if (page.get("nextCursor").isNull()) {
                break;
            }
            page = body(get(
                    "admin",
                    MESSAGES + "?limit=2&to={to}&cursor={cursor}",
                    address,
                    page.get("nextCursor").asString()));
        }
        assertThat(seen).isEqualTo(expected).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=101,limit",
        "limit=ten,limit",
        "cursor=abc,cursor",
        "cursor=ODptZXNzYWdlczM6YWJj,cursor",
        "orderId=abc,orderId",
        "to=,to",
        "to=%20,to",
        "to=a%0Ab%0Ac,to"
    })
    void refusesBadFilters(String query, String field) {
        var answer = http.get()
                .uri(URI.create(MESSAGES + "?" + query))
                .header(HttpHeaders.AUTHORIZATION, Callers.bearer("staff"))
                .exchange();
        assertThat(answer).hasStatus(400).bodyJson().extractingPath("$.code").isEqualTo("validation.failed");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
    }

    @Test
    void showsAMessageWithItsBody() throws Exception {
        confirmed();
        var id = onlyMessage().id();
        var message = body(get("staff", MESSAGES + "/{id}", id));
        assertThat(message.get("id").asString()).isEqualTo(id.toString());
        assertThat(message.get("subject").asString()).contains("B-100042");
        assertThat(message.get("body").get("text").asString()).contains("Total: €47.48");
        assertThat(message.get("body").get("html").asString()).contains("<!DOCTYPE html>", "€47.48");
        assertThat(message.get("attempts").asInt()).isZero();
    }

    @Test
    void aTextMessageHasNoHtml() throws Exception {
        var phone = "+49 30 " + Ids.next();
        var buyer = account(phone);
        publish(SampleEvents.shipped(order, buyer.id(), address, "TRK-1"));
        awaitHandled(order);
        var listed =
                body(get("staff", MESSAGES + "?to={to}", phone)).get("items").get(0);
        var message = body(get("staff", MESSAGES + "/{id}", listed.get("id").asString()));
        assertThat(message.get("body").propertyNames()).containsExactly("text");
        assertThat(message.get("channel").asString()).isEqualTo("sms");
    }

    @Test
    void onlyAdminsSeeResetTokens() throws Exception {
        var token = SecretToken.next();
        var id = reset(token);
        var toAdmin = body(get("admin", MESSAGES + "/{id}", id));
        assertThat(toAdmin.get("body").get("text").asString()).contains("\n" + token + "\n");
        for (var masked : List.of(
                get("staff", MESSAGES + "/{id}", id),
                getWithKey(Callers.apiKey(credentials, "messages:read"), MESSAGES + "/{id}", id))) {
            assertThat(body(masked).get("kind").asString()).isEqualTo("password-reset");
            assertThat(body(masked).get("body").propertyNames()).containsExactly("text");
            assertThat(body(masked).toString()).doesNotContain(token);
        }
        assertThat(body(get("admin", MESSAGES + "?to={to}", address)).toString())
                .doesNotContain(token);
    }

    @Test
    void showsAMessageThatWasSealedWithAnotherSecretWithoutItsBody() throws Exception {
        var id = reset(SecretToken.next());
        sealOtherwise(id);
        for (var role : List.of("admin", "staff")) {
            var message = body(get(role, MESSAGES + "/{id}", id));
            assertThat(message.get("kind").asString()).isEqualTo("password-reset");
            assertThat(message.get("body").get("text").asString()).isEqualTo(Body.HIDDEN.text());
        }
    }

    @Test
    void anUnknownMessageIsNotFound() {
        assertThat(get("staff", MESSAGES + "/{id}", Ids.next()))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("notifications.not-found");
        assertThat(get("staff", MESSAGES + "/nonsense")).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({MESSAGES, MESSAGES + "/01a1fd7a-c192-7b1a-a0b3-1de52bd167c1"})
    void isForStaff(String uri) {
        assertThat(http.get().uri(uri))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("auth.required");
        assertThat(get("customer", uri))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("auth.forbidden");
        assertThat(getWithKey(Callers.apiKey(credentials, "orders:read"), uri)).hasStatus(403);
        assertThat(getWithKey(Callers.apiKey(credentials, "messages:read"), uri)
                        .getResponse()
                        .getStatus())
                .isIn(200, 404);
    }
}
