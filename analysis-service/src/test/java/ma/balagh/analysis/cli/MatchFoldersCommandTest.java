package ma.balagh.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import ma.balagh.analysis.media.Media;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatchFoldersCommandTest {

    private record Run(int status, String out, String err) {}

    @TempDir
    private Path directory;

    private Path index;
    private Path query;

    @BeforeEach
    void makeFolders() throws Exception {
        index = Files.createDirectory(directory.resolve("index"));
        query = Files.createDirectory(directory.resolve("query"));
    }

    @Test
    void findsAMirroredCropOfTheSecondsThatWereCutOut() throws Exception {
        // Given
        Path known = Media.clip(index.resolve("known.mp4"), Media.cells(41), 6, "-pix_fmt", "yuv420p");
        Media.clip(index.resolve("other.mp4"), Media.cells(42), 4, "-pix_fmt", "yuv420p");
        Media.copy(query.resolve("copy.mp4"), known, "-ss", "2", "-t", "3", "-vf", "hflip,crop=iw*0.8:ih*0.8");
        Files.writeString(query.resolve("notes.txt"), "no medium");

        // When
        Run run = match("--json", "--index", index.toString(), "--query", query.toString());

        // Then
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("notes.txt").contains("no medium that can be read");
        assertThat(run.out().lines()).hasSize(1);
        JsonNode line = new ObjectMapper().readTree(run.out());
        assertThat(line.get("query").asText()).isEqualTo("copy.mp4");
        assertThat(line.get("match").asText()).isEqualTo("known.mp4");
        assertThat(line.get("kind").asText()).isEqualTo("COPY");
        assertThat(line.get("transformation").asText()).contains("MIRRORED").contains("CROPPED");
        assertThat(line.get("coverage").asDouble()).isGreaterThan(0.7);
        JsonNode span = line.get("spans").get(0);
        assertThat(span.get("otherFrom").asDouble() - span.get("from").asDouble())
                .isCloseTo(2, within(1.0));
        assertThat(line.get("inOther").get("left").asDouble()).isCloseTo(0.1, within(0.03));
    }

    @Test
    void missesTheCropByHashesAlone() throws Exception {
        // Given
        Path known = Media.clip(index.resolve("known.mp4"), Media.cells(41), 4, "-pix_fmt", "yuv420p");
        Media.copy(query.resolve("copy.mp4"), known, "-vf", "crop=iw*0.8:ih*0.8");

        // Then
        assertThat(match("--hashes-only", "--index", index.toString(), "--query", query.toString())
                        .out())
                .isEmpty();
        assertThat(match("--index", index.toString(), "--query", query.toString())
                        .out())
                .startsWith("COPY");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        // Then
        assertThat(match("--index", index.toString()))
                .satisfies(run -> assertThat(run.status()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("Missing required option: '--query=DIR'"));
        assertThat(match("--index", "/nowhere", "--query", query.toString()))
                .satisfies(run -> assertThat(run.status()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err().strip()).isEqualTo("balagh match: /nowhere is no folder"));
    }

    private static Run match(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = LaboratoryProgram.run(
                Stream.concat(Stream.of("match"), Stream.of(arguments)).toList(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
