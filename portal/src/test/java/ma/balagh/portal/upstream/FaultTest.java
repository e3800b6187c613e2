package ma.balagh.portal.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reasons | must not be null | reasons | MISSING | ''",
                "reporter.name | must have at most 200 characters | name | TOO_LONG | 200",
                "note | size must be between 0 and 4000 | note | TOO_LONG | 4000",
                "reasons | must have at least 10 characters | reasons | TOO_SHORT | 10",
                "url | at least one of url, text and mediaUrls is needed | url | CONTENT_MISSING | ''",
                "mediaUrls[3] | must be an absolute http or https address of at most 2048 characters | mediaUrls"
                        + " | NOT_AN_ADDRESS | ''",
                "claim.latitude | must lie between -90 and 90 degrees | latitude | OUT_OF_RANGE | -90 … 90",
                "latitude | must be less than or equal to 90 | latitude | TOO_LARGE | 90",
                "longitude | must come with the other one | longitude | WITHOUT_THE_OTHER | ''",
                "at | must not lie before the incident was opened | at | TOO_EARLY | ''",
                "jurisdiction | must be a code such as MA-CAS | jurisdiction | NOT_A_JURISDICTION | ''",
                "persons | does not fit NO_OFFENCE | persons | UNFITTING | ''",
                "knownCase | must be another dossier that you may see | knownCase | NOT_A_DOSSIER | ''",
                "text | must not contain control characters or half a surrogate pair | text | UNREADABLE | ''",
                "q | must not contain U+0000 | q | UNREADABLE | ''",
                "severity | must be a whole number | severity | UNREADABLE | ''",
                "verdict | must be one of FALSE_REPORT, KNOWN_CASE | verdict | MISSING | ''",
                "rectangles[2] | must have an area | rectangles | WITHOUT_AREA | ''",
                "rectangles[0].to | must be later than from | to | TOO_EARLY | ''",
                "faces | a redaction that hides nothing is none | faces | HIDES_NOTHING | ''",
                "body | something of tomorrow | body | OTHER | ''"
            })
    void tellsWhatIsWrongWithWhichField(String field, String message, String name, Fault fault, String bound) {
        // When
        Problem.Violation violation = new Problem.Violation(field, message);

        // Then
        assertThat(violation.name()).isEqualTo(name);
        assertThat(violation.fault()).isEqualTo(fault);
        assertThat(violation.bound()).isEqualTo(bound);
    }
}
