package ma.balagh.analysis.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.media.Decoding;
import ma.balagh.analysis.media.Location;
import ma.balagh.analysis.media.Probe;
import ma.balagh.analysis.media.Probe.Kind;
import ma.balagh.analysis.media.Probe.Stream;
import ma.balagh.analysis.media.Recording;
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
        var probe = new Probe(
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
    void tellsWhetherThePictureIsWhole(boolean complete, boolean timedOut, String error, String code, Result result) {
        // Given
        List<String> errors = error.isEmpty() ? List.of() : List.of(error);

        // When
        Finding finding = DecodingStatement.of(new Decoding(40, 5, List.of(), new byte[0], complete, timedOut, errors));

        // Then
        assertThat(finding.code()).isEqualTo("media.decoding." + code);
        assertThat(finding.result()).isEqualTo(result);
        assertThat(finding.facts()).isEqualTo(Map.of("frames", "40", "errors", error));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "png_pipe, none, 0, single-picture, PASS",
                "mp4, 2, 2.9, claimed, PASS",
                "mp4, none, 2.9, not-claimed, UNKNOWN",
                "mp4, 2, 3.1, longer-than-claimed, FAIL"
            })
    void tellsWhetherItIsAsLongAsItClaims(
            String container, @Nullable Double claimed, double decoded, String code, Result result) {
        // When
        Finding finding = DurationStatement.of(
                new Probe(container, claimed, List.of(), Map.of()),
                new Decoding(1, decoded, List.of(), new byte[0], true, false, List.of()));

        // Then
        assertThat(finding.code()).isEqualTo("media.duration." + code);
        assertThat(finding.result()).isEqualTo(result);
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
            @Nullable String time, @Nullable String device, String code, Result result, String recorded) {
        // Given
        Map<String, String> tags = new HashMap<>();
        if (time != null) {
            tags.put("creation_time", time);
        }
        if (device != null) {
            tags.put("model", device);
        }

        // When
        Finding finding = RecordedOnStatement.of(Recording.of(new Probe("mov", 1.0, List.of(), tags)), NOW);

        // Then
        assertThat(finding.code()).isEqualTo("metadata.recorded-on." + code);
        assertThat(finding.version()).isEqualTo("2");
        assertThat(finding.result()).isEqualTo(result);
        assertThat(finding.facts()).containsEntry("recorded", recorded);
    }

    @ParameterizedTest
    @CsvSource({
        "33.5731, -7.5898, says-where, PASS",
        "0, 0, not-known-to-recorder, UNKNOWN",
        "95, -7, not-on-earth, FAIL"
    })
    void tellsWhereTheMetadataSayThatItWasRecorded(double latitude, double longitude, String code, Result result) {
        // When
        Finding finding =
                LocationStatement.of(new Recording(null, null, new Location(latitude, longitude), null, null));

        // Then
        assertThat(finding.code()).isEqualTo("metadata.location." + code);
        assertThat(finding.result()).isEqualTo(result);
    }
}
