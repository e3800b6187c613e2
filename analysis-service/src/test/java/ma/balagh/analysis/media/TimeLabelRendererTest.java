package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLabelRendererTest {

    @ParameterizedTest
    @CsvSource({"0, 0:00.0", "7.25, 0:07.3", "59.96, 1:00.0", "187.2, 3:07.2", "3787.2, 1:03:07.2"})
    void tellsATimeAsPeopleDo(double seconds, String told) {
        assertThat(TimeLabelRenderer.text(seconds)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "5, 60", "3787.2, 83000"})
    void looksOtherForAnotherTime(double one, double other) {
        assertThat(TimeLabelRenderer.of(one))
                .isNotEqualTo(TimeLabelRenderer.of(other))
                .contains((byte) 0, (byte) 255);
    }
}
