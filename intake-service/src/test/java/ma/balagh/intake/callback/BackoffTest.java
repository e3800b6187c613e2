package ma.balagh.intake.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;

final class BackoffTest {

    @RepeatedTest(20)
    void waitsLongerEachTimeUpToTheLongest() {
        // Given
        var backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));
        // Then
        assertThat(backoff.after(0, null)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        assertThat(backoff.after(3, null)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(backoff.after(Integer.MAX_VALUE, null)).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
        assertThat(backoff.after(0, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.after(0, Duration.ofDays(30))).isEqualTo(Duration.ofHours(1));
    }
}
