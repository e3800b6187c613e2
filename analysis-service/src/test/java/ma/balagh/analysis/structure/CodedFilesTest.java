package ma.balagh.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ma.balagh.analysis.box.BoundedFileReader;
import ma.balagh.analysis.media.Media;
import ma.balagh.analysis.media.ProbeResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as FFmpeg writes them. */
class CodedFilesTest {

    @TempDir
    static Path directory;

    private static Path clip;

    @BeforeAll
    static void makeAClip() {
        clip = Media.clip(directory.resolve("clip.mp4"), Media.CELLS, 1, "-c:v", "libx264", "-preset", "ultrafast");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "avi", "flv", "ts", "3gp", "m4v", "h264"})
    void knowsTheEncoderInEveryContainer(String extension) throws IOException {
        // Given
        Path copy = Media.copy(directory.resolve("copy." + extension), clip, "-c", "copy");

        // Then
        assertThat(FileLayout.of(copy).traces().of("coder"))
                .singleElement()
                .asString()
                .startsWith("x264 - core");
        assertThat(StructureCheck.of(copy, probe()).getFirst().code()).isEqualTo("structure.origin.encoder-output");
    }

    @Test
    void knowsTheEncoderWhereItsNamesWereTakenOut() throws IOException {
        // Given
        Path copy = Media.copy(
                directory.resolve("bare.mp4"), clip, "-c", "copy", "-map_metadata", "-1", "-fflags", "+bitexact");

        // Then
        assertThat(FileLayout.of(copy).traces().of("item.©too")).isEmpty();
        assertThat(StructureCheck.of(copy, probe()).getFirst().facts()).containsEntry("writer", "x264");
    }

    @Test
    void knowsTheEncoderInFragments() throws IOException {
        // Given
        Path copy = Media.copy(
                directory.resolve("fragments.mp4"), clip, "-c", "copy", "-movflags", "frag_keyframe+empty_moov");

        // When
        FileLayout layout = FileLayout.of(copy);

        // Then
        assertThat(layout.traces().of("fragmented")).containsExactly("yes");
        assertThat(layout.traces().of("coder")).isNotEmpty();
        assertThat(StructureCheck.of(layout, probe()).getLast().code()).isEqualTo("structure.consistency.consistent");
    }

    @Test
    void readsWhoMuxedAMatroskaFile() throws IOException {
        // Given
        Path copy = Media.copy(directory.resolve("muxed.mkv"), clip, "-c", "copy");

        // Then
        assertThat(FileLayout.of(copy)).satisfies(layout -> {
            assertThat(layout.form()).isEqualTo(FileLayout.Form.EBML);
            assertThat(layout.traces().of("doctype")).containsExactly("matroska");
            assertThat(layout.traces().of("muxer")).singleElement().asString().startsWith("Lavf");
        });
    }

    @Test
    void readsTheSegmentsAndTheTableOfAJpeg() throws IOException {
        // Given
        Path picture = Media.copy(directory.resolve("picture.jpg"), clip, "-frames:v", "1");

        // Then
        assertThat(FileLayout.of(picture)).satisfies(layout -> {
            assertThat(layout.form()).isEqualTo(FileLayout.Form.SEGMENTS);
            assertThat(layout.traces().of("first")).containsExactly("JFIF");
            assertThat(layout.traces().of("comment")).singleElement().asString().startsWith("Lavc");
            assertThat(layout.damagedAt()).isNull();
        });
    }

    @Test
    void readsNoMoreOfALongFileThanOfAShortOne() throws IOException {
        // Given
        Path longFile = directory.resolve("long.mp4");
        byte[] film = Film.samsung().order("mdat", "moov").bytes();
        Files.write(longFile, Film.joined(film, Film.box("free", new byte[8 << 20])));

        // When
        try (var bytes = BoundedFileReader.of(longFile)) {
            FileLayout.of(bytes);

            // Then
            assertThat(bytes.read()).isLessThan(64 << 10);
        }
    }

    private static ProbeResult probe() {
        return new ProbeResult("mov", 1.0, List.of(), Map.of());
    }
}
