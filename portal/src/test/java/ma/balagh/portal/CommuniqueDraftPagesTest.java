package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a communiqué comes to its incidents. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class CommuniqueDraftPagesTest {

    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;
    private static final String OF_INCIDENT = "/communiques/new?lang=en&incident=" + Ids.INCIDENT;
    private static final String OTHER = "01985a00-0000-7000-8000-00000c020b0b";

    private final FakeServices services = FakeSuite.services();
    private final Browser commander = Browser.of("hind", "commander");

    @BeforeEach
    void endedIncidents() {
        services.reset();
        services.answer("GET /incidents", 200, """
            {"items": [
              {"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "REFERRED",
               "type": "SNATCHING", "place": "Maarif <b>", "occurredAt": "2026-11-24T18:30:00.000Z",
               "openedAt": "2026-11-24T21:30:00.000Z"},
              {"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "RESOLVED",
               "place": "Sans fondement", "openedAt": "2026-11-24T21:30:00.000Z",
               "verdictWithdrawnAt": "2026-11-25T21:30:00.000Z"}], "next": null}
            """.formatted(OTHER, Ids.DOSSIER, Ids.EVIDENCE, Ids.DOSSIER));
        services.answer("GET " + INCIDENT, 200, ended());
        services.answer("POST /communiques", 201, FakeServices.resource("communique.json"));
    }

    private static String ended() {
        return FakeServices.resource("incident.json")
                .replace("\"OPEN\"", "\"RESOLVED\"")
                .replace(
                        "\"outcome\": null",
                        "\"outcome\": {\"kind\": \"NOT_FOUND\", \"persons\": 0, \"at\": \"2026-11-24T22:00:00.000Z\","
                                + " \"by\": \"karim\"}");
    }

    @Test
    void offersTheIncidentsThatEndedAndWhoseVerdictStands() {
        assertThat(commander.page("/communiques/new?lang=en"))
                .containsSubsequence(
                        "type=\"checkbox\" name=\"incidentIds\" value=\"" + OTHER + "\">",
                        "Snatching",
                        "Maarif &lt;b&gt;",
                        "020B0B",
                        "24 November 2026")
                .doesNotContain("Sans fondement", "<textarea name=\"incidentIds\"", " checked");
        assertThat(services.last("GET /incidents").query()).contains("state=RESOLVED", "state=REFERRED");
    }

    @Test
    void leadsFromAnIncidentToItsCommunique() {
        // When
        assertThat(commander.page(INCIDENT + "?lang=en"))
                .contains("href=\"/communiques/new?incident=" + Ids.INCIDENT + "\">Draft a communiqué");
        assertThat(commander.page(OF_INCIDENT))
                .containsSubsequence(
                        "value=\"CASE\" selected",
                        "name=\"jurisdiction\" value=\"MA-CAS-ANFA\"",
                        "value=\"" + Ids.INCIDENT + "\" checked>",
                        "value=\"" + OTHER + "\">");
        commander.submit(
                OF_INCIDENT,
                "/communiques",
                Map.of("jurisdiction", "MA-CAS", "kind", "CASE", "incidentIds", Ids.INCIDENT));

        // Then
        assertThat(services.last("POST /communiques").body()).contains("\"incidentIds\":[\"" + Ids.INCIDENT + "\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dispatcher", "judicial-officer"})
    void offersNoCommuniqueToOthers(String role) {
        assertThat(Browser.of("karim", role).page(INCIDENT)).doesNotContain("/communiques/new");
    }

    @Test
    void offersNoneOfAnIncidentThatIsNotOverOrWhoseVerdictIsWithdrawn() {
        services.answer("GET " + INCIDENT, 200, FakeServices.resource("incident.json"));
        assertThat(commander.page(INCIDENT)).doesNotContain("/communiques/new?");
        services.answer(
                "GET " + INCIDENT,
                200,
                ended().replaceFirst("\\{", "{\"verdictWithdrawnAt\": \"2026-11-25T09:00:00Z\","));
        assertThat(commander.page(INCIDENT)).doesNotContain("/communiques/new?");
    }

    @Test
    void keepsWhatWasChosenWhenItIsRefusedAlsoWithoutTheList() {
        // Given
        var form = Map.of("jurisdiction", "MA-CAS", "kind", "CASE", "incidentIds", Ids.INCIDENT);
        services.answer("POST /communiques", 409, """
            {"type": "/problems/of-a-test", "title": "Refused", "status": 409, "detail": "It is refused."}
            """);

        // When // Then
        assertThat(commander.submit("/communiques/new", "/communiques", form).asString())
                .contains("value=\"" + Ids.INCIDENT + "\" checked");
        services.answer("GET /incidents", 503, "{}");
        assertThat(commander.page(OF_INCIDENT))
                .contains("type=\"hidden\" name=\"incidentIds\" value=\"" + Ids.INCIDENT + "\"");
    }
}
