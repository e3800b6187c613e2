package ma.balagh.analysis.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ma.balagh.analysis.circumstance.ClaimedCircumstances;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.footage.FootageRecorder;
import ma.balagh.analysis.media.Media;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.ScratchDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Films of 71 pictures whose tables or headers state something else. */
class StatedContentTest {

    private static final List<String> LOOKED_AT = List.of("media.decoding", "media.duration", "structure.consistency");

    private static final int MOST = 0xFFFFFFFF;

    @TempDir
    Path directory;

    @Test
    void believesWhatIsTrue() throws Exception {
        assertThat(findings(film()))
                .allSatisfy(finding ->
                        assertThat(finding.result()).as(finding.code()).isEqualTo(FindingResult.PASS));
    }

    @Test
    void seesThatAFileStatesMoreSamplesThanThereCanBe() throws Exception {
        // Given: 4,294,967,295 samples, each of which lasts for hours, so that one of them is shown
        byte[] film = patched(patched(film(), "stts", 8, MOST), "stts", 12, 1_000_000_000);

        // Then
        var findings = findings(film);
        assertThat(findings).noneMatch(finding -> finding.result() == FindingResult.PASS);
        assertThat(codes(findings))
                .contains(
                        "media.decoding.fewer-than-stated",
                        "media.duration.shorter-than-claimed",
                        "structure.consistency.tables-contradict",
                        "structure.consistency.times-against-track");
        assertThat(findings.getFirst().facts())
                .containsEntry("stated", "4294967295")
                .containsEntry("decoded", "1");
    }

    @Test
    void seesThatLessThanStatedIsDecodedWithoutAnyError() throws Exception {
        // Given: the only chunk holds 36 of the 71 samples
        byte[] film = patched(film(), "stsc", 12, 36);

        // Then
        var findings = findings(film);
        assertThat(codes(findings))
                .containsExactly(
                        "media.decoding.fewer-than-stated",
                        "media.duration.shorter-than-claimed",
                        "structure.consistency.tables-contradict");
        assertThat(findings.getFirst().facts()).containsEntry("stated", "71").containsEntry("decoded", "36");
        assertThat(findings.getLast().facts()).isEqualTo(Map.of("sized", "71", "timed", "71", "placed", "36"));
    }

    /** Of each header, lengths and units by which it can claim any length. */
    @ParameterizedTest
    @CsvSource({
        "mvhd, 16, 2147483646, tracks-against-movie",
        "mvhd, 16, 31536000, tracks-against-movie",
        "mvhd, 12, 1, shown-longer-than-media",
        "tkhd, 20, 2147483646, tracks-against-movie",
        "mdhd, 16, 2147483646, times-against-track",
        "mdhd, 12, 1, media-hidden",
        "stts, 12, 1000000000, times-against-track"
    })
    void seesAnAbsurdLengthInAnyHeader(String box, int at, int value, String contradiction) throws Exception {
        assertThat(codes(findings(patched(film(), box, at, value))))
                .contains("media.duration.shorter-than-claimed", "structure.consistency." + contradiction)
                .doesNotContain("structure.consistency.consistent");
    }

    @Test
    void seesAnAbsurdLengthOnWhichAllHeadersAgree() throws Exception {
        // Given
        byte[] film = film();
        for (String box : List.of("mvhd", "mdhd")) {
            film = patched(film, box, 16, Integer.MAX_VALUE);
        }
        film = patched(patched(film, "tkhd", 20, Integer.MAX_VALUE), "elst", 8, Integer.MAX_VALUE);

        // Then
        assertThat(codes(findings(film)))
                .contains("media.duration.shorter-than-claimed", "structure.consistency.times-against-track");
    }

    /** The times of sound are claims, too. */
    @Test
    void seesAnAbsurdLengthOfTheSound() throws Exception {
        // Given
        byte[] film = Files.readAllBytes(Media.clip(
                directory.resolve("sounding.mp4"),
                "testsrc2=s=320x180:r=15:d=5[out0];sine=f=440:d=5[out1]",
                5,
                "-pix_fmt",
                "yuv420p"));
        int sound = new String(film, StandardCharsets.ISO_8859_1).lastIndexOf("trak");
        byte[] tail = Arrays.copyOfRange(film, sound, film.length);
        for (String box : List.of("tkhd", "mdhd", "elst")) {
            tail = patched(tail, box, box.equals("tkhd") ? 20 : box.equals("mdhd") ? 16 : 8, Integer.MAX_VALUE);
        }
        tail = patched(tail, "stts", 12, 10_000_000);
        System.arraycopy(tail, 0, film, sound, tail.length);
        film = patched(film, "mvhd", 16, Integer.MAX_VALUE);

        // Then
        assertThat(codes(findings(film))).contains("media.duration.shorter-than-claimed");
    }

    /** A trimmed film is shorter than what it holds, and says so. */
    @Test
    void tellsWhatIsHiddenFromWhatIsMissing() throws Exception {
        // Given: a picture that can be decoded by itself every two seconds, and a cut between two of them
        Path whole = Media.clip(
                directory.resolve("whole.mp4"), "testsrc2=s=320x180:r=15", 6, "-pix_fmt", "yuv420p", "-g", "30");
        Path cut = Media.cut(directory.resolve("cut.mp4"), whole, "3.7");

        // When
        var findings = findings(Files.readAllBytes(cut));

        // Then: nothing is missing, and nothing claimed that is not there
        assertThat(codes(findings))
                .contains("media.decoding.part-shown", "media.duration.claimed", "structure.consistency.media-hidden");
    }

    @ParameterizedTest
    @CsvSource({"mkv", "avi", "ts", "mov"})
    void believesHonestFilmsOfOtherKinds(String kind) throws Exception {
        Path whole = Files.write(directory.resolve("whole.mp4"), film());
        Path copy = Media.copy(directory.resolve("copy." + kind), whole, "-c", "copy");
        assertThat(codes(findings(Files.readAllBytes(copy))))
                .contains("media.decoding.whole", "media.duration.claimed");
    }

    @Test
    void believesAShowOfPicturesThatEachStandForSeconds() throws Exception {
        Path show = Media.clip(
                directory.resolve("show.mp4"), "testsrc2=s=320x180:r=1/5", 25, "-pix_fmt", "yuv420p", "-r", "1/5");
        assertThat(codes(findings(Files.readAllBytes(show))))
                .contains("media.decoding.whole", "media.duration.claimed", "structure.consistency.consistent");
    }

    private byte[] film() throws Exception {
        return Files.readAllBytes(Media.clip(
                directory.resolve("film.mp4"),
                "testsrc2=s=320x180:r=15",
                10,
                "-frames:v",
                "71",
                "-pix_fmt",
                "yuv420p"));
    }

    private List<Finding> findings(byte[] film) throws Exception {
        MediaReader media = Media.reader(directory.resolve("scratch"), Map.of());
        var laboratory = new MediumAnalyzer(media, () -> new FootageRecorder(30), Clock.systemUTC());
        try (ScratchDirectory scratch = media.scratch()) {
            Files.write(scratch.medium(), film);
            return laboratory.examine(scratch, ClaimedCircumstances.NOTHING).findings().stream()
                    .filter(finding -> LOOKED_AT.contains(finding.method()))
                    .toList();
        }
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    /** With another number so many bytes behind the name of the first box of that name. */
    private static byte[] patched(byte[] film, String box, int behind, int value) {
        byte[] copy = film.clone();
        int at = new String(film, StandardCharsets.ISO_8859_1).indexOf(box);
        ByteBuffer.wrap(copy).putInt(at + 4 + behind, value);
        return copy;
    }
}
