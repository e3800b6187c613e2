package ma.balagh.analysis.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.media.AuthoringInfo;
import ma.balagh.analysis.media.DecodingResult;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.ProbeResult.Kind;
import ma.balagh.analysis.media.ProbeResult.Stream;
import ma.balagh.analysis.media.RecordedLocation;
import ma.balagh.analysis.media.RecordingMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which statement follows from what was seen. */
class StatementsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void namesTheStreamsOfAContainer() {
        // Given
        var probe = new ProbeResult(
                "mov,mp4",
                2.0,
                List.of(
                        new Stream(0, Kind.VIDEO, "h264", 1280, 720, 90, false),
                        new Stream(1, Kind.AUDIO, "aac", 0, 0, 0, false),
                        new Stream(2, Kind.OTHER, "bin_data", 0, 0, 0, false)),
                Map.of());

        // Then
        assertThat(ContainerStatement.of(probe).facts())
                .isEqualTo(Map.of(
                        "container", "mov,mp4", "picture", "h264 1280×720 ↻ 90°", "sound", "aac", "data", "bin_data"));
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, '', whole, PASS",
        "true, false, bad block, damaged, FAIL",
        "false, false, '', damaged, FAIL",
        "false, true, '', stopped, UNKNOWN",
        "false, true, bad block, stopped, UNKNOWN"
    })
    void tellsWhetherThePictureIsWhole(
            boolean complete, boolean timedOut, String error, String code, FindingResult result) {
        // Given
        List<String> errors = error.isEmpty() ? List.of() : List.of(error);

        // When
        Finding finding = DecodingStatement.of(
                new ProbeResult("mov", 5.0, List.of(), Map.of()),
                new DecodingResult(40, 5, List.of(), new byte[0], complete, timedOut, errors),
                null);

        // Then
        assertThat(finding.code()).isEqualTo("media.decoding." + code);
        assertThat(finding.result()).isEqualTo(result);
        assertThat(finding.facts()).isEqualTo(Map.of("frames", "40", "errors", error));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "png_pipe, none, 0, false, single-picture, PASS",
                "avi, 2, 2.9, false, claimed, PASS",
                "avi, none, 2.9, false, not-claimed, UNKNOWN",
                "avi, 2, 3.1, false, longer-than-claimed, FAIL",
                "avi, 10, 9.1, false, claimed, PASS",
                "avi, 10, 8.9, false, shorter-than-claimed, FAIL",
                "avi, 1000, 960, false, claimed, PASS",
                "avi, 10, 5, true, not-checked, UNKNOWN",
                "mp3, 10, 5, false, not-claimed, UNKNOWN",
                "mp3, 10, 9.5, false, claimed, PASS"
            })
    void tellsWhetherItIsAsLongAsItClaims(
            String container,
            @Nullable Double claimed,
            double decoded,
            boolean stopped,
            String code,
            FindingResult result) {
        // When
        Finding finding = DurationStatement.of(
                new ProbeResult(container, claimed, List.of(), Map.of()),
                new DecodingResult(1, decoded, List.of(), new byte[0], !stopped, stopped, List.of()),
                null);

        // Then
        assertThat(finding.code()).isEqualTo("media.duration." + code);
        assertThat(finding.result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "300, 300, whole, PASS",
        "300, 275, whole, PASS",
        "300, 200, fewer-than-packets, UNKNOWN",
        "300, 150, fewer-than-packets, UNKNOWN",
        "300, 100, fewer-than-stated, FAIL",
        "3, 2, whole, PASS",
        "3, 1, fewer-than-packets, UNKNOWN"
    })
    void countsThePicturesOfAContainerThatStatesNoNumber(
            long packets, long pictures, String code, FindingResult result) {
        // When
        Finding finding = DecodingStatement.of(
                new ProbeResult("avi", 5.0, List.of(new Stream(0, Kind.VIDEO, "h264", 64, 64, 0, false)), Map.of()),
                new DecodingResult(
                        20,
                        5,
                        List.of(),
                        new byte[0],
                        true,
                        false,
                        List.of(),
                        new DecodingResult.Count(packets, pictures)),
                null);

        // Then
        assertThat(finding.code()).isEqualTo("media.decoding." + code);
        assertThat(finding.result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "creation_time, false, written-on, UNKNOWN",
        "date, false, written-on, UNKNOWN",
        "com.apple.quicktime.creationdate, false, says-when, PASS",
        "creation_time, true, says-when, PASS"
    })
    void tellsTheTimeOfAnExportFromThatOfRecording(String tag, boolean still, String code, FindingResult result) {
        // Given: a picture has its time from Exif, which says when it was taken
        var probe =
                new ProbeResult(still ? "jpeg_pipe" : "mov", 1.0, List.of(), Map.of(tag, "2016-07-30T22:15:00+0100"));

        // When
        Finding finding =
                RecordedOnStatement.of(RecordingMetadata.of(probe, new AuthoringInfo("Adobe Premiere", null)), NOW);

        // Then
        assertThat(finding.code()).isEqualTo("metadata.recorded-on." + code);
        assertThat(finding.result()).isEqualTo(result);
        assertThat(finding.facts()).containsEntry("recorded", "2016-07-30T21:15:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2022-08-08T21:49Z, none, says-when, 2022-08-08T21:49:00Z",
                "2022-08-08T21:49:10, none, says-when-without-zone, 2022-08-08T21:49:10",
                "2022-08-08T21:49:10-08:00, Adobe Photoshop, written-on, 2022-08-09T05:49:10Z",
                "yesterday, none, silent, ''"
            })
    void readsTheTimeOfAnXmpPacketWhereNothingElseGivesOne(
            String created, @Nullable String program, String code, String recorded) {
        // When
        Finding finding = RecordedOnStatement.of(
                RecordingMetadata.of(
                        new ProbeResult("jpeg_pipe", null, List.of(), Map.of()), new AuthoringInfo(program, created)),
                NOW);

        // Then
        assertThat(finding.code()).isEqualTo("metadata.recorded-on." + code);
        assertThat(finding.facts()).containsEntry("recorded", recorded);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2016-07-30T22:15:00+0100, none, says-when, PASS, 2016-07-30T21:15:00Z",
                "2016-07-30T22:15:00, none, says-when-without-zone, PASS, 2016-07-30T22:15",
                "none, Galaxy A14, says-with-what, PASS, ''",
                "none, none, silent, UNKNOWN, ''",
                "1904-01-01T00:00:00Z, none, clock-not-set, UNKNOWN, 1904-01-01T00:00:00Z",
                "2026-11-26T11:00:00Z, none, says-when, PASS, 2026-11-26T11:00:00Z",
                "2026-11-26T13:00:00Z, none, in-the-future, FAIL, 2026-11-26T13:00:00Z"
            })
    void tellsWhenTheMetadataSayThatItWasRecorded(
            @Nullable String time, @Nullable String device, String code, FindingResult result, String recorded) {
        // Given
        Map<String, String> tags = new HashMap<>();
        if (time != null) {
            tags.put("creation_time", time);
        }
        if (device != null) {
            tags.put("model", device);
        }

        // When
        Finding finding =
                RecordedOnStatement.of(RecordingMetadata.of(new ProbeResult("mov", 1.0, List.of(), tags)), NOW);

        // Then
        assertThat(finding.code()).isEqualTo("metadata.recorded-on." + code);
        assertThat(finding.version()).isEqualTo("3");
        assertThat(finding.result()).isEqualTo(result);
        assertThat(finding.facts()).containsEntry("recorded", recorded);
    }

    @ParameterizedTest
    @CsvSource({
        "33.5731, -7.5898, says-where, PASS",
        "0, 0, not-known-to-recorder, UNKNOWN",
        "95, -7, not-on-earth, FAIL"
    })
    void tellsWhereTheMetadataSayThatItWasRecorded(
            double latitude, double longitude, String code, FindingResult result) {
        // When
        Finding finding = LocationStatement.of(
                new RecordingMetadata(null, null, new RecordedLocation(latitude, longitude), null, null));

        // Then
        assertThat(finding.code()).isEqualTo("metadata.location." + code);
        assertThat(finding.result()).isEqualTo(result);
    }
}
