package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.testing.Race;
import dev.banyan.users.events.RegistrationRepeated;
import dev.banyan.users.events.UserRegistered;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class RegistrationIT extends UsersIT {
    @Autowired
    Attempts attempts;

    @Test
    void makesAnAccountThatCanSignInAtOnce() {
        var email = newEmail();

        var answer = register(email, PASSWORD);

        assertThat(answer).hasStatus(202).bodyJson().isStrictlyEqualTo("{\"email\": \"%s\"}".formatted(email));
        assertThat(login(email.toUpperCase(Locale.ROOT), PASSWORD)).hasStatusOk();
        assertThat(events.of(UserRegistered.class))
                .filteredOn(event -> event.email().equals(email))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.userId()).isEqualTo(idOf(email));
                    assertThat(event.name()).isEqualTo("Ada Lovelace");
                });
    }

    @Test
    void answersTheSameWhenTheAddressIsTaken() {
        var email = registered();
        var sameAddress = email.toUpperCase(Locale.ROOT);
        int hashed = hashing.hashed();

        var answer = register(sameAddress, "another quiet river");

        assertThat(answer).hasStatus(202).bodyJson().isStrictlyEqualTo("{\"email\": \"%s\"}".formatted(sameAddress));
        assertThat(hashing.hashed()).as("the time is the same").isEqualTo(hashed + 1);
        assertThat(login(email, "another quiet river")).hasStatus(401);
        assertThat(login(email, PASSWORD)).hasStatusOk();
        assertThat(events.of(RegistrationRepeated.class))
                .filteredOn(event -> event.userId().equals(idOf(email)))
                .hasSize(1);
    }

    @Test
    void hashesOnceForAFreeAddress() {
        int hashed = hashing.hashed();
        registered();
        assertThat(hashing.hashed()).isEqualTo(hashed + 1);
    }

    @Test
    void tellsTheOwnerOfRepeatsWithinLimits() {
        var email = registered();
        for (int i = 0; i < 8; i++) {
            assertThat(register(email, PASSWORD)).hasStatus(202);
        }
        assertThat(events.of(RegistrationRepeated.class))
                .filteredOn(event -> event.userId().equals(idOf(email)))
                .hasSize(5);
    }

    @Test
    void refusesAFloodFromOneAddressBeforeAnythingIsHashed() {
        var taken = registered();
        flood("203.0.113.200");
        int hashed = hashing.hashed();

        for (var email : List.of(newEmail(), taken)) {
            var refused = register(email, PASSWORD, "203.0.113.200");
            assertThat(refused).hasStatus(429).hasHeader("Retry-After", "3");
            assertThat(text(refused, "$.code")).isEqualTo("rate.limited");
        }

        assertThat(hashing.hashed()).isEqualTo(hashed);
        assertThat(register(newEmail(), PASSWORD, "203.0.113.201"))
                .as("a neighbour")
                .hasStatus(202);
    }

    @Test
    void countsANetworkOfIpv6AsOneAddress() {
        flood("2001:db8:7:7:0:0:0:0/64");
        assertThat(register(newEmail(), PASSWORD, "2001:db8:7:7::9")).hasStatus(429);
        assertThat(register(newEmail(), PASSWORD, "2001:db8:7:8::9")).hasStatus(202);
    }

    private void flood(String address) {
        database.run(() -> {
            while (attempts.count(Limit.REGISTRATION, address)) {}
            return address;
        });
    }

    @Test
    void makesOneAccountOfManyRegistrationsAtOnce() throws Exception {
        var email = newEmail();

        var answers = Race.all(20, n -> register(n % 2 == 0 ? email : email.toLowerCase(Locale.ROOT), PASSWORD));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(202));
        assertThat(events.of(UserRegistered.class))
                .filteredOn(event -> event.email().equalsIgnoreCase(email))
                .hasSize(1);
        assertThat(idOf(email)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'password':'quiet river 7','name':'Ada'}                                        | validation.failed | email",
                "{'email':'ada','password':'quiet river 7','name':'Ada'}                          | validation.failed | email",
                "{'email':null,'password':'quiet river 7','name':'Ada'}                           | validation.failed | email",
                "{'email':'ada@example.com','name':'Ada'}                                         | validation.failed | password",
                "{'email':'ada@example.com','password':'short','name':'Ada'}                      | validation.failed | password",
                "{'email':'ada@example.com','password':'Password123','name':'Ada'}                | validation.failed | password",
                "{'email':'ada@example.com','password':'quiet river 7'}                           | validation.failed | name",
                "{'email':'ada@example.com','password':'quiet river 7','name':' '}                | validation.failed | name",
                "{'email':'ada@example.com','password':'quiet river 7','name':'A','phone':'123'}  | validation.failed | phone",
                "{'email':'ada@example.com','password':'quiet river 7','name':'A','roles':['admin']} | request.malformed | ",
                "{'email':'ada@example.com','password':12345678901,'name':'Ada'}                  | request.malformed | ",
                "{'email':'a@example.com','email':'b@example.com','password':'quiet river 7','name':'A'} | request.malformed | ",
                "{'email':'ada@example.com'                                                       | request.malformed | ",
                "[]                                                                               | request.malformed | ",
            })
    void refusesBadRequests(String body, String code, String field) {
        var answer = post("/api/users", body.replace('\'', '"'));
        assertThat(answer).hasStatus(400);
        assertThat(text(answer, "$.code")).isEqualTo(code);
        if (field != null) {
            assertThat(text(answer, "$.errors[*].field")).isEqualTo("[\"%s\"]".formatted(field));
        }
    }

    @Test
    void countsEachCharacterOfTheLongestPassword() {
        var email = newEmail();
        var password = "🌳".repeat(127);
        assertThat(register(email, password + "ab")).hasStatus(400);
        assertThat(register(email, password + "a")).hasStatus(202);
        assertThat(login(email, password + "b")).hasStatus(401);
        assertThat(login(email, password)).hasStatus(401);
        assertThat(login(email, password + "a")).hasStatusOk();
    }
}
