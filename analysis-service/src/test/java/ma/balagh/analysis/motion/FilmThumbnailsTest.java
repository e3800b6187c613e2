package ma.balagh.analysis.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmThumbnailsTest {

    @Test
    void surviveBeingStored() {
        FilmThumbnails film = Scenes.at(3).walk(2, 5);

        FilmThumbnails read = FilmThumbnails.of(film.toBytes());

        assertThat(read.width()).isEqualTo(film.width());
        assertThat(read.millis()).isEqualTo(film.millis());
        assertThat(read.greys()).isEqualTo(film.greys());
        assertThat(film.toBytes()).hasSizeLessThan(film.greys().length);
        assertThat(FilmThumbnails.of(FilmThumbnails.NONE.toBytes()).size()).isZero();
    }

    @Test
    void refuseWhatWasCutShort() {
        byte[] stored = Scenes.at(3).walk(2, 5).toBytes();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FilmThumbnails.of(Arrays.copyOf(stored, stored.length / 2)))
                .withMessageContaining("thumbnails end after");
    }

    @ParameterizedTest
    @CsvSource({"256, 144, 32, 24", "144, 256, 24, 32", "256, 32, 32, 24"})
    void areOfOneSizeWhateverThePictures(int width, int height, int expectedWidth, int expectedHeight) {
        var recorder = new ThumbnailRecorder();
        var luma = new byte[width * height];
        Arrays.fill(luma, 0, luma.length / 2, (byte) 200);

        recorder.see(40, luma, width, height);

        FilmThumbnails film = recorder.thumbnails();
        assertThat(film.width()).isEqualTo(expectedWidth);
        assertThat(film.height()).isEqualTo(expectedHeight);
        assertThat(film.millis()).containsExactly(40);
        assertThat(film.grey(0, 0)).isEqualTo(200);
        assertThat(film.grey(0, film.pixels() - 1)).isZero();
    }
}
