package ma.balagh.intake.retention;

import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.INTERNAL_AFFAIRS;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class RetentionResourceTest {

    private static final TestTokens RABAT_COMMANDER =
            TestTokens.of("rabat-commander", Roles.COMMANDER).withJurisdictions("MA-RAB");
    private static final String WITH_REPORTER = """
            {"channel": "CITIZEN", "text": "شخصان على متن دراجة", "jurisdiction": "MA-CAS", "url": "https://example.org/1",
             "claim": {"place": "شارع الزرقطوني"}, "reporter": {"name": "Amina", "contact": "0600000000"}}
            """;

    @Inject
    Database database;

    @Test
    void erasesAnIdentityAYearAfterTheAnswer() {
        // Given
        UUID due = answered("PRESUMED_OFFENCE", "370 days");
        UUID recent = answered("PRESUMED_OFFENCE", "300 days");
        UUID unanswered = Filed.by(PARTNER, WITH_REPORTER).id();
        // When
        due(COMMANDER, "IDENTITY").body("items.id", hasItem(due.toString()));
        run(COMMANDER).body("erased.IDENTITY", greaterThanOrEqualTo(1));
        // Then
        reporter(due).statusCode(404);
        reporter(recent).statusCode(200);
        reporter(unanswered).statusCode(200);
        due(COMMANDER, "IDENTITY").body("items.id", not(hasItem(due.toString())));
        assertThat(recorded(due)).isEqualTo("IDENTITY P1Y");
        as(COMMANDER)
                .get("/api/v1/retention/runs")
                .then()
                .body("items[0].startedBy", equalTo("commander"))
                .body("items[0].endedAt", notNullValue())
                .body("items[0].erased.IDENTITY", greaterThanOrEqualTo(1));
    }

    @Test
    void ordersOnceForTheSameKey() {
        for (String order : List.of("runs", "open-case-runs")) {
            // Given
            RequestSpecification commander = as(COMMANDER)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType(ContentType.JSON)
                    .body("{\"reason\": \"The prosecutor has closed the old cases\"}");
            String path = "/api/v1/retention/" + order;

            // When
            String first = commander.post(path).then().statusCode(201).extract().path("id");
            String again = commander.post(path).then().statusCode(201).extract().path("id");

            // Then
            assertThat(again).isEqualTo(first);
        }
    }

    @Test
    void tellsInternalAffairsAloneOfTheirRuns() {
        // Given
        String theirs = run(INTERNAL_AFFAIRS).extract().path("id");
        String others = run(COMMANDER).extract().path("id");

        // Then
        as(COMMANDER)
                .get("/api/v1/retention/runs")
                .then()
                .body("items.id", hasItem(others))
                .body("items.id", not(hasItem(theirs)));
        as(INTERNAL_AFFAIRS).get("/api/v1/retention/runs").then().body("items.id", hasItems(others, theirs));
    }

    @Test
    void erasesTheWordsOfAFalseReportAndKeepsItsAnswer() {
        // Given
        UUID due = answered("FALSE_REPORT", "740 days");
        UUID other = answered("PRESUMED_OFFENCE", "740 days");
        // When
        run(COMMANDER);
        // Then
        as(OFFICER)
                .get("/api/v1/reports/" + due)
                .then()
                .statusCode(200)
                .body("text", nullValue())
                .body("url", nullValue())
                .body("claim", nullValue())
                .body("answer.kind", equalTo("FALSE_REPORT"));
        as(OFFICER).get("/api/v1/reports/" + other).then().body("text", notNullValue());
    }

    @Test
    void erasesNothingThatIsHeld() {
        // Given
        UUID held = answered("FALSE_REPORT", "740 days");
        String hold = hold(COMMANDER, "REPORT", held).statusCode(201).extract().path("id");
        hold(COMMANDER, "REPORT", held).statusCode(409);
        // When
        run(COMMANDER);
        // Then
        as(OFFICER).get("/api/v1/reports/" + held).then().body("text", notNullValue());
        reporter(held).statusCode(200);
        as(COMMANDER).get("/api/v1/retention/plan").then().body("kinds.FALSE_REPORT.held", greaterThanOrEqualTo(1));
        as(COMMANDER).get("/api/v1/legal-holds").then().body("items.id", hasItem(hold));
        // When
        lift(COMMANDER, hold).statusCode(200).body("lifted.reason", equalTo("The court has ruled"));
        lift(COMMANDER, hold).statusCode(409);
        run(COMMANDER);
        // Then
        as(OFFICER).get("/api/v1/reports/" + held).then().body("text", nullValue());
        as(COMMANDER).get("/api/v1/legal-holds").then().body("items.id", not(hasItem(hold)));
        as(COMMANDER).get("/api/v1/legal-holds?lifted=true").then().body("items.id", hasItem(hold));
    }

    @Test
    void showsAHoldWhereItSaysItIs() {
        // Given
        UUID held = Filed.by(PARTNER, WITH_REPORTER).id();
        var placed = hold(COMMANDER, "REPORT", held).statusCode(201).extract();
        String location = placed.header("Location");
        // Then
        as(RABAT_COMMANDER).get(location).then().statusCode(404);
        as(OFFICER).get(location).then().statusCode(403);
        as(COMMANDER)
                .get(location)
                .then()
                .statusCode(200)
                .header("ETag", placed.header("ETag"))
                .body("subjectId", equalTo(held.toString()));
        // When
        RequestSpecification lifting =
                as(COMMANDER).contentType(ContentType.JSON).body("{\"reason\": \"The court has ruled\"}");
        lifting.header("If-Match", "\"0\"").post(location + "/lifting").then().statusCode(412);
        as(COMMANDER).get(location).then().body("lifted", nullValue());
    }

    @Test
    void holdsWithAnEvidenceTheReportsThatItStandsIn() {
        // Given
        Filed filed = Filed.by(PARTNER, WITH_REPORTER);
        UUID evidence = filed.medium(PARTNER, Clips.mp4());
        answer(filed.id(), "FALSE_REPORT", "740 days");
        hold(COMMANDER, "EVIDENCE", evidence).statusCode(201);
        // When
        run(COMMANDER);
        // Then
        as(OFFICER).get("/api/v1/reports/" + filed.id()).then().body("text", notNullValue());
    }

    @Test
    void leavesOtherTerritoriesAndTheCompartmentAlone() {
        // Given
        UUID casablanca = answered("FALSE_REPORT", "740 days");
        UUID forwarded = answered("FORWARDED", "740 days");
        database.execute("update report set forwarded = true where id = ?", forwarded);
        // When
        due(RABAT_COMMANDER, "FALSE_REPORT").body("items.id", not(hasItem(casablanca.toString())));
        due(COMMANDER, "IDENTITY").body("items.id", not(hasItem(forwarded.toString())));
        due(INTERNAL_AFFAIRS, "IDENTITY").body("items.id", hasItem(forwarded.toString()));
        hold(RABAT_COMMANDER, "REPORT", casablanca).statusCode(404);
        run(RABAT_COMMANDER);
        // Then
        as(OFFICER).get("/api/v1/reports/" + casablanca).then().body("text", notNullValue());
        as(RABAT_OFFICER).get("/api/v1/retention/plan").then().statusCode(403);
    }

    @Test
    void namesWhatIsMissing() {
        due(COMMANDER, "EVERYTHING").statusCode(400).body("violations.field", contains("kind"));
        as(COMMANDER)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/legal-holds")
                .then()
                .statusCode(400)
                .body("violations.field", contains("subject", "subjectId", "reason"));
    }

    @Test
    void keepsARecordThatNobodyChanges() {
        // Given
        UUID due = answered("FALSE_REPORT", "740 days");
        run(COMMANDER);
        // Then
        assertThatThrownBy(() -> database.execute("delete from retention_deletion where subject_id = ?", due))
                .hasMessageContaining("append-only");
    }

    private UUID answered(String kind, String ago) {
        UUID id = Filed.by(PARTNER, WITH_REPORTER).id();
        answer(id, kind, ago);
        return id;
    }

    private void answer(UUID id, String kind, String ago) {
        database.execute(
                "update report set status = 'ANSWERED', answer_kind = ?, answered_at = now() - cast(? as interval)"
                        + " where id = ?",
                kind,
                ago,
                id);
    }

    private String recorded(UUID subject) {
        return database.one(
                String.class, "select kind || ' ' || period from retention_deletion where subject_id = ?", subject);
    }

    private static ValidatableResponse reporter(UUID report) {
        return as(OFFICER)
                .header("X-Purpose", "Calling the witness back")
                .get("/api/v1/reports/" + report + "/reporter")
                .then();
    }

    private static ValidatableResponse due(TestTokens person, String kind) {
        return as(person).get("/api/v1/retention/due?limit=200&kind=" + kind).then();
    }

    private static ValidatableResponse run(TestTokens person) {
        return as(person).post("/api/v1/retention/runs").then().statusCode(201);
    }

    private static ValidatableResponse hold(TestTokens person, String subject, UUID id) {
        return as(person)
                .contentType(ContentType.JSON)
                .body("""
                        {"subject": "%s", "subjectId": "%s", "reason": "The court of Casablanca needs it"}
                        """.formatted(subject, id))
                .post("/api/v1/legal-holds")
                .then();
    }

    private static ValidatableResponse lift(TestTokens person, String hold) {
        return as(person)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"The court has ruled\"}")
                .post("/api/v1/legal-holds/" + hold + "/lifting")
                .then();
    }
}
