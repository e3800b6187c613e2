package ma.balagh.dispatch.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.dispatch.Story.AFFAIRS;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.inquiry.InquiryActs.SECOND;
import static ma.balagh.dispatch.inquiry.InquiryActs.act;
import static ma.balagh.dispatch.inquiry.InquiryActs.decide;
import static ma.balagh.dispatch.inquiry.InquiryActs.propose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of an inquiry: what it came to, as two people say. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class InquiryClosingResourceTest {

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID id;

    @BeforeEach
    void openInquiry() {
        id = Story.inquiry(kafka);
    }

    @ParameterizedTest
    @EnumSource(InquiryFinding.class)
    void endsOnceASecondPersonConfirms(InquiryFinding finding) {
        // When
        var proposed = propose(AFFAIRS, id, finding.name());
        var confirmed = decide(SECOND, id, "CONFIRM");

        // Then
        proposed.statusCode(200)
                .body("inquiry.state", equalTo("OPEN"))
                .body("inquiry.closing", nullValue())
                .body("inquiry.proposal.by", equalTo("affairs"));
        confirmed
                .statusCode(200)
                .body("inquiry.state", equalTo("CLOSED"))
                .body("inquiry.proposal", nullValue())
                .body("inquiry.closing.finding", equalTo(finding.name()))
                .body("inquiry.closing.proposedBy", equalTo("affairs"))
                .body("inquiry.closing.by", equalTo("second-inspector"))
                .body("timeline.kind", hasItems("CLOSING_PROPOSED", "CLOSED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIRM", "REFUSE"})
    void letsNobodyDecideOnTheirOwnProposal(String decision) {
        // Given
        propose(AFFAIRS, id, "UNSUBSTANTIATED").statusCode(200);

        // Then
        decide(AFFAIRS, id, decision).statusCode(403).body("type", equalTo("/problems/four-eyes"));
    }

    @Test
    void isRefusedByTheDatabaseToo() {
        // Given
        propose(AFFAIRS, id, "UNSUBSTANTIATED").statusCode(200);

        // Then
        assertThatThrownBy(() -> database.execute("""
                        update inquiry set state = 'CLOSED', closed_by = proposed_by, closed_by_id = proposed_by_id,
                                           closed_at = now()
                        where id = ?
                        """, id)).hasStackTraceContaining("inquiry_four_eyes_check");
        assertThatThrownBy(() -> database.execute("""
                        update inquiry set state = 'CLOSED', closed_by = 'second', closed_at = now() where id = ?
                        """, id)).hasStackTraceContaining("inquiry_closing_check");
    }

    @Test
    void goesOnAfterARefusal() {
        // Given
        propose(AFFAIRS, id, "SUBSTANTIATED").statusCode(200);
        propose(SECOND, id, "UNSUBSTANTIATED").statusCode(409).body("type", equalTo("/problems/proposal-waits"));

        // When
        var refused = decide(SECOND, id, "REFUSE");

        // Then
        refused.statusCode(200)
                .body("inquiry.state", equalTo("OPEN"))
                .body("inquiry.proposal", nullValue())
                .body("timeline.kind", hasItem("CLOSING_REFUSED"));
        decide(SECOND, id, "CONFIRM").statusCode(409).body("type", equalTo("/problems/inquiry-out-of-turn"));
        propose(SECOND, id, "UNSUBSTANTIATED").statusCode(200);
        decide(AFFAIRS, id, "CONFIRM").statusCode(200);
    }

    @Test
    void isDecidedAboutWhatWasRead() {
        // Given
        propose(AFFAIRS, id, "SUBSTANTIATED").statusCode(200);
        var read = as(SECOND).get("/api/v1/inquiries/{id}", id).header("ETag");
        act(AFFAIRS, id, "/owner", "{}").statusCode(200);
        var decision = "{\"decision\": \"CONFIRM\", \"reason\": \"agreed\"}";

        // Then
        act(SECOND, id, "/closing/decision", decision).statusCode(428);
        as(SECOND)
                .header("If-Match", read)
                .body(decision)
                .post("/api/v1/inquiries/{id}/closing/decision", id)
                .then()
                .statusCode(412);
    }

    @Test
    void isFinal() {
        // Given
        propose(AFFAIRS, id, "UNSUBSTANTIATED");
        decide(SECOND, id, "CONFIRM").statusCode(200);

        // Then
        propose(AFFAIRS, id, "SUBSTANTIATED").statusCode(409).body("type", equalTo("/problems/inquiry-closed"));
        decide(AFFAIRS, id, "REFUSE").statusCode(409);
        act(AFFAIRS, id, "/owner", "{}").statusCode(409);
    }

    @Test
    void leavesNobodySuspendedWhoWasCleared() {
        // Given
        suspend();
        propose(AFFAIRS, id, "UNSUBSTANTIATED").statusCode(200);

        // When
        var cleared = decide(SECOND, id, "CONFIRM");

        // Then
        cleared.body("suspensions[0].lasting", equalTo(false))
                .body("suspensions[0].liftedBy", equalTo("second-inspector"))
                .body("timeline.kind", hasItem("SUSPENSION_LIFTED"));
    }

    @Test
    void leavesSuspendedWhoWasFoundGuilty() {
        // Given
        suspend();
        propose(AFFAIRS, id, "SUBSTANTIATED").statusCode(200);

        // Then
        decide(SECOND, id, "CONFIRM").body("suspensions[0].lasting", equalTo(true));
    }

    @Test
    void notesWhatTheReporterWasToldAndTellsNobodyElse() {
        // Given
        var answer = "{\"channel\": \"LETTER\", \"wording\": \"it was looked into\"}";
        act(AFFAIRS, id, "/reporter-answer", answer)
                .statusCode(409)
                .body("type", equalTo("/problems/inquiry-out-of-turn"));
        propose(AFFAIRS, id, "NOT_PROVABLE");
        decide(SECOND, id, "CONFIRM").statusCode(200);

        // When
        var noted = act(AFFAIRS, id, "/reporter-answer", answer);

        // Then
        noted.statusCode(200)
                .body("inquiry.reporterAnswer.channel", equalTo("LETTER"))
                .body("inquiry.reporterAnswer.by", equalTo("affairs"));
        isPublishedNowhere(id, database.one(UUID.class, "select dossier_id from inquiry where id = ?", id));
        assertThat(database.one(
                        Long.class,
                        "select count(*) from desk_change where cast(desk_change as text) like ?",
                        "%" + id + "%"))
                .isZero();
        assertThat(kafka.records(Topic.MISCONDUCT.deadLetterTopicName(SuiteService.DISPATCH)))
                .noneMatch(letter -> String.valueOf(letter.key()).equals(id.toString()));
    }

    /** What is published comes in its order: once a later incident is on its topic, all before it is on its own. */
    private void isPublishedNowhere(UUID... ids) {
        var texts = Stream.of(ids).map(UUID::toString).toList();
        var later = Story.incident(kafka);
        kafka.await(IncidentOpened.class, opened -> opened.incidentId().equals(later));
        for (var topic : Topic.values()) {
            if (!topic.isOfCompartment()) {
                assertThat(kafka.records(topic.topicName()))
                        .as(topic.topicName())
                        .extracting(InquiryClosingResourceTest::text)
                        .noneMatch(published -> texts.stream().anyMatch(published::contains));
            }
        }
    }

    private static String text(ConsumerRecord<String, byte[]> published) {
        return published.key() + (published.value() == null ? "" : new String(published.value(), UTF_8));
    }

    private void suspend() {
        act(AFFAIRS, id, "/suspensions", """
                {"person": "A.B.", "legalBasis": "statute, article 73", "beginsAt": "2026-01-01T00:00:00Z",
                 "endsAt": "%s"}""".formatted(Instant.now().plus(Duration.ofDays(30))))
                .statusCode(200);
    }
}
