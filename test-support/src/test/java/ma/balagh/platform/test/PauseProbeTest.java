package ma.balagh.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import ma.balagh.platform.demo.AnswerPoller;
import org.junit.jupiter.api.Test;

final class PauseProbeTest {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final CountDownLatch pause = new CountDownLatch(1);

    @Test
    void excusesWhatWasLateWhileTheMachineStoodStillAndNothingElse() throws Exception {
        // Given
        var begun = Instant.now();
        try (var machine = PauseProbe.start(this::standStillOnce)) {
            AnswerPoller.until(
                    "the machine stood still",
                    Duration.ofSeconds(30),
                    machine::longest,
                    longest -> longest.compareTo(PAUSE) >= 0);

            // When
            var done = Instant.now();

            // Then
            assertThat(machine.late(begun, done))
                    .isLessThanOrEqualTo(Duration.between(begun, done).minus(PAUSE));
            assertThat(machine.late(begun.minusSeconds(7), begun.minusSeconds(2)))
                    .isEqualTo(Duration.ofSeconds(5));
        }
    }

    private void standStillOnce() {
        try {
            var unused = pause.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            pause.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
