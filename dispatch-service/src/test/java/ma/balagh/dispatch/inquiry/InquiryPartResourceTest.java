package ma.balagh.dispatch.inquiry;

import static ma.balagh.dispatch.Story.AFFAIRS;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.inquiry.InquiryActs.act;
import static ma.balagh.dispatch.inquiry.InquiryActs.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps, hearings, suspensions and attachments of an inquiry. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
@WithTestResource(value = EvidenceServer.class, scope = TestResourceScope.GLOBAL)
class InquiryPartResourceTest {

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID id;

    @BeforeEach
    void openInquiry() {
        EvidenceServer.answer(200);
        id = Story.inquiry(kafka);
    }

    @Test
    void keepsAStepUntilItIsDone() {
        // When
        var stepId = part(plan(Duration.ofDays(3)), "steps");
        var done = act(AFFAIRS, id, "/steps/%s/completion".formatted(stepId), "{\"note\": \"roster seen\"}");
        var again = act(AFFAIRS, id, "/steps/%s/completion".formatted(stepId), "{}");

        // Then
        done.statusCode(200)
                .body("steps[0].doneBy", equalTo("affairs"))
                .body("steps[0].note", equalTo("roster seen"))
                .body("timeline.kind", equalTo(List.of("OPENED", "STEP_PLANNED", "STEP_DONE")));
        again.statusCode(409).body("type", equalTo("/problems/inquiry-out-of-turn"));
    }

    @Test
    void findsInquiriesWithOverdueSteps() {
        // Given
        plan(Duration.ofDays(3)).statusCode(200).body("inquiry.overdueSteps", equalTo(0));

        // When
        database.execute("update inquiry_step set due_at = now() - interval '1 day' where inquiry_id = ?", id);

        // Then
        list("overdue=true")
                .body("items.id", hasItem(id.toString()))
                .body("items.find { it.id == '%s' }.overdueSteps".formatted(id), equalTo(1));
        list("overdue=false").body("items.id", not(hasItem(id.toString())));
        list("").body("items.id", hasItem(id.toString()));
    }

