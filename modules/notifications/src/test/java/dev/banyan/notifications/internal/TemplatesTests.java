package dev.banyan.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.kernel.Ids;
import dev.banyan.users.ResetToken;
import dev.banyan.users.UserView;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTests {
    private static final String EMAIL = "ann@example.com";
    private static final UUID ORDER = Ids.next();
    private static final UserView ANN = new UserView(Ids.next(), EMAIL, "Ann", "+49 30 123");
    private static final String TOKEN = "t".repeat(43);

    private final Templates templates = templates("https://shop.example/");

    static Templates templates(@Nullable String baseUrl) {
        var delivery = new NotificationsProperties.Delivery(
                Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofDays(5), 3);
        return new Templates(
                new ShopProperties("Tea & Co"), new NotificationsProperties("shop@example.com", baseUrl, delivery));
    }

    static Stream<Draft> oneOfEachKind() {
        return Stream.of(
                AccountDrafts.welcome(SampleEvents.registered(EMAIL, "Ann")),
                AccountDrafts.exists(SampleEvents.repeated(ANN.id()), ANN),
                reset(ANN),
                OrderDrafts.confirmed(SampleEvents.confirmed(ORDER, null, EMAIL)),
                OrderDrafts.confirmed(SampleEvents.confirmed(ORDER, ANN.id(), EMAIL)),
                OrderDrafts.cancelled(SampleEvents.cancelled(ORDER, EMAIL, "customer")),
                OrderDrafts.shipped(SampleEvents.shipped(ORDER, null, EMAIL, null)),
                OrderDrafts.shipped(SampleEvents.shipped(ORDER, ANN.id(), EMAIL, "TRK-1")),
                OrderDrafts.shippedShort(SampleEvents.shipped(ORDER, ANN.id(), EMAIL, "TRK-1"), "+49 30 123"),
                OrderDrafts.refunded(SampleEvents.refunded(ORDER, EMAIL)));
    }

    private static Draft reset(UserView owner) {
        var token = new ResetToken(TOKEN, SampleEvents.TIME.plus(Duration.ofMinutes(30)));
        return AccountDrafts.reset(SampleEvents.resetRequested(owner.id()), owner, token);
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void everyKindIsComplete(Draft draft) {
        for (var writer : new Templates[] {templates, templates(null)}) {
            var written = writer.write(draft);
            assertThat(written.subject()).isNotBlank().doesNotContain("{", "}", "\n", "&amp;");
            assertThat(written.body().text()).contains("Tea & Co").doesNotContain("{{", "}}", "\n\n\n", "Subject:");
            if (draft.channel().equals("mail")) {
                assertThat(written.body().html())
                        .contains("Tea &amp; Co")
                        .doesNotContain("{{", "}}")
                        .endsWith("</html>\n");
            } else {
                assertThat(written.body().html()).isNull();
            }
        }
    }

    @Test
    void aConfirmationHasTheWholeOrder() {
        var written = templates.write(OrderDrafts.confirmed(SampleEvents.confirmed(ORDER, null, EMAIL)));
        assertThat(written.subject()).isEqualTo("Your order B-100042 at Tea & Co is confirmed");
        assertThat(written.body().text())
                .contains("Order B-100042 of 21 November 2026")
                .contains("2 × Teapot <b>\"Ruby\"</b> (TEA-1): €39.98\n1 × Cup & saucer (CUP-7): €7.50\n")
                .contains("Total: €47.48")
                .contains("as a guest")
                .doesNotContain("https://shop.example/orders/");
        assertThat(written.body().html()).contains("€39.98", "€7.50", "<strong>€47.48</strong>", "Cup &amp; saucer");
    }

    @Test
    void aBuyerWithAnAccountGetsALink() {
        var written = templates.write(OrderDrafts.confirmed(SampleEvents.confirmed(ORDER, ANN.id(), EMAIL)));
        assertThat(written.body().text())
                .contains("https://shop.example/orders/" + ORDER)
                .doesNotContain("guest");
        assertThat(written.body().html()).contains("<a href=\"https://shop.example/orders/" + ORDER);
    }

    @Test
    void aResetHasLinkCodeAndEndAndKeepsTheTokenOutOfTheSubject() {
        var written = templates.write(reset(ANN));
        assertThat(written.subject()).doesNotContain(TOKEN);
        assertThat(written.body().text())
                .contains("https://shop.example/password-reset#token=" + TOKEN)
                .contains("\n" + TOKEN + "\n")
                .contains("21 November 2026, 10:45 UTC");
        assertThat(templates(null).write(reset(ANN)).body().text())
                .contains("\n" + TOKEN + "\n")
                .doesNotContain("http");
    }

    @Test
    void whatIsWrittenNeverPrintsItself() {
        assertThat(reset(ANN).toString() + templates.write(reset(ANN))).doesNotContain(TOKEN);
    }

    @Test
    void aShipmentHasItsTrackingCode() {
        var mail = templates.write(OrderDrafts.shipped(SampleEvents.shipped(ORDER, null, EMAIL, "TRK-<1>")));
        assertThat(mail.body().text()).contains("TRK-<1>");
        assertThat(mail.body().html()).contains("TRK-&lt;1&gt;");
        var sms = templates.write(
                OrderDrafts.shippedShort(SampleEvents.shipped(ORDER, ANN.id(), EMAIL, "TRK-1"), "+49 30 123"));
        assertThat(sms.body()).isEqualTo(new Body(null, """
                Tea & Co: your order B-100042 is on its way. Tracking code: TRK-1
                """));
    }

    @Test
    void aCancellationSaysWhyWhenTheReasonIsKnown() {
        var declined = templates.write(OrderDrafts.cancelled(SampleEvents.cancelled(ORDER, EMAIL, "payment-declined")));
        assertThat(declined.body().text()).contains("B-100042 was cancelled: the payment was declined.");
        var other = templates.write(OrderDrafts.cancelled(SampleEvents.cancelled(ORDER, EMAIL, "solar-flare")));
        assertThat(other.body().text()).contains("B-100042 was cancelled.").doesNotContain("solar");
    }

    @Test
    void valuesAreEscapedInHtml() {
        var name = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";
        var html = templates
                .write(AccountDrafts.welcome(SampleEvents.registered(EMAIL, name)))
                .body()
                .html();
        assertThat(html).contains("&lt;script&gt;alert(").doesNotContain("<script", "<img");
    }

    @Test
    void aValueIsNeitherHeaderNorParagraphNorTemplate() {
        var name = "Ann\r\nBcc: all@example.com\n\nPay here: \u202Emoc.live\u2028{{shop}}";
        var written = templates.write(AccountDrafts.welcome(SampleEvents.registered(EMAIL, name)));
        assertThat(written.subject()).isEqualTo("Welcome to Tea & Co");
        assertThat(written.body().text()).startsWith("Hello Ann Bcc: all@example.com Pay here: moc.live {{shop}},\n");
    }

    @Test
    void aSubjectStaysOneLine() {
        var event = new dev.banyan.orders.events.OrderCancelled(
                Ids.next(), ORDER, "B-1\r\nBcc: all@example.com", null, EMAIL, "staff", SampleEvents.TIME);
        assertThat(templates.write(OrderDrafts.cancelled(event)).subject())
                .isEqualTo("Your order B-1 Bcc: all@example.com at Tea & Co was cancelled");
    }

    @Test
    void aMissingValueFails() {
        var draft = Draft.mail(Ids.next(), MessageKind.WELCOME, EMAIL, Map.of("name", "Ann"));
        assertThatThrownBy(() -> templates.write(draft)).hasMessageContaining("email");
    }
}
