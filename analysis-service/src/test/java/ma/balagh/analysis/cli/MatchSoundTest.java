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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.balagh.analysis.media.Media;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
final class MatchSoundTest {

    private static final int SECONDS = 12;

    @TempDir
    private Path directory;

    private Path index;
    private Path query;

    @BeforeEach
    void makeFolders() throws Exception {
        Process muxers = new ProcessBuilder("ffmpeg", "-hide_banner", "-muxers").start();
        String known = new String(muxers.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assumptions.assumeTrue(known.contains("chromaprint"), "this FFmpeg has no Chromaprint");
        index = Files.createDirectory(directory.resolve("index"));
        query = Files.createDirectory(directory.resolve("query"));
    }

    @Test
    void saysOfACopyWhetherItsSoundIsTheSame() throws Exception {
        // Given
        Path picture = Media.clip(directory.resolve("picture.mp4"), Media.cells(41), SECONDS, "-pix_fmt", "yuv420p");
        Path sound = Media.clip(directory.resolve("sound.wav"), Media.notes(1), SECONDS);
        Path foreign = Media.clip(directory.resolve("foreign.wav"), Media.notes(2), SECONDS);
        Media.copy(index.resolve("known.mp4"), picture, heard(sound));
        Media.copy(query.resolve("same.mp4"), picture, heard(sound));
        Media.copy(query.resolve("replaced.mp4"), picture, heard(foreign));
        Media.copy(query.resolve("silenced.mp4"), picture, "-c", "copy");
        Path late = Media.copy(directory.resolve("late.wav"), sound, "-ss", "3");
        Media.copy(query.resolve("shifted.mp4"), picture, heard(late));

        // When
        Map<String, JsonNode> matches = match();

        // Then
        assertThat(matches.values())
                .allSatisfy(match -> assertThat(text(match, "kind")).isEqualTo("COPY"));
        assertThat(text(Objects.requireNonNull(matches.get("same.mp4")), "transformation"))
                .isEqualTo("SAME_SOUND");
        assertThat(text(Objects.requireNonNull(matches.get("replaced.mp4")), "transformation"))
                .isEqualTo("OTHER_SOUND");
        assertThat(text(Objects.requireNonNull(matches.get("silenced.mp4")), "transformation"))
                .isEqualTo("NO_SOUND");
        assertThat(text(Objects.requireNonNull(matches.get("shifted.mp4")), "transformation"))
                .isEqualTo("SHIFTED_SOUND");
    }

    @Test
    void findsBySoundAloneWhatItNeverCallsACopy() throws Exception {
        // Given
        Path sound = Media.clip(directory.resolve("sound.wav"), Media.notes(1), SECONDS);
        Path known = Media.clip(directory.resolve("known.mp4"), Media.cells(41), SECONDS, "-pix_fmt", "yuv420p");
        Path other = Media.clip(directory.resolve("other.mp4"), Media.cells(42), SECONDS, "-pix_fmt", "yuv420p");
        Path wall = Media.clip(directory.resolve("wall.mp4"), "color=gray:s=320x180", SECONDS, "-pix_fmt", "yuv420p");
        Media.copy(index.resolve("known.mp4"), known, heard(sound));
        Media.copy(query.resolve("picture-replaced.mp4"), other, heard(sound));
        Media.copy(query.resolve("wall.mp4"), wall, heard(sound));
        Media.copy(query.resolve("cut.mp3"), sound, "-ss", "4", "-b:a", "48k");

        // When
        Map<String, JsonNode> matches = match();

        // Then
        assertThat(matches).containsOnlyKeys("picture-replaced.mp4", "wall.mp4", "cut.mp3");
        assertThat(matches.values())
                .allSatisfy(match -> assertThat(text(match, "kind")).isEqualTo("SHARED_SOUND"));
        JsonNode span =
                Objects.requireNonNull(matches.get("cut.mp3")).get("spans").get(0);
        assertThat(span.get("otherFrom").asDouble() - span.get("from").asDouble())
                .isCloseTo(4, within(0.3));
    }

    @Test
    void hearsNothingInCommonInSilenceTonesAndHum() throws Exception {
        // Given
        for (String source : List.of("anullsrc", "sine=f=50", "sine=f=1000", "anoisesrc=c=pink:a=0.001:seed=3")) {
            Media.clip(index.resolve("%08x.wav".formatted(source.hashCode())), source, SECONDS);
            Media.clip(query.resolve("%08x.ogg".formatted(source.hashCode())), source, SECONDS + 2);
        }
        Media.clip(index.resolve("notes.wav"), Media.notes(1), SECONDS);

        // Then: noise of one seed is the same recording
        assertThat(match().keySet()).isSubsetOf("%08x.ogg".formatted("anoisesrc=c=pink:a=0.001:seed=3".hashCode()));
    }

    /** Beside the first input's picture. */
    private static String[] heard(Path sound) {
        return new String[] {"-i", sound.toString(), "-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", "aac"};
    }

    private static String text(JsonNode match, String field) {
        return match.get(field).asText();
    }

    /** By query; of each there is one at most. */
    private Map<String, JsonNode> match() throws Exception {
        var out = new ByteArrayOutputStream();
        int status = LaboratoryProgram.run(
                List.of("match", "--json", "--index", index.toString(), "--query", query.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);
        assertThat(status).isZero();
        Map<String, JsonNode> matches = new HashMap<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            JsonNode match = new ObjectMapper().readTree(line);
            assertThat(matches.put(text(match, "query"), match)).isNull();
        }
        return matches;
    }
}
