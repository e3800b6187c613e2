package ma.balagh.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.media.ProbeResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureCheckTest {

    /** What happens to nearly every file on its way, and proves nothing. */
    private static final Set<String> PASSED_ON = Set.of("platform-copy", "messenger-copy", "encoder-output");

    @TempDir
    Path directory;

    @Test
    void knowsTheRecordingOfAnIphone() throws IOException {
        // When
        var findings = findings(Film.iphone());

        // Then
        assertThat(codes(findings))
                .containsExactly("structure.origin.camera-original", "structure.consistency.consistent");
        assertThat(findings.getFirst().result()).isEqualTo(FindingResult.PASS);
        assertThat(findings.getFirst().facts().get("traces"))
                .contains("key.com.apple.quicktime.model=iPhone 12", "handler.vide=Core Media Video", "major=qt");
    }

    @Test
    void knowsTheRecordingOfASamsungPhone() throws IOException {
        assertThat(codes(findings(Film.samsung())))
                .containsExactly("structure.origin.camera-original", "structure.consistency.consistent");
    }

    @Test
    void doesNotTakeWhatAnyProgramOfAPhoneWritesForItsCamera() throws IOException {
        // Given
        var film = new Film()
                .brands("mp42", 0, "isom", "mp42")
                .track("vide", "VideoHandle", "", "avc1", 10)
                .key("com.android.version", "12");

        // Then
        assertThat(findings(film).getFirst()).satisfies(origin -> {
            assertThat(origin.code()).isEqualTo("structure.origin.like-camera");
            assertThat(origin.result()).isEqualTo(FindingResult.UNKNOWN);
        });
    }

    @Test
    void seesAPhonesKeysBesideAProgramThatWritesFiles() throws IOException {
        // When
        var findings = findings(Film.iphone().key("encoder", "Lavf61.7.103"));

        // Then
        assertThat(codes(findings))
                .containsExactly("structure.origin.encoder-output", "structure.consistency.device-beside-program");
        assertThat(findings.getLast().facts())
                .containsEntry("program", "FFmpeg (Lavf)")
                .hasEntrySatisfying("device", device -> assertThat(device).startsWith("Apple iPhone"));
    }

    @Test
    void seesAPhonesKeysInAFileWithOtherBrandsAndHandlers() throws IOException {
        // When
        var findings = findings(
                Film.iphone().brands("isom", 1, "isom").noTracks().track("vide", "Somebody's handler", "", "hvc1", 10));

        // Then
        assertThat(codes(findings))
                .containsExactly("structure.origin.camera-named", "structure.consistency.layout-against-device");
        assertThat(findings.getLast().facts().get("against")).contains("major=isom", "handler.vide=Somebody's handler");
    }

    @Test
    void onlyWondersWhereTheOrderOfBoxesIsUnusual() throws IOException {
        assertThat(codes(findings(Film.iphone().order("moov", "mdat"))))
                .containsExactly("structure.origin.camera-named", "structure.consistency.layout-unusual");
    }

    @Test
    void tellsACopyOfTelegramFromOneOfFfmpegByALetter() throws IOException {
        // Given: the same brands, "VideoHandle" against "VideoHandler"
        var telegram = new Film().track("vide", "VideoHandle", "", "avc1", 10);
        var ffmpeg = new Film().track("vide", "VideoHandler", "", "avc1", 10);

        // Then
        assertThat(findings(telegram).getFirst().facts()).containsEntry("writer", "Telegram for Android");
        assertThat(findings(ffmpeg).getFirst().facts().get("writer")).startsWith("FFmpeg");
        assertThat(findings(telegram).getFirst().result()).isEqualTo(FindingResult.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO Media file produced by Google Inc., YouTube",
        "ISO Media file produced by Google Inc. Created on: 05/11/2023., YouTube",
        "Twitter-vork muxer, Twitter/X"
    })
    void knowsPlatformsByTheirHandlers(String handler, String platform) throws IOException {
        assertThat(findings(new Film().track("vide", handler, "", "avc1", 10)).getFirst())
                .satisfies(origin -> {
                    assertThat(origin.code()).isEqualTo("structure.origin.platform-copy");
                    assertThat(origin.facts()).containsEntry("writer", platform);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "comment | vid:v0300fdb0000btbmkrhucgba10erkqn0 | platform-copy | TikTok or Douyin",
                "encoder | HandBrake 1.7.3 2024020400 | editor-output | HandBrake",
                "encoder | Blackmagic Design DaVinci Resolve | editor-output | DaVinci Resolve",
                "com.apple.quicktime.author | ReplayKitRecording | screen-recording | iOS screen recording (ReplayKit)",
                "encoder | Lavf58.29.100 | encoder-output | FFmpeg (Lavf)",
                "information | {\"aigc_label_type\": 1} | generated | ByteDance label of generated content",
                "AIGC | {\"AIGC\":{\"Label\":\"1\"}} | generated | Label of generated content (GB 45438-2025)"
            })
    void knowsWritersByWhatTheyNameThemselves(String key, String value, String code, String writer) throws IOException {
        // When
        var film = new Film()
                .brands("mp42", 0, "mp42")
                .track("vide", "x", "", "avc1", 5)
                .key(key, value);
        var origin = findings(film, Map.of(key, value)).getFirst();

        // Then
        assertThat(origin.code()).isEqualTo("structure.origin." + code);
        assertThat(origin.facts()).containsEntry("writer", writer);
        assertThat(origin.result()).isEqualTo(PASSED_ON.contains(code) ? FindingResult.UNKNOWN : FindingResult.FAIL);
    }

    @Test
    void takesNoLabelThatDeniesForOneThatAffirms() throws IOException {
        assertThat(findings(new Film().track("vide", "x", "", "avc1", 5).key("information", "{\"aigc_label_type\":0}"))
                        .getFirst()
                        .code())
                .isEqualTo("structure.origin.unrecognised");
    }

    @Test
    void findsTheNameOfAnEditingProgramInXmp() throws IOException {
        // Given
        byte[] id = java.util.HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");
        byte[] xmp = "<xmp:CreatorTool>Adobe Premiere Pro 2024.0 (Windows)</xmp:CreatorTool>"
                .getBytes(StandardCharsets.UTF_8);

        // Then
        assertThat(findings(Film.samsung().outermost("uuid", Film.joined(id, xmp))))
                .extracting(Finding::code)
                .containsExactly("structure.origin.editor-output", "structure.consistency.device-beside-program");
    }

    @Test
    void keepsTheBrandThatAFileHadBefore() throws IOException {
        assertThat(findings(new Film().track("vide", "x", "", "avc1", 5).key("major_brand", "mp42"))
                        .getLast()
                        .facts())
                .isEqualTo(Map.of("before", "mp42", "now", "isom"));
    }

    @Test
    void seesABrandOfACodecThatIsNotThere() throws IOException {
        assertThat(codes(findings(new Film().track("vide", "x", "", "vp09", 5))))
                .contains("structure.consistency.brand-against-codec");
    }

    @ParameterizedTest
    @CsvSource({"60, tracks-against-movie", "4, tracks-against-movie", "10.5, consistent"})
    void comparesTheLengthOfTheFilmWithThatOfItsTracks(double seconds, String code) throws IOException {
        assertThat(codes(findings(Film.iphone().seconds(seconds)))).contains("structure.consistency." + code);
    }

    @Test
    void seesPicturesThatEndBeforeTheSound() throws IOException {
        assertThat(findings(new Film().track("vide", "x", "", "avc1", 5).track("soun", "y", "", "mp4a", 30))
                        .getLast()
                        .facts())
                .isEqualTo(Map.of("movie", "30.00", "picture", "5.00"));
    }

    @ParameterizedTest
    @CsvSource({"3, 7, 3.00", "0, 6, 4.00", "2, 5, 5.00"})
    void measuresWhatAnEditListHides(double from, double length, String hidden) throws IOException {
        assertThat(findings(Film.samsung().shownOnly(from, length)))
                .filteredOn(finding -> finding.code().equals("structure.consistency.media-hidden"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.facts()).containsEntry("hidden", hidden));
    }

    @Test
    void takesNoNoticeOfAnEditListThatLetsDecodersBegin() throws IOException {
        assertThat(codes(findings(Film.samsung().shownOnly(0.08, 10)))).contains("structure.consistency.consistent");
    }

    @Test
    void saysWhereAFileBreaksOff() throws IOException {
        // Given
        byte[] whole = Film.iphone().order("wide", "moov", "mdat").bytes();
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 30);

        // Then
        assertThat(findings(cut, Map.of()).getLast().code()).isEqualTo("structure.consistency.damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ftyp", "not a medium at all, but long enough to be one"})
    void saysThatItDoesNotKnowWhatIsNoMedium(String text) throws IOException {
        assertThat(codes(findings(text.getBytes(StandardCharsets.UTF_8), Map.of())))
                .containsExactly("structure.origin.unrecognised", "structure.consistency.not-comparable");
    }

    private List<Finding> findings(Film film) throws IOException {
        return findings(film, Map.of());
    }

    private List<Finding> findings(Film film, Map<String, String> tags) throws IOException {
        return findings(film.bytes(), tags);
    }

    private List<Finding> findings(byte[] bytes, Map<String, String> tags) throws IOException {
        Path file = Files.write(directory.resolve("medium"), bytes);
        return StructureCheck.of(file, new ProbeResult("mov", 10.0, List.of(), tags));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
