package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.banyan.runtime.StartNotice.Line;
import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.testing.Race;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

class FirstAdminIT extends UsersIT {
    @Autowired
    FirstAdminService service;

    @Autowired
    PasswordHashing passwordHashing;

    @BeforeEach
    void dismissAll() {
        database.sql(jdbc ->
                jdbc.sql("UPDATE users.account SET roles = '{customer}'").update());
    }

    @Test
    void isMadeAsConfigured() {
        var email = newEmail();

        var lines = start(email, "the admin's own");

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.value()).contains(email).doesNotContain("the admin's own");
        });
        assertThat(login(email, "the admin's own")).hasStatusOk();
        assertThat(get("/api/admin/users", text(login(email, "the admin's own"), "$.accessToken")))
                .hasStatusOk();
    }

    @Test
    void isShownARandomPasswordOnce() {
        database.sql(jdbc -> jdbc.sql(
                        "UPDATE users.account SET email = id || '@old.example' WHERE email = 'admin@banyan.local'")
                .update());

        var lines = start(null, null);

        assertThat(lines).extracting(Line::value).first().isEqualTo("admin@banyan.local");
        var password = lines.getLast().value().replaceAll(" .*", "");
        assertThat(login("admin@banyan.local", password)).hasStatusOk();
        assertThat(start(null, null))
                .singleElement()
                .satisfies(line -> assertThat(line.value())
                        .startsWith("admin@banyan.local")
                        .doesNotContain(password));
    }

    @Test
    void staysWhenThereIsOne() {
        var email = registered();
        grant(email, Role.ADMIN);
        var other = newEmail();

        assertThat(start(other, "the admin's own"))
                .singleElement()
                .satisfies(line -> assertThat(line.value()).contains(email));

        assertThat(login(other, "the admin's own")).hasStatus(401);
    }

    @Test
    void takesOverAnAccountThatSomebodyMadeBefore() {
        var email = registered();
        var session = refreshToken(email);

        start(email, "the admin's own");

        assertThat(login(email, PASSWORD)).hasStatus(401);
        assertThat(login(email, "the admin's own")).hasStatusOk();
        assertThat(post("/api/auth/refresh", "{\"refreshToken\": \"%s\"}".formatted(session)))
                .hasStatus(401);
    }

    @Test
    void isMadeByOneOfManyInstances() throws Exception {
        var emails =
                java.util.stream.Stream.generate(UsersIT::newEmail).limit(6).toList();

        Race.all(6, n -> start(emails.get(n), "the admin's own"));

        long admins = database.sql(jdbc -> jdbc.sql("SELECT count(*) FROM users.account WHERE 'admin' = ANY (roles)")
                .query(Long.class)
                .single());
        assertThat(admins).isEqualTo(1);
    }

    @Test
    void needsAnAddress() {
        assertThatThrownBy(() -> start("root", "the admin's own"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("banyan.admin.email");
    }

    private List<Line> start(@Nullable String email, @Nullable String password) {
        var admin = new FirstAdmin(service, passwordHashing, new AdminProperties(email, password), clock);
        admin.run(new DefaultApplicationArguments());
        return admin.lines();
    }
}
