package dev.banyan.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.kernel.Ids;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class AttemptsIT extends UsersIT {
    @Autowired
    Attempts attempts;

    private final String subject = Ids.next().toString();

    @ParameterizedTest
    @EnumSource(names = {"SIGN_IN", "SIGN_IN_ACCOUNT", "SIGN_IN_RESERVE", "REGISTRATION_NOTICE", "PASSWORD_RESET"})
    void takesSoManyAndThenOnePerInterval(Limit limit) {
        int burst = (int) limit.depth().dividedBy(limit.interval());
        assertThat(countedOf(limit, burst + 1)).isEqualTo(burst);
        assertThat(database.run(() -> attempts.wait(limit, subject)))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMillis(1), limit.interval()));

        age(limit.interval());

        assertThat(database.run(() -> attempts.wait(limit, subject))).isEmpty();
        assertThat(countedOf(limit, 2)).isEqualTo(1);
    }

    @Test
    void goesByTheDatabasesClock() {
        assertThat(countedOf(Limit.SIGN_IN, 5)).isEqualTo(5);
        clock.advance(Duration.ofDays(1));
        assertThat(countedOf(Limit.SIGN_IN, 1)).isZero();
        assertThat(database.run(() -> attempts.wait(Limit.SIGN_IN, subject))).isPresent();
    }

    @Test
    void sendsNoMoreThanFiveMessagesForANewPasswordInAnHour() {
        assertThat(countedOf(Limit.PASSWORD_RESET, 10)).isEqualTo(5);
        int later = 0;
        for (int minute = 1; minute < 60; minute++) {
            age(Duration.ofMinutes(1));
            later += countedOf(Limit.PASSWORD_RESET, 1);
        }
        assertThat(later).isBetween(1, 5);
    }

    private int countedOf(Limit limit, int times) {
        return database.run(() -> {
            int counted = 0;
            for (int i = 0; i < times; i++) {
                counted += attempts.count(limit, subject) ? 1 : 0;
            }
            return counted;
        });
    }
}
