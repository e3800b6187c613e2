package ma.balagh.dispatch.escalation;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class StageStatisticsResourceTest {

    private static final String STAGES = "/api/v1/statistics/incident-stages";
    private static final String ASSIGNED = "stages.find { it.stage == 'OPEN_TO_ASSIGNED' }.";

    private final String territory = Policies.territory();

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void countsWhatKeptItsTargetAndComparesWithThePeriodBefore() {
        // Given
        completed(20, 0);
        completed(90, 0);
        completed(40, 40);

        // When // Then
        statistics()
                .body(ASSIGNED + "present.count", equalTo(2))
                .body(ASSIGNED + "present.withinTarget", equalTo(1))
                .body(ASSIGNED + "present.shortestTarget", equalTo(60f))
                .body(ASSIGNED + "present.longestTarget", equalTo(60f))
                .body(ASSIGNED + "present.p50", equalTo(55f))
                .body(ASSIGNED + "previous.count", equalTo(1))
                .body(ASSIGNED + "previous.p50", equalTo(40f))
                .body("stages.find { it.stage == 'OUTCOME_TO_REFERRED' }.present.count", equalTo(0));
    }

    @Test
    void countsOneTypeAlone() {
        // Given
        completed(20, 0);

        // When // Then
        as(COMMANDER)
                .get(STAGES + "?jurisdiction={t}&incidentType=STREET_ROBBERY", territory)
                .then()
                .body(ASSIGNED + "present.count", equalTo(1));
        as(COMMANDER)
                .get(STAGES + "?jurisdiction={t}&incidentType=THEFT", territory)
                .then()
                .body(ASSIGNED + "present.count", equalTo(0));
    }

    @Test
    void leavesOutAStageThatNobodyWaitedForAnyLonger() {
        // Given
        var id = Policies.incident(kafka, territory);
        progress(assigned(id, unit(callSign())), "CLEARED").statusCode(200);

        // When // Then
        statistics()
                .body("stages.find { it.stage == 'ASSIGNED_TO_ACKNOWLEDGED' }.present.count", equalTo(0))
                .body(ASSIGNED + "present.count", equalTo(1));
    }

    @Test
    void showsTheIncidentsBehindAFigureTheSlowestFirst() {
        // Given
        var quick = completed(20, 0);
        var slow = completed(90, 0);

        // When // Then
        as(COMMANDER)
                .get(STAGES + "/OPEN_TO_ASSIGNED/incidents?jurisdiction={t}", territory)
                .then()
                .statusCode(200)
                .body("items.incidentId", contains(slow.toString(), quick.toString()))
                .body("items.withinTarget", contains(false, true))
                .body("items[0].seconds", equalTo(90f));
    }

    @Test
    void exportsThemAndNotesWhoTookThem() {
        // Given
        var slow = completed(90, 0);

        // When
        var file = as(COMMANDER).get(STAGES + "/OPEN_TO_ASSIGNED/incidents.csv?jurisdiction={t}", territory);

        // Then
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("OPEN_TO_ASSIGNED.csv");
        assertThat(file.asString().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(slow + "," + territory + ",3,OPEN_TO_ASSIGNED,,")
                .endsWith(",90.000,false");
        assertThat(database.list(
                        String.class, "select exported_by from stage_export where jurisdiction = ?", territory))
                .containsExactly("commander");
    }

    @Test
    void countsOnlyWhatLiesInTheViewersTerritory() {
        // Given
        completed(20, 0);
        var rabat = TestTokens.of("rabat", Roles.COMMANDER).withJurisdictions("MA-RBA");

        // When // Then
        as(rabat).get(STAGES).then().statusCode(200).body(ASSIGNED + "present.count", equalTo(0));
        as(rabat).get(STAGES + "/OPEN_TO_ASSIGNED/incidents").then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday,from",
        "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z,to",
        "jurisdiction=casa,jurisdiction",
        "incidentType=LUNCH,incidentType"
    })
    void namesTheParameterThatIsAtFault(String query, String field) {
        as(COMMANDER).get(STAGES + "?" + query).then().statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void knowsNoOtherStage() {
        as(COMMANDER).get(STAGES + "/LUNCH/incidents").then().statusCode(404);
    }

    private ValidatableResponse statistics() {
        return as(COMMANDER).get(STAGES + "?jurisdiction={t}", territory).then().statusCode(200);
    }

    /** An incident that waited so many seconds for a unit, which was assigned so many days ago; the target is 60 s. */
    private UUID completed(int seconds, int daysAgo) {
        var id = Policies.incident(kafka, territory);
        assigned(id, unit(callSign()));
        database.execute("""
                update incident_stage
                set ended_at = now() - ? * interval '1 day',
                    started_at = now() - ? * interval '1 day' - ? * interval '1 second',
                    target_at = now() - ? * interval '1 day' - ? * interval '1 second' + interval '60 seconds'
                where incident_id = ? and stage = 'OPEN_TO_ASSIGNED'
                """, daysAgo, daysAgo, seconds, daysAgo, seconds, id);
        return id;
    }
}
