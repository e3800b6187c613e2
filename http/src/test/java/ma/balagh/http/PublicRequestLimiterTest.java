package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class PublicRequestLimiterTest {

    @Test
    void answersSoManyRequestsAtOnceAndMoreAfterAMoment() {
        // Given
        var limiter = new PublicRequestLimiter(() -> 20);

        // When
        IntStream.range(0, 20).forEach(request -> limiter.require());

        // Then: it is full again after a second, which so many requests do not take
        var refused = catchThrowableOfType(ProblemException.class, () -> {
            for (int request = 0; request < 1_000_000; request++) {
                limiter.require();
            }
        });
        assertThat(refused.type()).isEqualTo(CommonProblem.TOO_MANY_REQUESTS);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThatCode(limiter::require).doesNotThrowAnyException());
    }
}
