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
                "name | must have 1 to 200 characters | name | LENGTH | 1 … 200",
                "url | is needed, with at most 2048 characters | url | ADDRESS_MISSING | 2048",
                "url | cannot be fetched. Only http and https are fetched. | url | NOT_AN_ADDRESS | ''",
                "url | cannot be fetched. The host is a name that means something on a local network only. | url"
                        + " | NOT_PUBLIC | ''",
                "url | cannot be fetched. The port is not one that media are fetched from. | url | OTHER_PORT | ''",
                "url | cannot be fetched. An address that carries a user name or a password is not fetched. | url"
                        + " | WITH_PASSWORD | ''",
                "url | a webhook is called by its sender and has none | url | OF_A_WEBHOOK | ''",
                "interval | must be PT5S to PT24H | interval | OUT_OF_INTERVALS | PT5S … PT24H",
                "keywords | must be at most 50 | keywords | TOO_LARGE | 50",
                "relevant | must be true or false | relevant | MISSING | ''",
                "reason | must say why, in at most 500 characters | reason | REASON_MISSING | 500",
                "terms[3].term | must be words of at most 100 characters | term | TOO_LONG | 100",
                "reason | must be words, with at least 3 letters | reason | NO_WORDS | 3",
                "terms[3].term | has no letters that could be looked for | term | NO_LETTERS | ''",
                "terms[3].term | must have at most 6 words | term | TOO_MANY_WORDS | 6",
                "terms[3].term | is looked for as terms[1] is: one of them is enough | term | LISTED_ALREADY | ''",
                "terms[3].weight | must be a number from 1 to 100 | weight | OUT_OF_RANGE | 1 … 100",
                "terms[3].meaning | must be given | meaning | MISSING | ''",
                "ar | must be a text in its language | ar | OTHER_LANGUAGE | ''",
                "fr | must be one paragraph of plain text without markup | fr | MARKUP | ''",
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