    @Test
    void keepsWhoIsHeardByReferenceAndWhatWasSaid() {
        // When
        var hearingId = part(hearing("A.B.", "2026-11-25T09:00:00Z"), "hearings");
        var held = act(AFFAIRS, id, "/hearings/%s/record".formatted(hearingId), "{\"record\": \"denies it\"}");
        var again = act(AFFAIRS, id, "/hearings/%s/record".formatted(hearingId), "{\"record\": \"admits it\"}");

        // Then
        held.statusCode(200)
                .body("hearings[0].heldAt", equalTo("2026-11-25T09:00:00.000Z"))
                .body("hearings[0].record", equalTo("denies it"));
        again.statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.B.", "م.ع.", "W-2", "MAT/4711"})
    void takesInitialsAndReferences(String person) {
        hearing(person, "2026-12-01T09:00:00Z").statusCode(200);
    }

    @Test
    void refusesThatAHearingToComeWasHeld() {
        // Given
        var hearingId = part(hearing("W-1", "2999-01-01T09:00:00Z"), "hearings");

        // Then
        isViolation(
                act(AFFAIRS, id, "/hearings/%s/record".formatted(hearingId), "{\"record\": \"says nothing\"}"),
                "heldAt");
        isViolation(
                act(
                        AFFAIRS,
                        id,
                        "/hearings/%s/record".formatted(hearingId),
                        "{\"record\": \"says so\", \"heldAt\": \"2998-01-01T00:00:00Z\"}"),
                "heldAt");
    }

    @Test
    void refusesAStepThatWasDoneBeforeItWasPlanned() {
        // Given
        var stepId = part(plan(Duration.ofDays(1)), "steps");

        // Then
        isViolation(
                act(AFFAIRS, id, "/steps/%s/completion".formatted(stepId), "{\"doneAt\": \"2026-01-01T00:00:00Z\"}"),
                "doneAt");
    }

    @Test
    void keepsASuspensionAndItsLifting() {
        // When
        var suspensionId = part(suspension(Instant.now().plus(Duration.ofDays(30))), "suspensions");
        var lifted = act(
                AFFAIRS, id, "/suspensions/%s/lifting".formatted(suspensionId), "{\"reason\": \"no ground any more\"}");
        var again = act(AFFAIRS, id, "/suspensions/%s/lifting".formatted(suspensionId), "{\"reason\": \"once more\"}");

        // Then
        lifted.statusCode(200)
                .body("suspensions[0].lasting", equalTo(false))
                .body("suspensions[0].liftingReason", equalTo("no ground any more"))
                .body("timeline.kind", hasItem("SUSPENSION_LIFTED"));
        again.statusCode(409);
    }

    @Test
    void refusesToLiftASuspensionThatIsOver() {
        // Given
        var suspensionId = part(suspension(Instant.now().minusSeconds(60)), "suspensions");

        // Then
        isViolation(
                act(AFFAIRS, id, "/suspensions/%s/lifting".formatted(suspensionId), "{\"reason\": \"too late\"}"),
                "liftedAt");
    }

    @Test
    void attachesEvidenceWithTheDigestThatIntakeHas() {
        // Given
        var evidenceId = IdGenerator.next();

        // When
        var attached = attach(evidenceId);

        // Then
        attached.statusCode(200)
                .body("attachments[0].evidenceId", equalTo(evidenceId.toString()))
                .body("attachments[0].sha256", equalTo(EvidenceServer.DIGEST));
        isViolation(attach(evidenceId), "evidenceId");
        assertThat(EvidenceServer.tokens())
                .allSatisfy(token -> assertThat(token).startsWith("Bearer ey"));
    }

    @Test
    void attachesNothingThatIntakeDoesNotShow() {
        // When
        EvidenceServer.answer(404);
        isViolation(attach(IdGenerator.next()), "evidenceId");
        EvidenceServer.answer(500);
        attach(IdGenerator.next()).statusCode(503).header("Retry-After", equalTo("30"));

        // Then
        as(AFFAIRS).get("/api/v1/inquiries/{id}", id).then().body("attachments", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "zz"})
    void takesNoDigestThatIsNone(String digest) {
        // Given
        EvidenceServer.answer(200, digest);

        // Then
        attach(IdGenerator.next()).statusCode(503).header("Retry-After", equalTo("30"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            /steps       | {"title": "see the roster", "dueAt": "2020-01-01T00:00:00Z"}   | dueAt
            /steps       | {"title": " ", "dueAt": "2999-01-01T00:00:00Z"}                | title
            /steps       | {"title": "see the roster"}                                    | dueAt
            /hearings    | {"role": "SUSPECT", "person": "A.B.", "place": "Rabat", "scheduledAt": "2026-12-01T00:00:00Z"} | role
            /hearings    | {"role": "WITNESS", "person": "Ahmed Benali", "place": "Rabat", "scheduledAt": "2026-12-01T00:00:00Z"} | person
            /hearings    | {"role": "WITNESS", "person": "A.B.", "place": "Rabat", "scheduledAt": "0001-01-01T00:00:00Z"} | scheduledAt
            /suspensions | {"person": "A.B.", "legalBasis": "article 73", "beginsAt": "2026-12-01T00:00:00Z", "endsAt": "2026-11-01T00:00:00Z"} | endsAt
            /suspensions | {"person": "A.B.", "legalBasis": "article 73", "beginsAt": "0001-12-01T00:00:00Z", "endsAt": "2026-11-01T00:00:00Z"} | beginsAt
            /suspensions | {"person": "A.B.", "beginsAt": "2026-12-01T00:00:00Z", "endsAt": "2027-11-01T00:00:00Z"} | legalBasis
            /attachments | {"title": "film"}                                              | evidenceId
            """)
    void namesTheFieldAtFault(String path, String body, String field) {
        isViolation(act(AFFAIRS, id, path, body), field);
    }

    @Test
    void knowsNoPartOfAnotherInquiry() {
        // Given
        var stepId = part(plan(Duration.ofDays(1)), "steps");

        // Then
        act(AFFAIRS, Story.inquiry(kafka), "/steps/%s/completion".formatted(stepId), "{}")
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update inquiry_entry set note = 'another' where inquiry_id = ?",
                "update inquiry_attachment set title = 'another' where inquiry_id = ?",
                "update inquiry_step set note = 'another' where inquiry_id = ?",
                "update inquiry_step set done_by = null, done_at = null where inquiry_id = ?",
                "update inquiry_hearing set record = 'another' where inquiry_id = ?",
                "update inquiry_suspension set lifting_reason = 'another' where inquiry_id = ?",
                "delete from inquiry_entry where inquiry_id = ?",
                "delete from inquiry_attachment where inquiry_id = ?",
                "delete from inquiry_step where inquiry_id = ?",
                "delete from inquiry_hearing where inquiry_id = ?",
                "delete from inquiry_suspension where inquiry_id = ?"
            })
    void changesNoHistory(String change) {
        // Given
        attach(IdGenerator.next()).statusCode(200);
        completeOneOfEach();

        // Then
        assertThatThrownBy(() -> database.execute(change, id)).hasStackTraceContaining("keeps its history");
    }

    private void completeOneOfEach() {
        var stepId = part(plan(Duration.ofDays(3)), "steps");
        var hearingId = part(hearing("A.B.", "2026-11-25T09:00:00Z"), "hearings");
        var suspensionId = part(suspension(Instant.now().plus(Duration.ofDays(30))), "suspensions");
        act(AFFAIRS, id, "/steps/%s/completion".formatted(stepId), "{}").statusCode(200);
        act(AFFAIRS, id, "/hearings/%s/record".formatted(hearingId), "{\"record\": \"denies it\"}")
                .statusCode(200);
        act(AFFAIRS, id, "/suspensions/%s/lifting".formatted(suspensionId), "{\"reason\": \"no ground\"}")
                .statusCode(200);
    }

    private ValidatableResponse plan(Duration from) {
        return act(
                AFFAIRS,
                id,
                "/steps",
                "{\"title\": \"see the roster\", \"dueAt\": \"%s\"}"
                        .formatted(Instant.now().plus(from)));
    }

    private ValidatableResponse hearing(String person, String at) {
        return act(AFFAIRS, id, "/hearings", """
                {"role": "OFFICER_CONCERNED", "person": "%s", "place": "Rabat", "scheduledAt": "%s"}""".formatted(person, at));
    }

    private ValidatableResponse suspension(Instant end) {
        return act(AFFAIRS, id, "/suspensions", """
                {"person": "A.B.", "legalBasis": "statute, article 73", "beginsAt": "2026-01-01T00:00:00Z",
                 "endsAt": "%s"}""".formatted(end));
    }

    private ValidatableResponse attach(UUID evidenceId) {
        return act(AFFAIRS, id, "/attachments", "{\"evidenceId\": \"%s\", \"title\": \"film\"}".formatted(evidenceId));
    }

    private static ValidatableResponse list(String query) {
        return as(AFFAIRS).get("/api/v1/inquiries?limit=200&" + query).then().statusCode(200);
    }

    private static void isViolation(ValidatableResponse answer, String field) {
        answer.statusCode(400).body("violations.field", hasItem(field));
    }
}
