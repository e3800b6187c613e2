package ma.balagh.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;

final class PauseTest {

    @RepeatedTest(20)
    void waitsLongerEachTimeUpToTheLongest() {
        // Then
        assertThat(pause(0, null)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        assertThat(pause(3, null)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(pause(Integer.MAX_VALUE, null)).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
        assertThat(pause(0, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(pause(0, Duration.ofDays(30))).isEqualTo(Duration.ofHours(1));
    }

    private static Duration pause(int earlierFailures, @Nullable Duration asked) {
        return CallbackDeliveryQueue.pause(earlierFailures, asked, Duration.ofSeconds(5), Duration.ofHours(1));
    }
}
