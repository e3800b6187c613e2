package ma.balagh.dispatch.inquiry;

import static java.time.temporal.ChronoUnit.DAYS;
import static ma.balagh.dispatch.Story.AFFAIRS;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.inquiry.InquiryActs.SECOND;
import static ma.balagh.dispatch.inquiry.InquiryActs.act;
import static ma.balagh.dispatch.inquiry.InquiryActs.decide;
import static ma.balagh.dispatch.inquiry.InquiryActs.propose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The end of an inquiry's file. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class InquiryErasureTest {

    private static final List<String> PARTS =
            List.of("inquiry_step", "inquiry_hearing", "inquiry_suspension", "inquiry_attachment", "inquiry_entry");

    @Inject
    InquiryErasureQueue queue;

    @Inject
    InquiryErasureWorker worker;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID id;

    @BeforeEach
    void openInquiryAndFillItsFile() {
        id = Story.inquiry(kafka);
        act(AFFAIRS, id, "/owner", "{}").statusCode(200);
        act(AFFAIRS, id, "/steps", "{\"title\": \"see the roster\", \"dueAt\": \"2999-01-01T00:00:00Z\"}")
                .statusCode(200);
        act(AFFAIRS, id, "/hearings", """
                {"role": "WITNESS", "person": "W-1", "place": "Rabat", "scheduledAt": "2026-12-01T09:00:00Z"}""").statusCode(200);
        act(AFFAIRS, id, "/suspensions", """
                {"person": "A.B.", "legalBasis": "statute, article 73", "beginsAt": "2026-01-01T00:00:00Z",
                 "endsAt": "2999-01-01T00:00:00Z"}""").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"UNSUBSTANTIATED, 365", "NOT_PROVABLE, 365", "SUBSTANTIATED, 3652", "PASSED_TO_PROSECUTOR, 3652"})
    void comesAfterAPeriodThatDependsOnTheFinding(String finding, long days) {
        // When
        close(finding);

        // Then
        assertThat(database.one(
                        OffsetDateTime.class, "select not_before from inquiry_erasure where inquiry_id = ?", id))
                .isCloseTo(OffsetDateTime.now(ZoneOffset.UTC).plusDays(days), within(2, DAYS));
    }

    @Test
    void saysWhenItComesAndThatItIsOverdue() {
        // Given
        as(AFFAIRS).get("/api/v1/inquiries/{id}", id).then().body("inquiry.eraseAt", nullValue());
        propose(AFFAIRS, id, "UNSUBSTANTIATED").statusCode(200);

        // When
        var closed = decide(SECOND, id, "CONFIRM");
        makeDue();
        var due = as(AFFAIRS).get("/api/v1/inquiries/{id}", id).then();
        var held = act(AFFAIRS, id, "/hold", "{\"reason\": \"a court asks for it\"}");

        // Then
        closed.body("inquiry.eraseAt", notNullValue()).body("inquiry.erasureOverdue", equalTo(false));
        due.body("inquiry.erasureOverdue", equalTo(true));
        held.body("inquiry.eraseAt", notNullValue()).body("inquiry.erasureOverdue", equalTo(false));
    }

    @Test
    void leavesThatThereWasAnInquiryAndWhatItCameTo() {
        // Given
        close("UNSUBSTANTIATED");
        work();
        as(AFFAIRS).get("/api/v1/inquiries/{id}", id).then().body("inquiry.state", equalTo("CLOSED"));

        // When
        makeDue();
        work();

        // Then
        as(AFFAIRS)
                .get("/api/v1/inquiries/{id}", id)
                .then()
                .statusCode(200)
                .body("inquiry.state", equalTo("ERASED"))
                .body("inquiry.erasedAt", notNullValue())
                .body("inquiry.eraseAt", nullValue())
                .body("inquiry.jurisdiction", equalTo("MA-CAS"))
                .body("inquiry.closing.finding", equalTo("UNSUBSTANTIATED"))
                .body("inquiry.closing.reason", nullValue())
                .body("inquiry.closing.by", nullValue())
                .body("inquiry.owner", nullValue())
                .body("inquiry.place", nullValue())
                .body("timeline", hasSize(0))
                .body("suspensions", hasSize(0));
        for (var part : PARTS) {
            assertThat(database.one(Long.class, "select count(*) from %s where inquiry_id = ?".formatted(part), id))
                    .as(part)
                    .isZero();
        }
        assertThat(database.one(String.class, "select cast(inquiry as text) from inquiry where id = ?", id))
                .doesNotContain("affairs", "inspector", "Road block");
        act(AFFAIRS, id, "/hold", "{\"reason\": \"too late\"}").statusCode(409);
    }

    @Test
    void waitsForTheEndOfAHold() {
        // Given
        close("UNSUBSTANTIATED");
        act(AFFAIRS, id, "/hold", "{\"reason\": \"a court asks for it\"}")
                .statusCode(200)
                .body("inquiry.hold.reason", equalTo("a court asks for it"));
        makeDue();

        // When
        work();
        var held = as(AFFAIRS).get("/api/v1/inquiries/{id}", id).then();
        liftHold(id.toString()).statusCode(200);
        liftHold(id.toString()).statusCode(200).body("timeline[-1].kind", equalTo("HOLD_LIFTED"));
        work();

        // Then
        held.body("inquiry.state", equalTo("CLOSED")).body("timeline[-1].kind", equalTo("HOLD_PLACED"));
        as(AFFAIRS).get("/api/v1/inquiries/{id}", id).then().body("inquiry.state", equalTo("ERASED"));
    }

    @Test
    void leavesNoAnswerThatHoldsTheFile() {
        // Given
        close("UNSUBSTANTIATED");
        act(AFFAIRS, id, "/hold", "{\"reason\": \"a court asks for it\"}").statusCode(200);
        var address = id.toString().toUpperCase(Locale.ROOT);
        liftHold(address).statusCode(200).body("timeline.note", hasItem("a court asks for it"));
        makeDue();

        // When
        work();

        // Then
        liftHold(address).statusCode(409).body("timeline", nullValue());
        assertThat(database.one(
                        Long.class,
                        "select count(*) from idempotency_key where cast(idempotency_key as text) ilike ?",
                        "%" + id + "%"))
                .isZero();
    }

    @Test
    void seesAHoldThatComesWhileItIsAboutToErase() {
        // Given
        close("NOT_PROVABLE");
        makeDue();
        var claimed = queue.tasks().claim().orElseThrow();

        // When
        act(AFFAIRS, id, "/hold", "{\"reason\": \"a court asks for it\"}").statusCode(200);
        worker.work(claimed);

        // Then
        assertThat(database.one(String.class, "select state from inquiry_erasure where inquiry_id = ?", id))
                .isEqualTo("HELD");
        as(AFFAIRS).get("/api/v1/inquiries/{id}", id).then().body("inquiry.state", equalTo("CLOSED"));
    }

    @Test
    void isHeldFromTheBeginningWhereTheInquiryWas() {
        // Given
        act(AFFAIRS, id, "/hold", "{\"reason\": \"a court asks for it\"}").statusCode(200);

        // When
        close("UNSUBSTANTIATED");

        // Then
        assertThat(database.one(String.class, "select state from inquiry_erasure where inquiry_id = ?", id))
                .isEqualTo("HELD");
        act(AFFAIRS, id, "/hold", "{\"reason\": \"once more\"}").statusCode(409);
    }

    @Test
    void leavesWhatIsNotDue() {
        // Given
        close("SUBSTANTIATED");

        // When
        work();

        // Then
        as(AFFAIRS).get("/api/v1/inquiries/{id}", id).then().body("inquiry.state", equalTo("CLOSED"));
    }

    private void close(String finding) {
        propose(AFFAIRS, id, finding).statusCode(200);
        decide(SECOND, id, "CONFIRM").statusCode(200);
    }

    /** Always with the same key. */
    private ValidatableResponse liftHold(String address) {
        return as(AFFAIRS)
                .header("Idempotency-Key", "lifting-" + id)
                .body("{\"reason\": \"the court is done\"}")
                .post("/api/v1/inquiries/{id}/hold/lifting", address)
                .then();
    }

    private void makeDue() {
        database.execute("update inquiry_erasure set not_before = now() - interval '1 hour' where inquiry_id = ?", id);
    }

    /** All that is due. */
    private void work() {
        for (var task = queue.tasks().claim();
                task.isPresent();
                task = queue.tasks().claim()) {
            worker.work(task.get());
        }
    }
}
