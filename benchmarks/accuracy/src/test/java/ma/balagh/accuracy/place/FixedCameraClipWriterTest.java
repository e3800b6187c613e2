package ma.balagh.accuracy.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ma.balagh.accuracy.place.FixedCameraClipWriter.Window;
import org.junit.jupiter.api.Test;

class FixedCameraClipWriterTest {

    @Test
    void cutsDisjointTimesWithASecondBetweenThem() {
        assertThat(FixedCameraClipWriter.windows(17.5))
                .containsExactly(new Window(0, 5), new Window(6, 11), new Window(12, 17));
        assertThat(FixedCameraClipWriter.windows(5)).containsExactly(new Window(0, 2), new Window(3, 5));
    }

    @Test
    void refusesARecordingThatIsTooShortForTwo() {
        assertThatThrownBy(() -> FixedCameraClipWriter.windows(3)).hasMessageContaining("lasts 3.0 s");
    }
}
