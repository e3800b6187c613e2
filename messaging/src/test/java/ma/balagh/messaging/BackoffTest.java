package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Property(tries = 200)
    void staysInTheUpperHalfOfADoublingCeiling(
            @ForAll @IntRange(min = 1, max = 5_000) int first,
            @ForAll @IntRange(min = 5_000, max = 600_000) int longest,
            @ForAll @IntRange(min = 1, max = 200) int attempts) {
        // Given
        var backoff = new Backoff(Duration.ofMillis(first), Duration.ofMillis(longest));

        // When
        var wait = Duration.ZERO;
        for (var i = 0; i < attempts; i++) {
            wait = backoff.next();
        }

        // Then
        var ceiling = Math.min(longest, first * Math.pow(2, attempts - 1));
        assertThat((double) wait.toMillis()).isBetween(Math.floor(ceiling / 2), ceiling);
    }

    @Test
    void beginsAnewAfterASuccess() {
        // Given
        var backoff = new Backoff(Duration.ofMillis(100), Duration.ofHours(1));
        for (var i = 0; i < 10; i++) {
            backoff.next();
        }

        // When
        backoff.reset();

        // Then
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(100));
        assertThat(backoff.attempts()).isOne();
    }
}
