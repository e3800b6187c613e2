package ma.balagh.analysis.redaction;

import static ma.balagh.analysis.redaction.RedactionPlanRecorderTest.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTimingTest {

    @ParameterizedTest
    @CsvSource({"24, 5", "25, 5", "30, 6", "50, 10", "60, 12", "240, 12", "12, 2", "5, 1", "1, 1"})
    void looksAtTheNearestPictureAfterAFifthOfASecond(int rate, int pictures) {
        assertThat(new FrameTiming(times(100, Math.round(1e6 / rate))).nextLook(40))
                .isEqualTo(40 + pictures);
    }

    @Test
    void looksAtEachPictureWhereTheyAreFarApart() {
        // Given: 30 pictures a second on average, though 20 of them are a second apart
        long[] micros = Arrays.copyOf(times(1250, 16_667), 1270);
        for (int k = 1250; k < micros.length; k++) {
            micros[k] = micros[k - 1] + 1_000_000;
        }

        // When
        Set<Integer> looks = looks(micros);

        // Then
        assertThat(looks).contains(IntStream.range(1250, 1270).boxed().toArray(Integer[]::new));
        assertThat(looks.stream().filter(frame -> frame < 1250)).hasSizeBetween(1250 / 12, 1250 / 12 + 2);
    }

    @Test
    void looksOftenEnoughAtPicturesThatSayTheyAreAllOfOneMoment() {
        // When
        Set<Integer> looks = looks(times(100, 12));

        // Then
        for (int k = 0; k < 100 - 12; k++) {
            assertThat(looks)
                    .containsAnyElementsOf(IntStream.range(k, k + 12).boxed().toList());
        }
    }

    @Test
    void knowsWhichPictureIsOnTheScreen() {
        FrameTiming timing = new FrameTiming(new long[] {500_000, 600_000, 5_000_000});

        assertThat(timing.shownAt(0)).isZero();
        assertThat(timing.shownAt(0.6)).isEqualTo(1);
        assertThat(timing.shownAt(4.9)).isEqualTo(1);
        assertThat(timing.shownAt(Double.POSITIVE_INFINITY)).isEqualTo(2);
        assertThat(timing.second(2)).isEqualTo(5);
        assertThat(timing.second(3)).isEqualTo(9.4);
    }

    @Test
    void followsForTheSameTimeWhateverTheRate() {
        assertThat(new FrameTiming(times(1000, 40_000)).followedBefore(500)).isEqualTo(50);
        assertThat(new FrameTiming(times(1000, 20_000)).followedBefore(500)).isEqualTo(100);
        assertThat(new FrameTiming(times(1000, 12)).followedBefore(999)).isEqualTo(480);
        assertThat(new FrameTiming(times(1000, 60_000_000)).followedBefore(500)).isEqualTo(10);
    }

    @Test
    void refusesTimesThatDoNotRise() {
        assertThatThrownBy(() -> new FrameTiming(new long[] {0, 10, 10})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FrameTiming(new long[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<Integer> looks(long[] micros) {
        Set<Integer> looks = new TreeSet<>();
        int[] frame = new int[1];
        RedactionPlanRecorder watch = new RedactionPlanRecorder(micros, List.of(), (luma, width, height) -> {
            looks.add(frame[0]);
            return List.of();
        });
        for (; frame[0] < micros.length; frame[0]++) {
            watch.see(frame[0], new byte[64], 8, 8);
        }
        return looks;
    }
}
