package ma.balagh.dispatch.unit;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.fieldUnit;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.incidentOf;
import static ma.balagh.dispatch.Story.unit;
import static ma.balagh.dispatch.Story.verdict;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.OffenceKind;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.WeaponKind;
import ma.balagh.dispatch.Database;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two units of one call sign: one of Casablanca, one of a territory that lies in it. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class CrewUnitTest {

    private static final Map<String, Object> PLACE = Map.of("latitude", 33.59, "longitude", -7.61);

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Inject
    Database database;

    private final String callSign = callSign();
    private final TestTokens crewOfCasablanca = fieldUnit(callSign).withJurisdictions("MA-CAS");
    private final TestTokens crewOfAnfa = fieldUnit(callSign).withJurisdictions("MA-CAS-ANFA");
    private UUID ofCasablanca = new UUID(0, 0);
    private UUID ofAnfa = new UUID(0, 0);

    @BeforeEach
    void enlistNamesakes() {
        ofCasablanca = unit(callSign, "MA-CAS");
        ofAnfa = unit(callSign, "MA-CAS-ANFA");
    }

    @Test
    void seesWhatItsOwnUnitWasSentToAndNothingOfItsNamesake() {
        // Given
        var facts = new OffenceFacts(OffenceKind.ARMED_ROBBERY, null, 2, 1, null, WeaponKind.KNIFE, null, true);
        var dossierId = IdGenerator.next();
        kafka.publish(verdict(dossierId, Verdict.PRESUMED_OFFENCE).with(facts, null, null, null, 1));
        var incidentOfAnfa = incidentOf(dossierId);
        var incidentOfCasablanca = incident(kafka);
        assigned(incidentOfAnfa, ofAnfa);
        assigned(incidentOfCasablanca, ofCasablanca);

        // Then
        incidents(crewOfCasablanca).body("items.id", contains(incidentOfCasablanca.toString()));
        incidents(crewOfAnfa).body("items.id", contains(incidentOfAnfa.toString()));
        view(crewOfCasablanca, incidentOfCasablanca).statusCode(200);
        view(crewOfCasablanca, incidentOfAnfa).statusCode(404).body("facts", nullValue());
        view(crewOfAnfa, incidentOfAnfa).statusCode(200).body("facts.weapon", equalTo("KNIFE"));
        as(crewOfCasablanca)
                .get("/api/v1/incidents/{id}/rights", incidentOfAnfa)
                .then()
                .statusCode(404);
    }

    @Test
    void seesNoneOfItsNamesakesWorkOnAnIncidentOfBoth() {
        // Given
        var incidentId = incident(kafka);
        var assignmentOfAnfa = assigned(incidentId, ofAnfa);
        var own = assigned(incidentId, ofCasablanca);
        progress(crewOfAnfa, assignmentOfAnfa).statusCode(200);

        // Then
        view(crewOfCasablanca, incidentId)
                .statusCode(200)
                .body("assignments.id", contains(own.toString()))
                .body("timeline.kind", contains("OPENED", "ASSIGNED"))
                .body("clocks.assignmentId", contains(own.toString()));
        incidents(crewOfCasablanca)
                .body("items[0].assignments.id", contains(own.toString()))
                .body("items[0].clocks.assignmentId", contains(own.toString()));
        view(crewOfAnfa, incidentId)
                .body("timeline.kind", contains("OPENED", "ASSIGNED", "ACKNOWLEDGED"))
                .body("clocks.assignmentId", contains(assignmentOfAnfa.toString()));
    }

    @Test
    void actsForItsOwnUnitAndNotForItsNamesake() {
        // Given
        var incidentId = incident(kafka);
        var assignmentOfAnfa = assigned(incidentId, ofAnfa);
        var own = assigned(incidentId, ofCasablanca);

        // When
        as(crewOfCasablanca)
                .get("/api/v1/assignments/{id}", assignmentOfAnfa)
                .then()
                .statusCode(404);
        progress(crewOfCasablanca, assignmentOfAnfa).statusCode(404);
        as(crewOfCasablanca)
                .body(Map.of("note", "help"))
                .post("/api/v1/assignments/{id}/assistance", assignmentOfAnfa)
                .then()
                .statusCode(404);
        moves(crewOfCasablanca, ofAnfa).statusCode(404);

        // Then
        as(DISPATCHER).get("/api/v1/assignments/{id}", assignmentOfAnfa).then().body("status", equalTo("ASSIGNED"));
        as(DISPATCHER).get("/api/v1/units/{id}", ofAnfa).then().body("position", nullValue());
        progress(crewOfCasablanca, own).statusCode(200);
        moves(crewOfCasablanca, ofCasablanca).statusCode(200);
        moves(crewOfAnfa, ofAnfa).statusCode(200);
    }

    @Test
    void isItsOwnUnitAlone() {
        // When
        var list = as(crewOfCasablanca).get("/api/v1/units").then();

        // Then
        list.statusCode(200).body("items.id", contains(ofCasablanca.toString()));
        as(crewOfCasablanca).get("/api/v1/units/{id}", ofAnfa).then().statusCode(404);
        signsOff(crewOfCasablanca, ofAnfa).statusCode(404);
        signsOff(crewOfCasablanca, ofCasablanca).statusCode(200);
        as(DISPATCHER).get("/api/v1/units/{id}", ofAnfa).then().body("status", equalTo("AVAILABLE"));
    }

    /** Of an account above both territories, and of one that names both. */
    static Stream<TestTokens> accounts() {
        var crew = TestTokens.of("crew", Roles.FIELD_UNIT);
        return Stream.of(crew, crew.withJurisdictions("MA-CAS", "MA-CAS-ANFA"));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void isToldWhereNobodyCanTellWhichUnitItIsOf(TestTokens account) {
        // Given
        var crew = account.withUnit(callSign);
        var incidentId = incident(kafka);
        var assignmentId = assigned(incidentId, ofCasablanca);

        // Then
        for (var path : new String[] {
            "/units",
            "/units/" + ofCasablanca,
            "/incidents",
            "/incidents/" + incidentId,
            "/incidents/" + incidentId + "/rights",
            "/incidents/events",
            "/assignments/" + assignmentId,
            "/patrol-visits"
        }) {
            refused(as(crew).get("/api/v1" + path).then());
        }
        refused(progress(crew, assignmentId));
        refused(moves(crew, ofCasablanca));
        refused(moves(crew, ofAnfa));
        refused(signsOff(crew, ofAnfa));
        as(DISPATCHER).get("/api/v1/units/{id}", ofAnfa).then().body("position", nullValue());
    }

    /** Whose unit is not enlisted, whose call sign is empty, and whose account has none. */
    static Stream<TestTokens> strangers() {
        return Stream.of(
                fieldUnit(callSign()),
                fieldUnit("").withJurisdictions("MA-CAS"),
                TestTokens.of("nobody", Roles.FIELD_UNIT));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void seesAndDoesNothingWithoutAUnit(TestTokens crew) {
        // Given
        var incidentId = incident(kafka);
        var assignmentId = assigned(incidentId, ofCasablanca);

        // Then
        incidents(crew).body("items", empty());
        as(crew).get("/api/v1/units").then().statusCode(200).body("items", empty());
        as(crew).get("/api/v1/units/{id}", ofCasablanca).then().statusCode(404);
        view(crew, incidentId).statusCode(404);
        progress(crew, assignmentId).statusCode(404);
        moves(crew, ofCasablanca).statusCode(404);
        signsOff(crew, ofCasablanca).statusCode(404);
    }

    @Test
    void isOfTheOnlyUnitBelowItsTerritory() {
        // Given
        var name = callSign();
        var unitId = unit(name, "MA-CAS-ANFA");
        var crew = fieldUnit(name).withJurisdictions("MA-CAS", "MA-RBA");
        var incidentId = incident(kafka);

        // When
        var assignmentId = assigned(incidentId, unitId);

        // Then
        incidents(crew).body("items.id", contains(incidentId.toString()));
        progress(crew, assignmentId).statusCode(200);
        moves(crew, unitId).statusCode(200);
        signsOff(crew, unitId).statusCode(409).body("type", equalTo("/problems/unit-engaged"));
    }

    @Test
    void leavesItsWorkToItsUnitWhateverThatIsCalled() {
        // Given
        var renamed = callSign();
        var incidentId = incident(kafka);
        var assignmentId = assigned(incidentId, ofCasablanca);

        // When
        as(DISPATCHER)
                .body(Map.of("callSign", renamed, "kind", "CAR", "crew", 2, "jurisdiction", "MA-CAS"))
                .put("/api/v1/units/{id}", ofCasablanca)
                .then()
                .statusCode(200);
        var successor = unit(callSign, "MA-CAS");

        // Then
        view(fieldUnit(renamed), incidentId)
                .statusCode(200)
                .body("assignments.id", contains(assignmentId.toString()))
                .body("timeline.kind", contains("OPENED", "ASSIGNED"));
        incidents(crewOfCasablanca).body("items", empty());
        progress(crewOfCasablanca, assignmentId).statusCode(404);
        moves(crewOfCasablanca, ofCasablanca).statusCode(404);
        moves(crewOfCasablanca, successor).statusCode(200);
    }

    @Test
    void isNoUnitThatHelpsOutWhereItsCallSignIsTheSame() {
        // Given: a commander who is a crew, too, and sees units that help out
        var name = callSign();
        var own = unit(name, "MA-CAS-ANFA");
        var neighbour = "MA-" + name.substring(6, 14);
        unit(name, neighbour);
        database.execute("""
                insert into help_request (id, asking, asked, reason, until_at, state, asked_by, asked_at,
                                          answered_by, answered_at, version)
                values (?, 'MA-CAS', ?, 'match', now() + interval '1 hour', 'GRANTED', 'x', now(), 'y', now(), 1)
                """, IdGenerator.next(), neighbour);
        var crew = TestTokens.of("chief", Roles.FIELD_UNIT, Roles.COMMANDER)
                .withUnit(name)
                .withJurisdictions("MA-CAS");

        // When
        var list = as(crew).get("/api/v1/units").then();

        // Then
        list.statusCode(200).body("items", hasSize(1)).body("items.id", contains(own.toString()));
    }

    private static ValidatableResponse incidents(TestTokens crew) {
        return as(crew).get("/api/v1/incidents").then().statusCode(200);
    }

    private static ValidatableResponse view(TestTokens crew, UUID incidentId) {
        return as(crew).get("/api/v1/incidents/{id}", incidentId).then();
    }

    private static ValidatableResponse progress(TestTokens crew, UUID assignmentId) {
        return as(crew).body(Map.of("status", "ACKNOWLEDGED"))
                .post("/api/v1/assignments/{id}/progress", assignmentId)
                .then();
    }

    private static ValidatableResponse moves(TestTokens crew, UUID unitId) {
        return as(crew).body(PLACE).put("/api/v1/units/{id}/position", unitId).then();
    }

    private static ValidatableResponse signsOff(TestTokens crew, UUID unitId) {
        return as(crew).body(Map.of("status", "OFF_DUTY"))
                .put("/api/v1/units/{id}/status", unitId)
                .then();
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(403).body("type", equalTo("/problems/call-sign-ambiguous"));
    }
}
