package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.validation.beanvalidation.SpringConstraintValidatorFactory;

class RequestValidationTests {
    private static final String PASSWORD = "quiet river 7 stones";

    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .constraintValidatorFactory(new SpringConstraintValidatorFactory(new DefaultListableBeanFactory()))
            .buildValidatorFactory()
            .getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "Ada.Lovelace+shop@mail.example.co.uk",
                "a@b.co",
                "o'hara@example.com",
                "admin@banyan.local",
                "x@xn--bcher-kva.example"
            })
    void takesAddresses(String email) {
        assertThat(faults(email, PASSWORD, "Ada", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.com",
                "ada@example",
                "ada@@example.com",
                "ada@example..com",
                ".ada@example.com",
                "ada.@example.com",
                "a..b@example.com",
                "ada@-example.com",
                "ada lovelace@example.com",
                " ada@example.com",
                "ada@example.com\n",
                "ada@exam_ple.com",
                "Ada <ada@example.com>",
                "ada@[127.0.0.1]"
            })
    void refusesWhatIsNoAddress(String email) {
        assertThat(faults(email, PASSWORD, "Ada", null)).containsExactly("email");
    }

    @Test
    void limitsAddressesInLength() {
        var domain = "@" + "d".repeat(60) + ".example";
        assertThat(faults("a".repeat(64) + domain, PASSWORD, "Ada", null)).isEmpty();
        assertThat(faults("a".repeat(65) + domain, PASSWORD, "Ada", null)).containsExactly("email");
        var labels = ("d".repeat(60) + ".").repeat(4);
        assertThat(faults("a".repeat(20) + "@" + labels + "example", PASSWORD, "Ada", null))
                .containsExactly("email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 chars!", "äöüßäöüß", "🌳🌴🌵🌲🌱🌿🍀🎋", "        . "})
    void takesPasswordsOfEightCharacters(String password) {
        assertThat(faults("ada@example.com", password, "Ada", null)).isEmpty();
    }

    @Test
    void countsPasswordsInCharacters() {
        assertThat(faults("ada@example.com", "🌳".repeat(128), "Ada", null)).isEmpty();
        assertThat(faults("ada@example.com", "🌳".repeat(129), "Ada", null)).containsExactly("password");
        assertThat(faults("ada@example.com", "🌳🌴🌵🌲🌱🌿🍀", "Ada", null)).containsExactly("password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWORD",
                "PassWord1",
                "12345678",
                "qwertyuiop",
                "iloveyou1",
                "Summer2024",
                "ｐａｓｓｗｏｒｄ"
            })
    void refusesCommonPasswords(String password) {
        assertThat(faults("ada@example.com", password, "Ada", null)).containsExactly("password");
    }

    @Test
    void knowsThousandsOfCommonPasswords() {
        assertThat(CommonPasswords.size()).isGreaterThan(3_000);
    }

    @Test
    void refusesHalfCharacters() {
        assertThat(faults("ada@example.com", "half a \ud83c tree", "Ada", null)).containsExactly("password");
        assertThat(faults("ada@example.com", PASSWORD, "Ada \ud83c", null)).containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Ada\nLovelace", "Ada\u0007", "Ada\u2028Lovelace"})
    void refusesNamesThatFillNoLine(String name) {
        assertThat(faults("ada@example.com", PASSWORD, name, null)).containsOnly("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4915112345678", "+49 151 1234-5678", "+1 (212) 555-0100", "+37061234567"})
    void takesPhoneNumbers(String phone) {
        assertThat(faults("ada@example.com", PASSWORD, "Ada", phone)).isEmpty();
        assertThat(PhoneNumber.normalized(phone)).matches("\\+[1-9][0-9]{6,14}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "0151 1234567", "+0151234567", "+49123", "+1234567890123456", "+49 151 12345678 x9"})
    void refusesWhatIsNoPhoneNumber(String phone) {
        assertThat(faults("ada@example.com", PASSWORD, "Ada", phone)).containsExactly("phone");
    }

    private Iterable<String> faults(
            @Nullable String email, @Nullable String password, @Nullable String name, @Nullable String phone) {
        return validator.validate(new RegisterUser(email, password, name, phone)).stream()
                .map(ConstraintViolation::getPropertyPath)
                .map(Object::toString)
                .toList();
    }
}
