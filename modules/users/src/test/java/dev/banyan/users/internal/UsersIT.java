package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.banyan.kernel.Ids;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One context for the module's tests. Hashing is a stand-in, so that a test can sign in often; {@link Argon2idTests} has the real one. */
@ApplicationModuleTest
@AutoConfigureMockMvc
@Import(UsersIT.Beans.class)
abstract class UsersIT {
    static final String PASSWORD = "quiet river 7 stones";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    TestHashing hashing;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock clock;

    @Autowired
    TestEvents events;

    @Autowired
    TestTransactions database;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    static String newEmail() {
        return Ids.next() + "@Example.com";
    }

    static String newAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "10.0.%d.%d".formatted(number / 256, number % 256);
    }

    /** A registered address. */
    String registered() {
        var email = newEmail();
        assertThat(register(email, PASSWORD)).hasStatus(202);
        return email;
    }

    /** Registers from a network address of its own, so that tests don't reach the limit together. */
    MvcTestResult register(String email, String password) {
        return register(email, password, newAddress());
    }

    MvcTestResult register(String email, String password, String address) {
        return mvc.post()
                .uri("/api/users")
                .remoteAddress(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"email": "%s", "password": "%s", "name": "Ada Lovelace"}""".formatted(email, password))
                .exchange();
    }

    MvcTestResult login(String email, String password) {
        return login(email, password, "192.0.2.1");
    }

    MvcTestResult login(String email, String password, String address) {
        return mvc.post()
                .uri("/api/auth/login")
                .remoteAddress(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"email": "%s", "password": "%s"}""".formatted(email, password))
                .exchange();
    }

    /** An access token of a new account with that role. */
    String signedIn(Role... roles) {
        var email = registered();
        grant(email, roles);
        return accessToken(email);
    }

    String accessToken(String email) {
        return text(login(email, PASSWORD), "$.accessToken");
    }

    String refreshToken(String email) {
        return text(login(email, PASSWORD), "$.refreshToken");
    }

    void grant(String email, Role... roles) {
        for (var role : roles) {
            database.sql(jdbc -> jdbc.sql(
                            "UPDATE users.account SET roles = roles || :role::text WHERE lower(email) = lower(:email)")
                    .param("role", role.label())
                    .param("email", email)
                    .update());
        }
    }

    /** Lets all attempts drain as they do in that time. */
    void age(Duration time) {
        database.sql(jdbc -> jdbc.sql("UPDATE users.attempt SET drained_at = drained_at - make_interval(secs => :time)")
                .param("time", (double) time.toSeconds())
                .update());
    }

    UUID idOf(String email) {
        return database.sql(jdbc -> jdbc.sql("SELECT id FROM users.account WHERE lower(email) = lower(:email)")
                .param("email", email)
                .query(UUID.class)
                .single());
    }

    MvcTestResult get(String uri, @Nullable String token) {
        var request = mvc.get().uri(uri);
        return (token == null ? request : request.header("Authorization", "Bearer " + token)).exchange();
    }

    MvcTestResult post(String uri, String body) {
        return mvc.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    static String text(MvcTestResult result, String path) {
        return JsonPath.<Object>read(body(result), path).toString();
    }

    static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        TestClock clock() {
            return new TestClock();
        }

        @Bean
        @Primary
        TestHashing testHashing() {
            return new TestHashing();
        }

        @Bean
        TestEvents testEvents() {
            return new TestEvents();
        }

        @Bean
        TestTransactions testTransactions(JdbcClient jdbc) {
            return new TestTransactions(jdbc);
        }
    }
}
