package ma.balagh.analysis.joining;

import static java.util.Objects.requireNonNull;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.lang.ScopedValue.CallableOp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierActService;
import ma.balagh.analysis.dossier.DossierReadinessService;
import ma.balagh.analysis.dossier.DossierService;
import ma.balagh.analysis.report.ReportCopyService;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.analysis.urgency.UrgencyService;
import ma.balagh.analysis.verdict.VerdictService;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.ReportSeparated;
import ma.balagh.messaging.Outbox;
import ma.balagh.persistence.ServiceWorkRunner;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock of another replica is fast: what is moved later is told as later all the same. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class TwoClocksTest {

    private static final Actor SOMEBODY = new Actor("subject", "analyst", "Une autre rue, un autre jour");

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @Inject
    DossierService dossiers;

    @Inject
    DossierActService acts;

    @Inject
    JoiningRepository repository;

    @Inject
    DossierReadinessService readiness;

    @Inject
    ReportCopyService reports;

    @Inject
    VerdictService verdicts;

    @Inject
    UrgencyService urgencies;

    @Inject
    Outbox outbox;

    @Inject
    ServiceWorkRunner serviceWork;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile first;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile second;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID own;

    @BeforeEach
    void joinAndSeparateByAFastClock() {
        first = files.open("MA-CAS");
        second = files.open("MA-CAS");
        var history = new DossierHistory(dossiers, acts, outbox, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        var joining = new JoiningService(dossiers, repository, readiness, history, verdicts, urgencies);
        var separation = new SeparationService(dossiers, repository, readiness, reports, history);
        inTransaction(() -> joining.join(lock(first.dossierId()), lock(second.dossierId()), SOMEBODY));
        own = requireNonNull(inTransaction(() -> separation.separate(
                        lock(first.dossierId()),
                        List.of(second.evidenceId()),
                        SOMEBODY,
                        ReportVisibility.common("MA-CAS")))
                .otherId());
    }

    @Test
    void separatesAfterAllThatWasMovedBefore() {
        // Given
        Instant before = separated(second.reportId(), first.dossierId()).separatedAt();
        assertThat(before).isAfter(Instant.now().plus(Duration.ofMinutes(30)));
        ANALYST.joins(first.dossierId(), own).statusCode(200);
        Instant merged = kafka.await(
                        DossiersMerged.class, event -> event.dossierId().equals(own))
                .mergedAt();
        assertThat(merged).isAfter(before);

        // When
        UUID further = separated(second.evidenceId());

        // Then
        ReportSeparated again = kafka.await(
                ReportSeparated.class, event -> event.intoDossierId().equals(further));
        assertThat(again.separatedAt()).isAfter(merged);
    }

    @Test
    void joinsByItselfAfterTheSeparation() {
        // When
        files.bring(second.reportId(), "MA-CAS", first);

        // Then
        ReportJoined joined = kafka.await(
                ReportJoined.class,
                event -> event.dossierId().equals(first.dossierId())
                        && event.reportId().equals(second.reportId()));
        assertThat(joined.joinedAt())
                .isAfter(separated(second.reportId(), first.dossierId()).separatedAt());
    }

    @Test
    void attachesAfterAllThatWasMovedBefore() {
        // When
        UUID waiting = files.waiting("MA-CAS");
        ANALYST.attaches(first.dossierId(), List.of(waiting)).statusCode(200);

        // Then
        ReportJoined joined =
                kafka.await(ReportJoined.class, event -> event.reportId().equals(waiting));
        assertThat(joined.joinedAt())
                .isAfter(separated(second.reportId(), first.dossierId()).separatedAt());
    }

    @Test
    void joinsAfterTheReportsThatCameByAFastClock() {
        // Given
        CaseFile early = files.open("MA-CAS");
        CaseFile late = files.open("MA-CAS");
        database.execute(
                "update dossier_report set joined_at = joined_at + interval '1 hour' where dossier_id = ?",
                late.dossierId());

        // When
        ANALYST.joins(early.dossierId(), late.dossierId()).statusCode(200);

        // Then
        DossiersMerged merged =
                kafka.await(DossiersMerged.class, event -> event.dossierId().equals(late.dossierId()));
        assertThat(merged.mergedAt()).isAfter(Instant.now().plus(Duration.ofMinutes(30)));
    }

    private ReportSeparated separated(UUID report, UUID from) {
        return kafka.await(
                ReportSeparated.class,
                event -> event.dossierId().equals(from) && event.reportId().equals(report));
    }

    private UUID separated(UUID evidence) {
        String location = ANALYST.separates(first.dossierId(), evidence)
                .statusCode(201)
                .extract()
                .header("Location");
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private Dossier lock(UUID id) {
        return dossiers.lock(id).orElseThrow();
    }

    private <T> T inTransaction(CallableOp<T, RuntimeException> work) {
        return QuarkusTransaction.requiringNew().call(() -> serviceWork.call(work));
    }
}
