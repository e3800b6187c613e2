package ma.balagh.dispatch.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.dispatch.Story.AFFAIRS;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.inquiryOf;
import static ma.balagh.dispatch.Story.misconduct;
import static ma.balagh.dispatch.inquiry.InquiryActs.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.EventType;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class InquiryResourceTest {

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void opensOneInquiryForMisconductAndItsDuplicate() {
        // Given
        var dossierId = IdGenerator.next();
        var eventId = IdGenerator.next();
        var misconduct = misconduct(dossierId);

        // When
        kafka.publish(eventId, misconduct);
        kafka.publish(eventId, misconduct);
        kafka.publish(misconduct);
        awaitEverythingBefore(dossierId);

        // Then
        assertThat(inquiriesOf(dossierId)).hasSize(1);
    }

    @Test
    void tellsNobodyElseThatThereIsAnInquiry() {
        // Given
        var dossierId = IdGenerator.next();

        // When
        kafka.publish(misconduct(dossierId));
        var id = inquiryOf(dossierId);

        // Then
        as(AFFAIRS).get("/api/v1/inquiries/{id}", id).then().statusCode(200).body("inquiry.state", equalTo("OPEN"));
        as(TestTokens.of("commander", Roles.COMMANDER, Roles.AUDITOR, Roles.DISPATCHER))
                .get("/api/v1/inquiries/{id}", id)
                .then()
                .statusCode(404);
        as(TestTokens.of("commander", Roles.COMMANDER, Roles.DISPATCHER))
                .get("/api/v1/incidents?limit=200")
                .then()
                .body("items.dossierId", not(hasItem(dossierId.toString())));
        as(TestTokens.of("rabat", Roles.INTERNAL_AFFAIRS).withJurisdictions("MA-RBA"))
                .get("/api/v1/inquiries/{id}", id)
                .then()
                .statusCode(404);
        assertThat(kafka.records(Topic.INCIDENTS.topicName()))
                .noneSatisfy(published ->
                        assertThat(new String(published.value(), UTF_8)).contains(dossierId.toString()));
    }

    @Test
    void remembersWhoReadAnInquiry() {
        // Given
        var dossierId = IdGenerator.next();
        kafka.publish(misconduct(dossierId));
        var id = inquiryOf(dossierId);
        var inspector = "inspector-" + id;

        // When
        as(TestTokens.of(inspector, Roles.INTERNAL_AFFAIRS))
                .get("/api/v1/inquiries/{id}", id)
                .then()
                .statusCode(200);

        // Then
        assertThat(consultations(id, inspector)).isEqualTo(1);
    }

    @Test
    void remembersWhoWasAnsweredWithAFile() {
        // Given
        var id = Story.inquiry(kafka);
        var inspector = "inspector-" + id;

        // When
        for (int i = 0; i < 2; i++) {
            as(TestTokens.of(inspector, Roles.INTERNAL_AFFAIRS))
                    .header("Idempotency-Key", "taking-" + id)
                    .body("{}")
                    .post("/api/v1/inquiries/{id}/owner", id)
                    .then()
                    .statusCode(200);
        }

        // Then
        assertThat(consultations(id, inspector)).isEqualTo(2);
    }

    @Test
    void remembersNoLookAtWhatDoesNotExist() {
        // Given
        var unknown = IdGenerator.next();

        // Then
        act(AFFAIRS, unknown, "/owner", "{}").statusCode(404);
        assertThat(consultations(unknown, "affairs")).isZero();
    }

    @Test
    void isTakenAndGivenOn() {
        // Given
        var id = Story.inquiry(kafka);

        // When
        var taken = act(AFFAIRS, id, "/owner", "{}");
        var given = act(AFFAIRS, id, "/owner", "{\"owner\": \"second.inspector\"}");

        // Then
        taken.statusCode(200).body("inquiry.owner", equalTo("affairs"));
        given.statusCode(200)
                .body("inquiry.owner", equalTo("second.inspector"))
                .body("timeline.kind", equalTo(List.of("OPENED", "OWNER_NAMED", "OWNER_NAMED")))
                .body("timeline.number", equalTo(List.of(1, 2, 3)))
                .body("timeline[2].by", equalTo("affairs"));
    }

    @Test
    void refusesAnActOnWhatWasReadEarlier() {
        // Given
        var id = Story.inquiry(kafka);
        var read = as(AFFAIRS).get("/api/v1/inquiries/{id}", id).header("ETag");
        act(AFFAIRS, id, "/owner", "{}").statusCode(200);

        // When
        var stale = as(AFFAIRS)
                .header("If-Match", read)
                .body("{}")
                .post("/api/v1/inquiries/{id}/owner", id)
                .then();

        // Then
        stale.statusCode(412);
    }

    @Test
    void doesOnceWhatIsSentTwice() {
        // Given
        var id = Story.inquiry(kafka);
        var key = IdGenerator.next().toString();

        // When
        for (int i = 0; i < 2; i++) {
            as(AFFAIRS)
                    .header("Idempotency-Key", key)
                    .body("{}")
                    .post("/api/v1/inquiries/{id}/owner", id)
                    .then()
                    .statusCode(200);
        }

        // Then
        as(AFFAIRS).get("/api/v1/inquiries/{id}", id).then().body("timeline", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            /owner           | {"owner": "two words"}                                     | owner
            /reporter-answer | {"channel": "NEWSPAPER", "wording": "told"}                | channel
            /reporter-answer | {"channel": "LETTER"}                                      | wording
            /hold            | {"reason": " "}                                            | reason
            /closing         | {"finding": "SUBSTANTIATED"}                               | reason
            /closing         | {"finding": "GUILTY", "reason": "seen"}                    | finding
            """)
    void namesTheFieldAtFault(String path, String body, String field) {
        act(AFFAIRS, IdGenerator.next(), path, body).statusCode(400).body("violations.field", hasItem(field));
    }

    private long consultations(UUID id, String inspector) {
        return database.one(Long.class, """
                select count(*) from inquiry_consultation
                where inquiry_id = ? and person_name = ?
                """, id, inspector);
    }

    private static List<String> inquiriesOf(UUID dossierId) {
        return as(AFFAIRS)
                .get("/api/v1/inquiries?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.dossierId == '%s' }.id".formatted(dossierId));
    }

    /** Events of one dossier are handled in order: once a last one has been put aside, all before it are done. */
    private void awaitEverythingBefore(UUID dossierId) {
        var last = "the last of " + dossierId;
        kafka.send(
                Topic.MISCONDUCT.topicName(),
                dossierId.toString(),
                last.getBytes(UTF_8),
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        IdGenerator.next().toString(),
                        "ce_source",
                        "analysis",
                        "ce_type",
                        EventType.MISCONDUCT_FOUND.typeName(),
                        "ce_subject",
                        dossierId.toString(),
                        "ce_time",
                        "2026-11-25T08:00:00Z"));
        kafka.awaitRecord(
                Topic.MISCONDUCT.deadLetterTopicName(SuiteService.DISPATCH),
                letter -> letter.value() != null && new String(letter.value(), UTF_8).equals(last));
    }
}
