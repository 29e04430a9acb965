package dev.banyan.runtime.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;

class BufferedBodyTests {
    private final BodyBudget budget = new BodyBudget(1024);

    private static MockHttpServletRequest request(int length) {
        var request = new MockHttpServletRequest();
        var content = new byte[length];
        java.util.Arrays.fill(content, (byte) length);
        request.setContent(content);
        return request;
    }

    private static byte[] read(int length, BodyBudget.Share memory) {
        return BufferedBody.of(BufferedBody.read(request(length), memory));
    }

    private static void assertRefused(HttpStatus status, int length, BodyBudget.Share memory) {
        assertThatThrownBy(() -> read(length, memory))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        failure -> assertThat(failure.getStatusCode()).isEqualTo(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, BodyBudget.FREE, BodyBudget.FREE + 1, 500_001, BufferedBody.LIMIT})
    void holdsTheWholeBody(int length) {
        var request = request(length);
        try (var memory = budget.share()) {
            assertThat(BufferedBody.of(BufferedBody.read(request, memory))).isEqualTo(request.getContentAsByteArray());
        }
    }

    @Test
    void refusesMoreThanTheLimitWithoutAnAnnouncement() {
        var request = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.addHeader("Transfer-Encoding", "chunked");
        request.setContent(new byte[BufferedBody.LIMIT + 1]);
        try (var memory = new BodyBudget(2048).share()) {
            assertThatThrownBy(() -> BufferedBody.read(request, memory))
                    .isInstanceOfSatisfying(
                            ResponseStatusException.class,
                            failure -> assertThat(failure.getStatusCode()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE));
        }
    }

    @Test
    void refusesLargeBodiesBeyondTheBudgetAndNeverSmallOnes() {
        try (var first = budget.share();
                var second = budget.share()) {
            read(600_000, first);
            assertRefused(HttpStatus.SERVICE_UNAVAILABLE, 600_000, second);
            assertThat(read(BodyBudget.FREE, second)).hasSize(BodyBudget.FREE);
        }
    }

    @Test
    void givesBackWhatWasTaken() {
        for (int i = 0; i < 5; i++) {
            try (var memory = budget.share()) {
                assertThat(read(900_000, memory)).hasSize(900_000);
            }
            try (var memory = new BodyBudget(100).share()) {
                assertRefused(HttpStatus.SERVICE_UNAVAILABLE, 900_000, memory);
            }
        }
    }
}
