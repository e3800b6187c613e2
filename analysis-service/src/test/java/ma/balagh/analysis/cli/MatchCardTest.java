package ma.balagh.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ma.balagh.analysis.media.Media;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
final class MatchCardTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"color=black:", "color=white:", "smptehdbars=", "yuvtestsrc="})
    void findsNothingInCommonInFilmsThatShowTheSameCard(String card) throws Exception {
        // Given
        Path index = Files.createDirectory(directory.resolve("index"));
        Path query = Files.createDirectory(directory.resolve("query"));
        Path shown = Media.clip(directory.resolve("card.mp4"), card + "s=480x270:r=25", 3, options());
        Path one = Media.clip(directory.resolve("one.mp4"), Media.cells(41) + ",setsar=1", 4, options());
        Path other = Media.clip(directory.resolve("other.mp4"), Media.cells(42) + ",setsar=1", 4, options());
        Media.joined(index.resolve("one.mp4"), shown, one, options());
        Media.joined(query.resolve("other.mp4"), shown, other, options());

        // When
        var out = new ByteArrayOutputStream();
        int status = LaboratoryProgram.run(
                List.of("match", "--index", index.toString(), "--query", query.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);

        // Then
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static String[] options() {
        return new String[] {"-pix_fmt", "yuv420p"};
    }
}
