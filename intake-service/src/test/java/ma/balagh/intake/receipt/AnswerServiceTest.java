package ma.balagh.intake.receipt;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.OTHER_PARTNER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class AnswerServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    private final Database database;
    private final UUID dossier = IdGenerator.next();
    private final UUID verdict = IdGenerator.next();

    AnswerServiceTest(Database database) {
        this.database = database;
    }

    @Test
    void followsADossierFromExaminationToReferral() {
        // Given
        Filed filed = Filed.by(PARTNER);
        assertStatus(filed, "RECEIVED");
        // When, then
        kafka.publish(joined(filed));
        awaitStatus(filed, "UNDER_EXAMINATION");
        kafka.publish(reached(Verdict.PRESUMED_OFFENCE));
        awaitAnswer(filed, "PRESUMED_OFFENCE");
        kafka.publish(new IncidentResolved(
                IdGenerator.next(), dossier, OutcomeKind.ARRESTED, 2, NOW.plusSeconds(600), verdict));
        awaitAnswer(filed, "RESOLVED");
        as(PARTNER)
                .get("/api/v1/receipts/" + filed.receipt())
                .then()
                .body("status", equalTo("ANSWERED"))
                .body("answer.at", equalTo("2026-11-25T00:10:00.000Z"))
                .body("answer.text.ar", containsString("توقيف"))
                .body("answer.text.fr", containsString("interpellation"))
                .body("answer.text.en", containsString("arrest"));
        kafka.publish(new IncidentReferred(IdGenerator.next(), dossier, "TPI Casablanca", "2026/1", NOW, verdict));
        awaitAnswer(filed, "REFERRED");
        kafka.await(
                ReportAnswered.class,
                event -> event.reportId().equals(filed.id()) && event.kind() == AnswerKind.REFERRED);
    }

    @Test
    void answersWithTheNewestCorrectionOfAnOutcome() {
        // Given
        Filed filed = Filed.by(PARTNER);
        UUID incident = IdGenerator.next();
        kafka.publish(joined(filed));
        kafka.publish(reached(Verdict.PRESUMED_OFFENCE));
        kafka.publish(corrected(incident, OutcomeKind.IDENTIFIED_AT_LARGE, NOW.plusSeconds(1200)));
        awaitAnswer(filed, "RESOLVED");

        // When
        kafka.publish(new IncidentResolved(incident, dossier, OutcomeKind.ARRESTED, 1, NOW.plusSeconds(600), verdict));
        kafka.publish(corrected(incident, OutcomeKind.NOT_FOUND, NOW.plusSeconds(1800)));

        // Then
        await().untilAsserted(() -> as(PARTNER)
                .get("/api/v1/receipts/" + filed.receipt())
                .then()
                .body("answer.kind", equalTo("RESOLVED"))
                .body("answer.at", equalTo("2026-11-25T00:30:00.000Z")));
    }

    @Test
    void answersTheSameWhateverTopicIsFaster() {
        // Given
        Filed filed = Filed.by(PARTNER);
        // When
        kafka.publish(new IncidentResolved(
                IdGenerator.next(), dossier, OutcomeKind.NOT_FOUND, 0, NOW.minusSeconds(60), verdict));
        await().until(() -> answerOf(dossier).equals("RESOLVED"));
        kafka.publish(reached(Verdict.PRESUMED_OFFENCE));
        kafka.publish(joined(filed));
        // Then
        awaitAnswer(filed, "RESOLVED");
        assertThat(answerOf(dossier)).isEqualTo("RESOLVED");
    }

    @Test
    void appliesAnEventOnceHoweverOftenItComes() {
        // Given
        Filed filed = Filed.by(PARTNER);
        var eventId = IdGenerator.next();
        // When
        kafka.publish(joined(filed));
        kafka.publish(eventId, reached(Verdict.KNOWN_CASE));
        kafka.publish(eventId, reached(Verdict.KNOWN_CASE));
        Filed next = Filed.by(PARTNER);
        kafka.publish(joined(next));
        // Then
        awaitAnswer(filed, "KNOWN_CASE");
        awaitAnswer(next, "KNOWN_CASE");
        kafka.await(ReportAnswered.class, event -> event.reportId().equals(next.id()));
        assertThat(kafka.events(ReportAnswered.class).stream()
                        .filter(event -> event.reportId().equals(filed.id())))
                .hasSize(1);
    }

    @Test
    void toleratesTheRedeliveryAfterACrashBetweenCommitAndAcknowledgement() {
        // Given: the transaction of the first delivery is committed, and its inbox row with it
        Filed filed = Filed.by(PARTNER);
        var eventId = IdGenerator.next();
        kafka.publish(eventId, joined(filed));
        awaitStatus(filed, "UNDER_EXAMINATION");
        String tag = as(PARTNER).get("/api/v1/reports/" + filed.id()).header("ETag");
        // When: the broker, which never saw the acknowledgement, delivers again, and then something new
        kafka.publish(eventId, joined(filed));
        UUID marker = IdGenerator.next();
        kafka.publish(new ReportJoined(dossier, marker, NOW));
        // Then
        await().until(() -> isJoined(marker));
        assertThat(as(PARTNER).get("/api/v1/reports/" + filed.id()).header("ETag"))
                .isEqualTo(tag);
    }

    @Test
    void putsAsideWhatIsNoEventAndGoesOn() {
        // Given
        Filed filed = Filed.by(PARTNER);
        byte[] poison = {1, 2, 3};
        // When
        kafka.send(
                Topic.DOSSIERS.topicName(),
                dossier.toString(),
                poison,
                Map.of("ce_id", IdGenerator.next().toString(), "ce_type", "balagh.analysis.ReportJoined.v1"));
        kafka.publish(joined(filed));
        // Then
        awaitStatus(filed, "UNDER_EXAMINATION");
        kafka.awaitRecord(
                Topic.DOSSIERS.deadLetterTopicName(SuiteService.INTAKE),
                dead -> dossier.toString().equals(dead.key()));
    }

    @Test
    void putsAsideMisconductThatStrayedOntoTheCommonTopic() {
        // When
        kafka.publish(reached(Verdict.POLICE_MISCONDUCT));
        // Then
        kafka.awaitRecord(
                Topic.VERDICTS.deadLetterTopicName(SuiteService.INTAKE),
                dead -> dossier.toString().equals(dead.key()));
    }

    @Test
    void showsAReceiptToItsHolderAndToStaffOfItsJurisdictionOnly() {
        // Given
        Filed filed = Filed.by(PARTNER);
        String path = "/api/v1/receipts/" + filed.receipt();
        // Then
        as(PARTNER)
                .get(path.toLowerCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .body("answer", nullValue());
        as(ANALYST).get(path).then().statusCode(200);
        as(OTHER_PARTNER).get(path).then().statusCode(404);
        as(RABAT_OFFICER).get(path).then().statusCode(404);
        as(PARTNER).get("/api/v1/receipts/BLG-0000-0000-0000-0001").then().statusCode(404);
        as(PARTNER).get("/api/v1/receipts/anything").then().statusCode(404);
    }

    @Test
    void countsReportsWithoutAnAnswer() {
        // Given
        Filed.by(PARTNER);
        // Then
        await().untilAsserted(() -> assertThat(as(PARTNER).get("/q/metrics").asString())
                .containsPattern("(?m)^balagh_reports_unanswered\\{?.*\\}? [1-9]")
                .contains("balagh_reports_unanswered_oldest_seconds"));
    }

    private ReportJoined joined(Filed filed) {
        return new ReportJoined(dossier, filed.id(), NOW);
    }

    private VerdictReached reached(Verdict verdict) {
        return new VerdictReached(
                dossier,
                IdGenerator.next(),
                "MA-CAS",
                verdict,
                3,
                null,
                null,
                null,
                null,
                null,
                NOW.minusSeconds(60),
                NOW);
    }

    private static void awaitStatus(Filed filed, String status) {
        await().untilAsserted(() -> assertStatus(filed, status));
    }

    private static void assertStatus(Filed filed, String status) {
        as(PARTNER)
                .get("/api/v1/receipts/" + filed.receipt())
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }

    private static void awaitAnswer(Filed filed, String kind) {
        await().untilAsserted(() -> as(PARTNER)
                .get("/api/v1/receipts/" + filed.receipt())
                .then()
                .statusCode(200)
                .body("answer.kind", equalTo(kind)));
    }

    private String answerOf(UUID dossierId) {
        List<String> kinds =
                database.list(String.class, "select coalesce(answer_kind, '') from dossier where id = ?", dossierId);
        return kinds.isEmpty() ? "" : kinds.getFirst();
    }

    private boolean isJoined(UUID reportId) {
        return database.one(Boolean.class, "select exists (select from dossier_report where report_id = ?)", reportId);
    }

    private IncidentResolved corrected(UUID incident, OutcomeKind outcome, Instant at) {
        int persons = outcome == OutcomeKind.NOT_FOUND ? 0 : 1;
        return new IncidentResolved(incident, dossier, outcome, persons, NOW.plusSeconds(600), verdict, at);
    }
}
