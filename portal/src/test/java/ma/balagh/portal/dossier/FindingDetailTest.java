package ma.balagh.portal.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingDetailTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EVIDENCE_DIGEST | SHA-256 9f86d0 | DIGEST=9f86d0",
                "EVIDENCE_DIGEST | SHA-256 expected 9f86d0, found 60303a | EXPECTED=9f86d0 FOUND=60303a",
                "MEDIA_CONTAINER | mov,mp4,m4a: h264 1280×720, turned by 90°; aac sound; bin_data data"
                        + " | CONTAINER=mov,mp4,m4a PICTURE=h264 1280×720 ↻ 90° SOUND=aac DATA=bin_data",
                "MEDIA_DECODING | 40 frames compared | FRAMES=40",
                "MEDIA_DURATION | 12.34 s | LENGTH=12.34 s",
                "MEDIA_DURATION | 2.00 s claimed, 9.50 s decoded | CLAIMED=2.00 s DECODED=9.50 s",
                "MEDIA_DURATION | no duration | ''",
                "METADATA_RECORDED_ON | recorded at unknown; device unknown; software Lavf61 | SOFTWARE=Lavf61",
                "METADATA_RECORDED_ON | recorded at unknown; device unknown | ''",
                "METADATA_LOCATION | 33.57310, -7.58980 | COORDINATES=33.57310, -7.58980",
                "METADATA_LOCATION | no place | ''",
                "FOOTAGE_COMPARISON | 40 comparable frames; 51 media seen before | FRAMES=40",
                "FOOTAGE_COMPARISON | 40 comparable frames | FRAMES=40",
                "EXAMINATION_COMPLETION | 3 attempts | ATTEMPTS=3"
            })
    void namesTheFiguresOfEachMethod(Method method, String detail, String facts) {
        // When
        FindingDetail told = FindingDetail.of(method, detail);

        // Then
        assertThat(told.facts().stream()
                        .map(fact -> fact.label() + "=" + fact.value())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(facts);
        assertThat(told.words()).isNull();
    }

    @Test
    void keepsWhatIsToldInNoFormThatItKnows() {
        assertThat(FindingDetail.of(Method.MEDIA_CONTAINER, "moov atom not found")
                        .words())
                .isEqualTo("moov atom not found");
        assertThat(FindingDetail.of(Method.OTHER, "40 frames").words()).isEqualTo("40 frames");
        assertThat(FindingDetail.of(Method.MEDIA_DECODING, "40 frames compared; error while decoding MB 3 7"))
                .satisfies(told -> assertThat(told.facts()).hasSize(1))
                .satisfies(told -> assertThat(told.words()).isEqualTo("error while decoding MB 3 7"));
    }

    @Test
    void readsWhenItWasRecorded() {
        // When
        FindingDetail told = FindingDetail.of(
                Method.METADATA_RECORDED_ON, "recorded at 2026-11-24T18:30:00Z; device Galaxy A14; software unknown");

        // Then
        assertThat(told.facts().getFirst().at()).isEqualTo(Instant.parse("2026-11-24T18:30:00Z"));
        assertThat(told.facts().getLast().value()).isEqualTo("Galaxy A14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T18:30", "2026-11-24T18:30:05"})
    void namesAClockThatDoesNotSayInWhichZone(String clock) {
        // When
        FindingDetail told = FindingDetail.of(
                Method.METADATA_RECORDED_ON,
                "recorded at " + clock + " (zone unknown); device Galaxy A14; software unknown");

        // Then
        FindingDetail.Fact fact = told.facts().getFirst();
        assertThat(fact.label()).isEqualTo(FindingDetail.Label.CLOCK);
        assertThat(fact.value()).isEqualTo(clock);
        assertThat(fact.at()).isNull();
        assertThat(fact.clock()).isEqualTo(LocalDateTime.parse(clock));
    }

    @Test
    void tellsApartWhyAResultIsUnknown() {
        assertThat(statement(Method.METADATA_LOCATION, Examination.Result.UNKNOWN, "0.00000, 0.00000"))
                .isEqualTo(Statement.METADATA_LOCATION_UNSET);
        assertThat(statement(Method.METADATA_LOCATION, Examination.Result.UNKNOWN, "no place"))
                .isEqualTo(Statement.METADATA_LOCATION_UNKNOWN);
        assertThat(statement(
                        Method.METADATA_RECORDED_ON,
                        Examination.Result.UNKNOWN,
                        "recorded at 1904-01-01T00:00:00Z; device unknown"))
                .isEqualTo(Statement.METADATA_RECORDED_ON_UNSET);
        assertThat(statement(
                        Method.METADATA_RECORDED_ON,
                        Examination.Result.UNKNOWN,
                        "recorded at 1904-01-01T00:00 (zone unknown); device unknown; software unknown"))
                .isEqualTo(Statement.METADATA_RECORDED_ON_UNSET);
        assertThat(statement(Method.MEDIA_DURATION, Examination.Result.PASS, "0 s"))
                .isEqualTo(Statement.MEDIA_DURATION_STILL);
    }

    private static Statement statement(Method method, Examination.Result result, String detail) {
        return Statement.of(method, result, FindingDetail.of(method, detail));
    }
}
