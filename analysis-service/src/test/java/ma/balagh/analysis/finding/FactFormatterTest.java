package ma.balagh.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import ma.balagh.analysis.finding.FindingTexts.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactFormatterTest {

    @Test
    void keepsWhatAFileHidesInItsTextsOutOfFindings() {
        // When: an end of line, a terminal's command, a turn of direction, half a character, the end of a C string
        var finding = new Finding(
                "metadata.recorded-on",
                "2",
                FindingResult.PASS,
                "metadata.recorded-on.says-when",
                Map.of("device", "Galaxy\nA14\u001b[31m \u202eevil\u2069\ud800\u0000"));

        // Then
        assertThat(finding.facts()).containsEntry("device", "Galaxy A14 [31m evil");
    }

    @Test
    void keepsNovelsOutOfFindings() {
        assertThat(FactFormatter.clean("x".repeat(1_000_000))).hasSize(FactFormatter.LONGEST);
    }

    @ParameterizedTest
    @CsvSource({
        "EN, Galaxy A14, Galaxy A14",
        "FR, Galaxy A14, Galaxy A14",
        "AR, Galaxy A14, \u2068Galaxy A14\u2069",
        "EN, هاتف, \u2068هاتف\u2069",
        "FR, 33.5, '33,5'",
        "FR, '1.0–2.5 s, 7.0 s', '1,0–2,5 s ; 7,0 s'",
        "FR, '33.58831, -7.61138', '33,58831 ; -7,61138'",
        "FR, Lavf58.29.100, Lavf58.29.100",
        "EN, 33.5, 33.5",
        "EN, 2016-07-30T21:15:00Z, 30 July 2016 21:15:00 UTC",
        "FR, 2016-07-30T21:15:00.5Z, 30/07/2016 21:15:00 UTC",
        "EN, 2016-02-05T21:15, 5 February 2016 21:15",
        "EN, 2016-07-30, 30 July 2016",
        "EN, 2016-13-30, 2016-13-30",
        "FR, 2016-07-30, 30/07/2016",
        "AR, 2016-07-30T21:15:00Z, '\u206830/07/2016 21:15:00 UTC\u2069'",
        "AR, 7.5 s, '\u2068\u20687,5\u2069 ث\u2069'",
        "AR, '1.0–2.5 s, 7.0 s', '\u2068\u20681,0–2,5\u2069 ث؛ \u20687,0\u2069 ث\u2069'",
        "AR, 33.5, '\u206833,5\u2069'"
    })
    void givesAValueADirectionOfItsOwnWhereItsTextRunsTheOtherWay(Language language, String value, String told) {
        assertThat(FactFormatter.in(language, value)).isEqualTo(told);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        // Given
        var known = Map.of("recorded", "2016-07-30T21:15:00Z", "device", "", "software", "Lavf61 {device}");
        var finding =
                new Finding("metadata.recorded-on", "2", FindingResult.PASS, "metadata.recorded-on.says-when", known);

        // Then: and what a file says is not read as words of ours
        assertThat(FindingTexts.in(Language.EN).detail(finding))
                .isEqualTo("Recorded, according to the file: 30 July 2016 21:15:00 UTC; software: Lavf61 {device}");
        assertThat(FindingTexts.in(Language.AR).detail(finding))
                .isEqualTo(
                        "وقت التسجيل حسب الملف: \u206830/07/2016 21:15:00 UTC\u2069؛ البرنامج: \u2068Lavf61 {device}\u2069");
    }
}
