package ma.balagh.analysis.dossier;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.contracts.intake.ReportErased;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class ReportConsumerTest {

    @Inject
    CaseFiles files;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    private final UUID report = IdGenerator.next();

    @Test
    void showsWhatTheReceiptAnswers() {
        // Given
        CaseFiles.CaseFile file = files.open("MA-CAS");

        // When
        kafka.publish(new ReportAnswered(
                file.reportId(), "MA-CAS", AnswerKind.FORWARDED, IntakeEvents.SECURED_AT.plusSeconds(60)));

        // Then
        await().untilAsserted(() -> ANALYST.reads(file.dossierId())
                .body("reports[0].answer.kind", equalTo("FORWARDED"))
                .body("reports[0].answer.at", equalTo("2026-11-24T08:31:02.456Z")));
    }

    @Test
    void showsNoAnswerThatWasWithdrawn() {
        // Given
        CaseFiles.CaseFile file = files.open("MA-CAS");
        var answered = new ReportAnswered(
                file.reportId(), "MA-CAS", AnswerKind.PRESUMED_OFFENCE, IntakeEvents.SECURED_AT.plusSeconds(60));
        kafka.publish(answered);
        await().untilAsserted(() ->
                ANALYST.reads(file.dossierId()).body("reports[0].answer.kind", equalTo("PRESUMED_OFFENCE")));

        // When: the answer is told once more afterwards
        kafka.publish(new AnswerWithdrawn(file.reportId(), "MA-CAS", IntakeEvents.SECURED_AT.plusSeconds(120)));
        await().untilAsserted(() -> ANALYST.reads(file.dossierId()).body("reports[0].answer", nullValue()));
        kafka.publish(answered);

        // Then
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> ANALYST.reads(file.dossierId()).body("reports[0].answer", nullValue()));
    }

    @Test
    void forgetsWhatAnErasedReportSaid() {
        // Given
        UUID eventId = IdGenerator.next();
        kafka.publish(eventId, IntakeEvents.report(report, "MA-CAS"));
        await().until(() -> !files.dossiersOf(report).isEmpty());
        UUID dossier = files.dossiersOf(report).getFirst();
        ANALYST.reads(dossier).body("reports[0].text", notNullValue());

        // When
        kafka.publish(new ReportErased(report, "MA-CAS", IntakeEvents.SECURED_AT.plusSeconds(60)));

        // Then
        await().untilAsserted(() -> ANALYST.reads(dossier)
                .body("reports[0].id", equalTo(report.toString()))
                .body("reports[0].text", nullValue())
                .body("reports[0].title", nullValue())
                .body("reports[0].url", nullValue())
                .body("reports[0].claim", nullValue()));
    }

    @Test
    void keepsNoWordsOfAReportThatIsToldOfAfterItsErasure() {
        // When: its description was put aside, and is handed in again much later
        kafka.publish(new ReportErased(report, "MA-CAS", IntakeEvents.SECURED_AT.plusSeconds(60)));
        kafka.publish(IntakeEvents.report(report, "MA-CAS"));

        // Then
        await().until(() -> !files.dossiersOf(report).isEmpty());
        ANALYST.reads(files.dossiersOf(report).getFirst())
                .body("reports[0].text", nullValue())
                .body("reports[0].claim", nullValue());
    }

    @Test
    void opensOneDossierForARedeliveredReport() {
        // Given
        UUID eventId = IdGenerator.next();
        kafka.publish(eventId, IntakeEvents.report(report, "MA-CAS"));
        await().until(() -> !files.dossiersOf(report).isEmpty());

        // When
        kafka.publish(eventId, IntakeEvents.report(report, "MA-CAS"));
        UUID next = IdGenerator.next();
        kafka.publish(IntakeEvents.report(next, "MA-CAS"));
        await().until(() -> !files.dossiersOf(next).isEmpty());

        // Then
        ANALYST.reads(files.dossiersOf(report).getFirst()).body("reports.id", contains(report.toString()));
    }

    @Test
    void putsAsideARecordThatIsNoEvent() {
        // When
        kafka.send(
                Topic.REPORTS.topicName(),
                report.toString(),
                "no json".getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", IdGenerator.next().toString(),
                        "ce_source", "intake",
                        "ce_type", "balagh.intake.ReportReceived.v1",
                        "ce_subject", report.toString()));
        kafka.publish(IntakeEvents.report(report, "MA-CAS"));

        // Then
        await().until(() -> !files.dossiersOf(report).isEmpty());
        await().until(() -> kafka.deadLetters(Topic.REPORTS, SuiteService.ANALYSIS).stream()
                .anyMatch(letter -> report.toString().equals(letter.key())));
    }
}
