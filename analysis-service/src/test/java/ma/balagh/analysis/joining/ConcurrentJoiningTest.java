package ma.balagh.analysis.joining;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** What people and replicas do at the same moment. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class ConcurrentJoiningTest {

    private static final Map<String, Object> FALSE_REPORT =
            Map.of("verdict", "FALSE_REPORT", "reasons", "Vu les constats et les images");

    @Inject
    CaseFiles files;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile first;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile second;

    @BeforeEach
    void openTwoDossiers() {
        first = files.open("MA-CAS");
        second = files.open("MA-CAS");
    }

    @RepeatedTest(5)
    void letsOneOfTwoJoinTheSameDossiersTheOneWayAndTheOther() throws Exception {
        // When
        List<Integer> answers = together(
                () -> ANALYST.joins(first.dossierId(), second.dossierId())
                        .extract()
                        .statusCode(),
                () -> ANALYST.joins(second.dossierId(), first.dossierId())
                        .extract()
                        .statusCode());

        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(files.dossiersOf(first.reportId()))
                .hasSize(1)
                .isEqualTo(files.dossiersOf(second.reportId()))
                .isEqualTo(files.dossiersWith(first.evidenceId()))
                .isEqualTo(files.dossiersWith(second.evidenceId()));
    }

    @RepeatedTest(5)
    void letsEitherProposeOrJoin() throws Exception {
        // When
        List<Integer> answers = together(
                () -> OFFICER.proposes(second.dossierId(), FALSE_REPORT)
                        .extract()
                        .statusCode(),
                () -> ANALYST.joins(first.dossierId(), second.dossierId())
                        .extract()
                        .statusCode());

        // Then
        assertThat(answers).isIn(List.of(201, 409), List.of(409, 200));
    }

    @RepeatedTest(5)
    void confirmsAndNeverJoinsWhatIsBeingConfirmed() throws Exception {
        // Given
        UUID proposal = ANALYST.proposes(second.dossierId(), "FALSE_REPORT");

        // When
        List<Integer> answers = together(
                () -> OFFICER.decides(second.dossierId(), proposal, "CONFIRM")
                        .extract()
                        .statusCode(),
                () -> ANALYST.joins(first.dossierId(), second.dossierId())
                        .extract()
                        .statusCode(),
                () -> ANALYST.joins(second.dossierId(), first.dossierId())
                        .extract()
                        .statusCode());

        // Then
        assertThat(answers).containsExactly(200, 409, 409);
    }

    @RepeatedTest(8)
    void losesNothingThatIsReportedWhileItJoins() throws Exception {
        // When: the same bytes again, further bytes of the same report, and the joining
        List<Object> results = together(
                () -> files.repeat(second.evidenceId(), "MA-CAS"),
                () -> files.bring(second.reportId(), "MA-CAS"),
                () -> ANALYST.joins(first.dossierId(), second.dossierId())
                        .extract()
                        .statusCode());

        // Then
        assertThat(results.getLast()).isEqualTo(200);
        assertThat(files.reportsIn(second.dossierId())).isEmpty();
        assertThat(files.dossiersOf((UUID) results.getFirst())).containsExactly(first.dossierId());
        assertThat(files.dossiersWith((UUID) results.get(1))).containsExactly(first.dossierId());
        assertThat(files.dossiersWith(second.evidenceId())).containsExactly(first.dossierId());
    }

    @SafeVarargs
    private static <T> List<T> together(Callable<? extends T>... work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(work.length);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = List.of(work).stream()
                    .map(task -> threads.submit((Callable<T>) () -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            for (Future<T> each : running) {
                each.get();
            }
            return running.stream().map(Future::resultNow).toList();
        }
    }
}
