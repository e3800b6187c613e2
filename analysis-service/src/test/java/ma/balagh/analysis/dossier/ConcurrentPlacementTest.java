package ma.balagh.analysis.dossier;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.intake.EvidenceEvent;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.RepeatedTest;

/** What several replicas do at the same moment, done by threads that start together. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class ConcurrentPlacementTest {

    private static final int REPLICAS = 8;

    @Inject
    DossierPlacementService placement;

    @Inject
    ReportArrivalService arrival;

    @Inject
    CaseFiles files;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @RepeatedTest(5)
    void opensOneDossierForOneEvidenceWithManyReports() throws Exception {
        // Given
        UUID evidence = IdGenerator.next();
        List<EvidenceEvent> events = new ArrayList<>();
        for (int i = 0; i < REPLICAS; i++) {
            events.add(
                    i == 0
                            ? IntakeEvents.secured(evidence, IdGenerator.next(), "MA-CAS")
                            : IntakeEvents.sighted(evidence, IdGenerator.next(), "MA-CAS"));
        }

        // When
        together(events.stream()
                .<Runnable>map(event -> () -> placement.apply(event))
                .toList());

        // Then
        assertThat(files.dossiersWith(evidence)).hasSize(1);
        assertThat(files.reportsIn(files.dossiersWith(evidence).getFirst())).hasSize(REPLICAS);
    }

    @RepeatedTest(5)
    void opensOneDossierForOneReportWithManyEvidences() throws Exception {
        // Given
        UUID report = IdGenerator.next();
        List<UUID> evidences =
                Stream.generate(IdGenerator::next).limit(REPLICAS).toList();

        // When
        together(evidences.stream()
                .<Runnable>map(evidence -> () -> placement.apply(IntakeEvents.secured(evidence, report, "MA-CAS")))
                .toList());

        // Then
        assertThat(files.dossiersOf(report)).hasSize(1);
        assertThat(evidences)
                .allSatisfy(evidence -> assertThat(files.dossiersWith(evidence)).isEqualTo(files.dossiersOf(report)));
    }

    @RepeatedTest(3)
    void opensOneDossierWhenSeveralSweepsMeetTheEvidence() throws Exception {
        // Given
        UUID report = IdGenerator.next();
        arrival.apply(IntakeEvents.report(report, "MA-CAS"));
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < REPLICAS; i++) {
            work.add(() -> await().until(() ->
                    !placement.placeOneOverdue() && !files.dossiersOf(report).isEmpty()));
        }
        work.add(() -> placement.apply(IntakeEvents.secured(IdGenerator.next(), report, "MA-CAS")));

        // When
        together(work);

        // Then
        List<UUID> dossiers = files.dossiersOf(report);
        assertThat(dossiers).hasSize(1);
        kafka.await(DossierOpened.class, opened -> opened.dossierId().equals(dossiers.getFirst()));
    }

    @RepeatedTest(5)
    void judgesInOneDossierWhatManyReportAfterAVerdictOfMisconduct() throws Exception {
        // Given
        CaseFile misconduct = files.open("MA-CAS");
        OFFICER.decides(
                        misconduct.dossierId(),
                        ANALYST.proposes(misconduct.dossierId(), "POLICE_MISCONDUCT"),
                        "CONFIRM")
                .statusCode(200);
        UUID first = files.bring(misconduct.reportId(), "MA-CAS");
        UUID second = files.bring(misconduct.reportId(), "MA-CAS");
        List<UUID> reports = Stream.generate(IdGenerator::next).limit(REPLICAS).toList();

        // When: each brings both, in the one order and the other, and none sees what is known
        together(Stream.of(first, second)
                .flatMap(evidence -> reports.stream()
                        .<Runnable>map(report -> () -> placement.apply(IntakeEvents.secured(
                                IdGenerator.next(), IntakeEvents.sha256(evidence), report, "MA-CAS"))))
                .toList());

        // Then
        assertThat(files.reportsIn(misconduct.dossierId())).containsExactly(misconduct.reportId());
        assertThat(List.of(first, second))
                .allSatisfy(
                        evidence -> assertThat(files.dossiersWith(evidence)).containsExactly(misconduct.dossierId()));
        assertThat(reports.stream()
                        .flatMap(report -> files.dossiersOf(report).stream())
                        .distinct())
                .hasSizeLessThanOrEqualTo(2)
                .doesNotContain(misconduct.dossierId());
    }

    private static void together(List<Runnable> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(work.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable task : work) {
                running.add(threads.submit(() -> {
                    start.await();
                    task.run();
                    return null;
                }));
            }
            for (Future<?> task : running) {
                task.get();
            }
        }
    }
}
