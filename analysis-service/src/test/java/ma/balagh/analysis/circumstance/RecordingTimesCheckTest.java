package ma.balagh.analysis.circumstance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.structure.FileLayout;
import ma.balagh.analysis.structure.Film;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTimesCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void findsNothingAgainstAFreshRecording() throws IOException {
        assertThat(codes("2026-02-28T20:00:00Z", "h264", claimed("2026-02-28T23:00:00Z", "2026-02-28T19:30:00Z")))
                .containsExactly("consistent");
    }

    @Test
    void saysThatThereIsNothingToCompareWith() throws IOException {
        assertThat(codes("2026-02-28T20:00:00Z", "h264", ClaimedCircumstances.NOTHING))
                .containsExactly("alone");
        assertThat(codes(null, "h264", claimed("2026-02-28T23:00:00Z", null))).containsExactly("none");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1904-01-01T00:00:00Z, h264, -, -, clock-unset",
                "1970-01-01T00:00:00Z, h264, -, -, clock-unset",
                "1980-01-06T03:00:00Z, h264, -, -, clock-unset",
                "2000-01-01T00:12:00Z, h264, -, -, clock-unset",
                "2026-03-04T00:00:00Z, h264, -, -, in-future",
                "2002-06-01T00:00:00Z, h264, -, -, before-codec",
                "2012-06-01T00:00:00Z, hevc, -, -, before-codec",
                "2012-06-01T00:00:00Z, vp9, -, -, before-codec",
                "2017-06-01T00:00:00Z, av1, -, -, before-codec",
                "2017-06-01T00:00:00Z, hevc, -, -, alone",
                "2026-02-20T00:00:00Z, h264, 2026-02-18T00:00:00Z, -, after-publication",
                "2026-02-18T12:00:00Z, h264, 2026-02-18T00:00:00Z, -, consistent",
                "2019-07-30T21:00:00Z, h264, 2026-02-20T00:00:00Z, 2026-02-19T00:00:00Z, older-than-claimed",
                "2026-02-25T21:00:00Z, h264, 2026-02-26T00:00:00Z, 2026-02-19T00:00:00Z, newer-than-claimed",
                "2019-07-30T21:00:00Z, h264, 2026-02-20T00:00:00Z, -, old-when-published",
                "2026-02-20T00:00:00Z, h264, 2026-02-18T00:00:00Z, 2026-02-20T00:00:00Z, published-before-event"
            })
    void seesTimesThatCannotBe(
            String recorded, String codec, @Nullable String published, @Nullable String occurred, String code)
            throws IOException {
        assertThat(codes(recorded, codec, claimed(published, occurred))).contains(code);
    }

    @Test
    void seesARecordingThatIsYoungerThanItsReceipt() throws IOException {
        var claimed = new ClaimedCircumstances(null, null, Instant.parse("2026-02-01T00:00:00Z"), null, null, null);
        assertThat(codes("2026-02-20T00:00:00Z", "h264", claimed)).containsExactly("after-receipt");
    }

    @Test
    void doubtsADeviceThatWasNotYetMade() throws IOException {
        // Given
        var tags = Map.of(
                "com.apple.quicktime.creationdate",
                "2019-05-01T10:00:00+0100",
                "com.apple.quicktime.model",
                "iPhone 12 Pro Max",
                "com.apple.quicktime.software",
                "16.1");

        // Then
        assertThat(findings(Film.iphone(), tags, ClaimedCircumstances.NOTHING))
                .filteredOn(finding -> finding.code().endsWith("before-device"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.facts())
                        .containsEntry("device", "iPhone 12 Pro Max")
                        .containsEntry("since", "2020-10-23"));
    }

    @ParameterizedTest
    @CsvSource({
        "12, 2021-10-01T00:00:00Z, before-device",
        "12, 2021-10-05T00:00:00Z, alone",
        "x, 2021-10-01T00:00:00Z, alone"
    })
    void doubtsAnAndroidThatWasNotYetPublished(String version, String recorded, String code) throws IOException {
        assertThat(findings(
                        new Film(),
                        Map.of("creation_time", recorded, "com.android.version", version),
                        ClaimedCircumstances.NOTHING))
                .extracting(Finding::code)
                .containsExactly("times.consistency." + code);
    }

    @Test
    void findsNothingAgainstTheHeaderOfAnUntouchedFile() throws IOException {
        assertThat(header(Film.iphone())).containsExactly("alone");
    }

    @Test
    void seesAHeaderThatWasWrittenLongAfterTheRecording() throws IOException {
        // Given: an export keeps the time of recording in its key
        Instant exported = Instant.parse("2023-06-01T10:00:00Z");

        // Then
        assertThat(header(Film.iphone().times(exported, exported))).containsExactly("header-against-key");
    }

    @Test
    void seesChangesAndTimesThatRunBackwards() throws IOException {
        Instant created = Instant.parse("2023-04-28T17:52:17Z");
        assertThat(header(Film.iphone().times(created, created.plusSeconds(86_400))))
                .contains("modified-later");
        assertThat(header(Film.iphone().times(created, created.minusSeconds(86_400))))
                .contains("modified-before-creation");
    }

    @Test
    void seesATrackOfAnotherDay() throws IOException {
        // Given
        Instant other = Instant.parse("2021-01-01T00:00:00Z");
        Instant created = Instant.parse("2023-04-28T17:52:17Z");
        var film = new Film()
                .times(other, other)
                .track("soun", "x", "", "mp4a", 10)
                .times(created, created)
                .track("vide", "x", "", "avc1", 10);

        // Then
        assertThat(findings(film, Map.of("creation_time", created.toString()), ClaimedCircumstances.NOTHING))
                .extracting(Finding::code)
                .containsExactly("times.consistency.track-against-movie");
    }

    @Test
    void readsAClockThatCountsFrom1970() throws IOException {
        // Given: seconds since 1970 where those since 1904 belong
        Instant meant = Instant.parse("2023-04-28T17:52:17Z");
        Instant written = Instant.parse("1904-01-01T00:00:00Z").plusSeconds(meant.getEpochSecond());

        // Then
        assertThat(findings(new Film().times(written, written), Map.of(), ClaimedCircumstances.NOTHING)
                        .getFirst()
                        .facts())
                .containsEntry("meant", "2023-04-28T17:52:17Z");
    }

    @ParameterizedTest
    @CsvSource({"-7.59, +0100, false", "-7.59, -0700, true", "75.0, +0800, false", "179.0, -1200, false"})
    void comparesTheZoneOfTheClockWithThePlace(double longitude, String offset, boolean apart) throws IOException {
        // Given
        var claimed = new ClaimedCircumstances(null, null, null, null, 33.57, longitude);
        var tags = Map.of("com.apple.quicktime.creationdate", "2023-04-28T18:52:17" + offset);

        // Then
        assertThat(findings(new Film(), tags, claimed))
                .extracting(Finding::code)
                .satisfies(codes -> assertThat(codes.contains("times.consistency.zone-against-place"))
                        .isEqualTo(apart));
    }

    @Test
    void saysWhenAClockHasNoZoneAndJudgesAllTheSame() throws IOException {
        assertThat(codes("2026-02-28T20:00:00", "h264", claimed("2026-02-28T23:00:00Z", null)))
                .containsExactly("clock-without-zone", "consistent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "+1000000000-01-01T00:00:00Z",
                "2016-02-30T00:00:00Z",
                "-999999999-01-01T00:00:00Z"
            })
    void survivesWhatIsNoTime(String text) throws IOException {
        assertThat(codes(text, "h264", claimed("2026-02-28T23:00:00Z", "2026-02-28T19:30:00Z")))
                .isNotEmpty();
    }

    @Property(tries = 300)
    void survivesEveryTimeInAHeader(@ForAll int created, @ForAll int modified) throws IOException {
        Path file = Files.createTempFile("film", ".mp4");
        try {
            Instant epoch = Instant.parse("1904-01-01T00:00:00Z");
            Files.write(
                    file,
                    new Film()
                            .times(epoch.plusSeconds(created), epoch.plusSeconds(modified))
                            .track("vide", "x", "", "avc1", 1)
                            .bytes());
            assertThat(RecordingTimesCheck.of(
                            FileLayout.of(file), probe(Map.of(), "h264"), ClaimedCircumstances.NOTHING, NOW))
                    .isNotEmpty();
        } finally {
            Files.delete(file);
        }
    }

    /** An export fits any event before it, whenever the recording was made. */
    @Test
    void takesNoTimeOfAnExportForThatOfRecording() throws IOException {
        // Given
        Map<String, String> tags = Map.of("creation_time", "2023-04-28T17:52:17Z", "encoder", "HandBrake 1.7.3");
        Film film = new Film().track("vide", "x", "", "avc1", 1);
        ClaimedCircumstances same = claimed(null, "2023-04-28T12:00:00Z");
        ClaimedCircumstances later = claimed(null, "2023-06-28T12:00:00Z");

        // Then
        assertThat(findings(film, tags, same)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("times.consistency.written-later");
            assertThat(finding.facts()).isEqualTo(Map.of("written", "2023-04-28T17:52:17Z", "writer", "HandBrake"));
        });
        assertThat(shortened(findings(film, tags, later))).containsExactly("older-than-claimed");
    }

    private List<String> header(Film film) throws IOException {
        return shortened(findings(
                film,
                Map.of("com.apple.quicktime.creationdate", "2023-04-28T18:52:17+0100"),
                ClaimedCircumstances.NOTHING));
    }

    private List<String> codes(@Nullable String recorded, String codec, ClaimedCircumstances claimed)
            throws IOException {
        Path file = Files.write(directory.resolve("medium"), new byte[0]);
        Map<String, String> tags = recorded == null ? Map.of() : Map.of("creation_time", recorded);
        return shortened(RecordingTimesCheck.of(FileLayout.of(file), probe(tags, codec), claimed, NOW));
    }

    private List<Finding> findings(Film film, Map<String, String> tags, ClaimedCircumstances claimed)
            throws IOException {
        Path file = Files.write(directory.resolve("medium"), film.bytes());
        return RecordingTimesCheck.of(FileLayout.of(file), probe(tags, "h264"), claimed, NOW);
    }

    private static List<String> shortened(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code().replace("times.consistency.", ""))
                .toList();
    }

    private static ProbeResult probe(Map<String, String> tags, String codec) {
        var picture = new ProbeResult.Stream(0, ProbeResult.Kind.VIDEO, codec, 640, 360, 0, false);
        return new ProbeResult("mov", 10.0, List.of(picture), tags);
    }

    private static ClaimedCircumstances claimed(@Nullable String published, @Nullable String occurred) {
        return new ClaimedCircumstances(
                published == null ? null : Instant.parse(published),
                occurred == null ? null : Instant.parse(occurred),
                null,
                null,
                null,
                null);
    }
}
