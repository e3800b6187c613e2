package ma.balagh.intake.source.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import ma.balagh.intake.source.Source.Polling;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PollTimingRulesTest {

    private final PollTimingRules timing = new PollTimingRules(new PollLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            Duration.ofMinutes(2),
            new MemorySize(BigInteger.TWO.pow(24)),
            25));

    /** Bounds for tests. */
    private record PollLimits(
            Duration shortestPause,
            Duration hostPause,
            Duration longestFreshness,
            Duration longestAbsence,
            Duration firstRetry,
            Duration longestRetry,
            Duration wholeTime,
            MemorySize maxSize,
            int pages)
            implements PollConfig {}

    @Test
    void asksMoreOftenWhileThereIsNews() {
        // Given
        Duration interval = Duration.ofMinutes(8);
        // Then
        assertThat(timing.pause(polling(interval, interval), true)).isEqualTo(Duration.ofMinutes(4));
        assertThat(timing.pause(polling(interval, Duration.ofMinutes(2)), true)).isEqualTo(Duration.ofMinutes(2));
        assertThat(timing.pause(polling(interval, Duration.ofMinutes(2)), false))
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(timing.pause(polling(interval, interval), false)).isEqualTo(interval);
    }

    @Property(tries = 200)
    void neverAsksLessOftenThanAnOfficerWantsUnlessTheServerDoes(
            @ForAll @LongRange(min = 10, max = 86_400) long seconds, @ForAll boolean news) {
        // Given
        Duration interval = Duration.ofSeconds(seconds);
        // When
        Duration pause = timing.pause(polling(interval, interval), news);
        // Then
        assertThat(timing.afterSuccess(pause, null)).isLessThanOrEqualTo(interval);
        assertThat(timing.afterSuccess(pause, Duration.ofDays(100)))
                .isGreaterThanOrEqualTo(Duration.ofHours(1))
                .isLessThanOrEqualTo(Duration.ofDays(1));
    }

    @Property(tries = 200)
    void waitsEverLongerAfterFailuresButNeverGivesUp(@ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int failures) {
        // When
        Duration wait = timing.afterFailure(failures, null);
        // Then
        assertThat(wait).isBetween(Duration.ofSeconds(15), Duration.ofHours(1));
        if (failures >= 8) {
            assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMinutes(30));
        }
    }

    @Test
    void staysAwayAsAskedWithinADay() {
        assertThat(wait(Duration.ofHours(3))).isEqualTo(Duration.ofHours(3));
        assertThat(wait(Duration.ofDays(30))).isEqualTo(Duration.ofDays(1));
    }

    private Duration wait(@Nullable Duration asked) {
        return timing.afterFailure(1, asked);
    }

    private static Polling polling(Duration interval, Duration pause) {
        return new Polling("https://x.example/", "https://x.example/", "x.example", interval, pause, Instant.EPOCH);
    }
}
