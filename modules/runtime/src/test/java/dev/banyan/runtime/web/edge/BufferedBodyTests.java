package dev.banyan.runtime.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
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
        Arrays.fill(content, (byte) length);
        request.setContent(content);
        return request;
    }

    /** Nothing comes until content is set. */
    private static MockHttpServletRequest announcing(long length) {
        return new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return length;
            }

            @Override
            public ServletInputStream getInputStream() {
                return getContentAsByteArray() == null ? new BrokenBody() : super.getInputStream();
            }
        };
    }

    private static byte[] read(int length, BodyBudget.Share memory) {
        return BufferedBody.of(BufferedBody.read(request(length), memory));
    }

    private static void assertRefused(HttpStatus status, HttpServletRequest request, BodyBudget.Share memory) {
        assertThatThrownBy(() -> BufferedBody.read(request, memory))
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
    void refusesMoreThanTheLimitWithoutReadingIt() {
        var unread = announcing(BufferedBody.LIMIT + 1L);
        try (var memory = budget.share()) {
            assertRefused(HttpStatus.CONTENT_TOO_LARGE, unread, memory);
        }
    }

    @Test
    void refusesMoreThanTheLimitWithoutAnAnnouncement() {
        var request = announcing(-1);
        request.addHeader("Transfer-Encoding", "chunked");
        request.setContent(new byte[BufferedBody.LIMIT + 1]);
        try (var memory = new BodyBudget(2048).share()) {
            assertRefused(HttpStatus.CONTENT_TOO_LARGE, request, memory);
        }
    }

    @Test
    void aBodyThatBreaksOffIsTheClientsFailure() {
        try (var memory = budget.share()) {
            assertRefused(HttpStatus.BAD_REQUEST, announcing(1), memory);
        }
    }

    @Test
    void refusesLargeBodiesBeyondTheBudgetAndNeverSmallOnes() {
        try (var first = budget.share();
                var second = budget.share()) {
            read(600_000, first);
            assertRefused(HttpStatus.SERVICE_UNAVAILABLE, request(600_000), second);
            assertThat(read(BodyBudget.FREE, second)).hasSize(BodyBudget.FREE);
        }
    }

    @Test
    void givesBackWhatWasTaken() {
        for (int i = 0; i < 5; i++) {
            try (var memory = budget.share()) {
                assertThat(read(900_000, memory)).hasSize(900_000);
            }
        }
    }

    @Test
    void givesBackWhatARefusedBodyHadTaken() {
        var small = new BodyBudget(100);
        for (int i = 0; i < 5; i++) {
            try (var memory = small.share()) {
                assertRefused(HttpStatus.SERVICE_UNAVAILABLE, request(900_000), memory);
            }
        }
        try (var memory = small.share()) {
            assertThat(read(100_000, memory)).hasSize(100_000);
        }
    }

    private static final class BrokenBody extends ServletInputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("The client is gone");
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
