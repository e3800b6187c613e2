package ma.balagh.analysis.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.examination.IdleLaboratory;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class DossierPlacementServiceTest {

    @Inject
    CaseFiles files;

    @Inject
    IdleLaboratory laboratory;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    private final UUID report = IdGenerator.next();
    private final UUID evidence = IdGenerator.next();

    @Test
    void opensOneDossierForANewEvidenceAndQueuesItsExamination() {
        // When
        kafka.publish(IntakeEvents.secured(evidence, report, "MA-CAS"));

        // Then
        ReportJoined joined =
                kafka.await(ReportJoined.class, event -> event.reportId().equals(report));
        DossierOpened opened =
                kafka.await(DossierOpened.class, event -> event.dossierId().equals(joined.dossierId()));
        assertThat(opened.jurisdiction()).isEqualTo("MA-CAS");
        assertThat(files.dossiersWith(evidence)).containsExactly(joined.dossierId());
        assertThat(laboratory.hasQueued(evidence)).isTrue();
    }

    @Test
    void keepsTheReportThatIsToldAfterItsEvidence() {
        // Given
        kafka.publish(IntakeEvents.secured(evidence, report, "MA-CAS"));
        await().until(() -> !files.dossiersOf(report).isEmpty());

        // When
        kafka.publish(IntakeEvents.report(report, "MA-CAS"));

        // Then
        await().until(() -> isDescribed(report));
        assertThat(files.dossiersOf(report)).hasSize(1);
    }

    @Test
    void handlesARedeliveredEventOnce() {
        // Given
        UUID eventId = IdGenerator.next();
        kafka.publish(eventId, IntakeEvents.secured(evidence, report, "MA-CAS"));
        await().until(() -> !files.dossiersOf(report).isEmpty());

        // When
        kafka.publish(eventId, IntakeEvents.secured(evidence, report, "MA-CAS"));
        UUID later = IdGenerator.next();
        kafka.publish(IntakeEvents.sighted(evidence, later, "MA-CAS"));
        await().until(() -> !files.dossiersOf(later).isEmpty());

        // Then
        UUID dossierId = files.dossiersWith(evidence).getFirst();
        assertThat(files.reportsIn(dossierId)).containsExactly(report, later);
        kafka.await(ReportJoined.class, event -> event.reportId().equals(later));
        assertThat(kafka.events(ReportJoined.class))
                .filteredOn(event -> event.reportId().equals(report))
                .hasSize(1);
    }

    @Test
    void putsAsideARecordThatIsNoEventAndGoesOn() {
        // When
        kafka.send(
                Topic.EVIDENCE.topicName(),
                evidence.toString(),
                "{\"evidenceId\": \"not an id\"}".getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", IdGenerator.next().toString(),
                        "ce_source", "intake",
                        "ce_type", "balagh.intake.EvidenceSecured.v1",
                        "ce_subject", evidence.toString()));
        kafka.publish(IntakeEvents.secured(evidence, report, "MA-CAS"));

        // Then
        await().until(() -> !files.dossiersWith(evidence).isEmpty());
        await().until(() -> kafka.deadLetters(Topic.EVIDENCE, SuiteService.ANALYSIS).stream()
                .anyMatch(letter -> evidence.toString().equals(letter.key())));
    }

    @Test
    void placesTheReportOfASightedEvidenceWithTheEvidence() {
        // Given
        CaseFiles.CaseFile known = files.open("MA-CAS");

        // When
        kafka.publish(IntakeEvents.sighted(known.evidenceId(), report, "MA-RAB"));

        // Then
        await().untilAsserted(() -> assertThat(files.dossiersOf(report)).containsExactly(known.dossierId()));
        assertThat(jurisdictionOf(known.dossierId())).isEqualTo("MA-CAS");
    }

    @Test
    void placesASecondEvidenceWithItsReport() {
        // Given
        CaseFiles.CaseFile known = files.open("MA-CAS");

        // When
        kafka.publish(IntakeEvents.secured(evidence, known.reportId(), "MA-CAS"));

        // Then
        await().untilAsserted(() -> assertThat(files.dossiersWith(evidence)).containsExactly(known.dossierId()));
    }

    @Test
    void placesAnEvidenceThatWasSightedBeforeItWasSecured() {
        // Given
        kafka.publish(IntakeEvents.sighted(evidence, report, "MA-CAS"));
        await().until(() -> !files.dossiersWith(evidence).isEmpty());
        UUID first = IdGenerator.next();

        // When
        kafka.publish(IntakeEvents.secured(evidence, first, "MA-CAS"));

        // Then
        await().until(() -> laboratory.hasQueued(evidence));
        await().untilAsserted(
                        () -> assertThat(files.dossiersOf(first)).containsExactlyElementsOf(files.dossiersOf(report)));
    }

    @Test
    void opensADossierForAReportWithoutMediaAfterTheGracePeriod() {
        // When
        kafka.publish(IntakeEvents.report(report, "MA-FES"));

        // Then
        ReportJoined joined =
                kafka.await(ReportJoined.class, event -> event.reportId().equals(report));
        assertThat(files.dossiersOf(report)).containsExactly(joined.dossierId());
        assertThat(isReady(joined.dossierId())).isTrue();
    }

    @Test
    void isReadyForAPersonOnceEveryExaminationEnded() {
        // Given
        CaseFiles.CaseFile file = files.open("MA-CAS");
        assertThat(isReady(file.dossierId())).isFalse();

        // When
        files.examine(file);

        // Then
        assertThat(isReady(file.dossierId())).isTrue();
        kafka.publish(IntakeEvents.secured(evidence, file.reportId(), "MA-CAS"));
        await().until(() -> !isReady(file.dossierId()));
        assertThat(query("select ready_at from dossier where dossier_id = ?", file.dossierId(), OffsetDateTime.class))
                .doesNotContainNull();
    }

    private boolean isReady(UUID dossierId) {
        return query("select ready from dossier where dossier_id = ?", dossierId, Boolean.class)
                .getFirst();
    }

    private boolean isDescribed(UUID reportId) {
        return query("select true from report where report_id = ?", reportId, Boolean.class)
                .contains(true);
    }

    private String jurisdictionOf(UUID dossierId) {
        return query("select jurisdiction from dossier where dossier_id = ?", dossierId, String.class)
                .getFirst();
    }

    private <T> List<T> query(String sql, UUID id, Class<T> type) {
        return database.list(type, sql, id);
    }
}
