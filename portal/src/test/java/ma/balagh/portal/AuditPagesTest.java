package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class AuditPagesTest {

    private static final String PAGE = "/audit";
    private static final String TRAIL = "GET /audit";
    private static final String EMPTY = "{\"items\": [], \"next\": null}";
    private static final Pattern MORE = Pattern.compile("href=\"(/audit\\?[^\"]*cursor=[^\"]*)\"");
    private static final Pattern RECORD_LINK = Pattern.compile("<a class=\"id\" href=\"([^\"]+)\"");

    private final FakeServices services = FakeSuite.services();
    private final Browser auditor = Browser.of("nadia", "auditor");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "en, '24 November 2026, 22:31:02', Evidence consulted, Verdict proposed, Audit trail consulted, Evidence",
        "fr, '24 novembre 2026, 22:31:02', Pièce consultée, Qualification proposée, Piste d’audit consultée, Pièce",
        "ar, '24 نونبر 2026، 22:31:02', اطُّلع على دليل, اقتُرح تكييف, اطُّلع على سجل التدقيق, دليل"
    })
    void saysWhoDidWhatWithWhichRecordWhenAndWhy(
            String language, String when, String looked, String proposed, String audited, String evidence) {
        assertThat(auditor.page(PAGE + "?lang=" + language))
                .containsSubsequence(
                        when,
                        "<bdi>amina &lt;b&gt;</bdi>",
                        "<span class=\"id\">5f0c1d9e-3b7a-4c55-9a61-0d3a51c7a001</span>",
                        looked,
                        evidence,
                        Ids.EVIDENCE,
                        "dir=\"auto\">Examen &lt;b&gt;du dossier<",
                        proposed,
                        "صور متواصلة دون تركيب",
                        "<bdi>karim</bdi>",
                        audited)
                .doesNotContain("<b>");
    }

    @Test
    void saysOfWhatIsNewThatItDoesNotKnowIt() {
        assertThat(auditor.page(PAGE + "?lang=en"))
                .containsSubsequence(
                        "<bdi>dispatch-service</bdi>",
                        "Something that this portal does not know",
                        "<span class=\"code\">DRONE</span>",
                        "<span class=\"id\">01985a00-0000-7000-8000-0000000ad0f1</span>");
    }

    @Test
    void leadsAuditorsToWhatTheyMayOpenAndNowhereElse() {
        // When
        List<String> links = recordLinks(auditor.page(PAGE));

        // Then
        assertThat(links)
                .containsExactly(
                        "/evidence/" + Ids.EVIDENCE + "/custody",
                        "/dossiers/" + Ids.DOSSIER,
                        "/examinations/" + Ids.EXAMINATION,
                        "/reports/" + Ids.REPORT);
        assertThat(links)
                .allSatisfy(link ->
                        assertThat(auditor.get(link).statusCode()).as(link).isEqualTo(200));
    }

    @Test
    void leadsAnAuditorWhoCommandsToIncidentsToo() {
        // Given
        Browser both = Browser.of("hind", "auditor", "commander");

        // Then
        assertThat(recordLinks(both.page(PAGE))).hasSize(5).contains("/incidents/" + Ids.INCIDENT);
    }

    @Test
    void handsOverWhatIsAskedFor() {
        // Given
        services.answer(TRAIL, 200, EMPTY);

        // When
        String page = auditor.request()
                .queryParam("service", "ANALYSIS")
                .queryParam("person", " amina ")
                .queryParam("record", Ids.DOSSIER)
                .queryParam("kind", "DOSSIER_CONSULTED")
                .queryParam("purpose", "vol & violence")
                .queryParam("from", "2026-11-01")
                .queryParam("to", "2026-11-24")
                .queryParam("lang", "en")
                .get(PAGE)
                .asString();

        // Then
        assertThat(Set.of(services.last(TRAIL).query().split("&(?=[a-z]+=)")))
                .containsExactlyInAnyOrder(
                        "person=amina",
                        "record=" + Ids.DOSSIER,
                        "kind=DOSSIER_CONSULTED",
                        "purpose=vol+&+violence",
                        "from=2026-10-31T23:00:00Z",
                        "to=2026-11-24T23:00:00Z",
                        "limit=50");
        assertThat(page)
                .contains(
                        "name=\"service\" value=\"ANALYSIS\"",
                        "name=\"person\" value=\"amina\"",
                        "name=\"record\" value=\"" + Ids.DOSSIER,
                        "<option value=\"DOSSIER_CONSULTED\" selected>Dossier consulted</option>",
                        "name=\"purpose\" value=\"vol &amp; violence\"",
                        "name=\"from\" value=\"2026-11-01\"",
                        "name=\"to\" value=\"2026-11-24\"")
                .contains("href=\"/audit?service=ANALYSIS\">Show everything<", "No such entry.");
    }

    @Test
    void beginsWithAllThatIntakeKeeps() {
        // When
        String page = auditor.page(PAGE + "?lang=en");

        // Then
        assertThat(services.last(TRAIL).query()).isEqualTo("limit=50");
        assertThat(page)
                .contains("href=\"/audit?service=INTAKE\" aria-current=\"true\">Intake<")
                .contains("href=\"/audit?service=ANALYSIS\">Laboratory<", "href=\"/audit?service=DISPATCH\">Dispatch<")
                .contains("value=\"AUDIT_CONSULTED\"", "value=\"HOLD_PLACED\"")
                .doesNotContain("value=\"VERDICT_PROPOSED\"", "Show everything");
        assertThat(services.all(TRAIL)).hasSize(1);
    }

    @Test
    void asksAnotherServiceForTheSameExceptWhatItNeverDoes() {
        assertThat(auditor.page(PAGE + "?service=ANALYSIS&person=amina&kind=VERDICT_PROPOSED&cursor=later"))
                .contains("value=\"VERDICT_PROPOSED\" selected")
                .contains("href=\"/audit?service=INTAKE&amp;person=amina\"");
        assertThat(auditor.page(PAGE + "?person=amina&kind=AUDIT_CONSULTED"))
                .contains("href=\"/audit?service=DISPATCH&amp;person=amina&amp;kind=AUDIT_CONSULTED\"");
    }

    @Test
    void keepsWhatLooksLikeAnAddressAsItWasTyped() {
        // When
        String page = auditor.request()
                .queryParam("person", "{record}&kind=X%20<b>")
                .queryParam("record", Ids.DOSSIER)
                .get(PAGE)
                .asString();
        auditor.request()
                .urlEncodingEnabled(false)
                .get(onlyMatch(MORE, page).replace("&amp;", "&"))
                .then()
                .statusCode(200);

        // Then
        assertThat(page).contains("value=\"{record}&amp;kind=X%20&lt;b&gt;\"").doesNotContain("<b>");
        assertThat(services.all(TRAIL))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.query())
                        .contains("record=" + Ids.DOSSIER)
                        .matches(query -> query.replace('+', ' ').contains("person={record}&kind=X%20<b>")));
    }

    @Test
    void turnsThePageOfWhatIsAskedFor() {
        // When
        String first = auditor.page(PAGE + "?service=DISPATCH&person=amina");
        String second = auditor.request()
                .urlEncodingEnabled(false)
                .get(onlyMatch(MORE, first).replace("&amp;", "&"))
                .asString();

        // Then
        assertThat(services.last(TRAIL).query()).contains("cursor=later+/=", "person=amina");
        assertThat(first)
                .doesNotContain("<a class=\"button quiet\" href=\"/audit?service=DISPATCH&amp;person=amina\">");
        assertThat(second).contains("<a class=\"button quiet\" href=\"/audit?service=DISPATCH&amp;person=amina\">");
    }

    @Test
    void saysBesideAFieldWhatTheServiceRefuses() {
        // Given
        services.answer(TRAIL, 400, """
                {"type": "/problems/invalid", "status": 400, "violations": [
                 {"field": "record", "code": "MALFORMED", "message": "must be a UUID"},
                 {"field": "to", "code": "TOO_EARLY", "message": "must lie after from"}]}
                """);

        // When
        var response = auditor.get(PAGE + "?record=d051&from=2026-11-24&to=2026-11-01&lang=en");

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .contains("Some fields are not valid.")
                .containsSubsequence("value=\"d051\"", "cannot be read as it is written.")
                .containsSubsequence("name=\"to\" value=\"2026-11-01\"", "is earlier than it can be.")
                .doesNotContain("No such entry.", "<table");
    }

    @ParameterizedTest
    @CsvSource({"from, 2026-02-30", "from, yesterday", "to, 2026-11-31", "to, +999999999-12-31"})
    void saysBesideADayThatItCannotReadIt(String field, String day) {
        // When
        var response = auditor.request()
                .queryParam(field, day)
                .queryParam("lang", "en")
                .get(PAGE);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .containsSubsequence("name=\"" + field + "\"", "cannot be read as it is written.");
        assertThat(services.calls()).isEmpty();
    }

    @Test
    void offersTheOtherServicesWhereOneIsAway() {
        // Given
        services.answer(TRAIL, 503, "{\"type\": \"about:blank\", \"status\": 503}");

        // When
        var response = auditor.get(PAGE + "?person=amina&lang=en");

        // Then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.asString())
                .contains("The service is not available.", "href=\"/audit?service=ANALYSIS&amp;person=amina\"");
    }

    private static List<String> recordLinks(String page) {
        return RECORD_LINK.matcher(page).results().map(link -> link.group(1)).toList();
    }

    private static String onlyMatch(Pattern pattern, String page) {
        List<String> found =
                pattern.matcher(page).results().map(match -> match.group(1)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
