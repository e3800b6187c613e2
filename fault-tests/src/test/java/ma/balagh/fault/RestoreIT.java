package ma.balagh.fault;

import static ma.balagh.platform.demo.SuiteClient.Target.ANALYSIS;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import ma.balagh.platform.backup.BackupRestorer;
import ma.balagh.platform.backup.BackupWriter;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.demo.DemoStory.Filed;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.service.CustodyProofLauncher;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The runbook "Restore from a backup" on a suite at work: backed up, destroyed, restored, and at work again. */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
final class RestoreIT {

    private static final ProgressListener PROGRESS = message -> System.out.println("[backup] " + message);
    private static final Map<String, Object> OFFENCE =
            Map.of("verdict", "PRESUMED_OFFENCE", "reasons", "Vol avec violence visible", "severity", 2);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Outside of what is destroyed. */
    @TempDir
    private Path directory;

    private final AtomicBoolean going = new AtomicBoolean(true);
    private final Queue<Filed> filed = new ConcurrentLinkedQueue<>();

    @Test
    void losesNothingThatWasAcknowledgedBeforeTheBackup(Running suite) throws Exception {
        // Given: an incident, and people who file reports without a break
        var story = suite.story();
        var robbery = story.file("partner-press", "Vol avant la sauvegarde", suite.newClip(), Map.of());
        var dossierId = story.readyDossier(robbery).path("id").asText();
        var proposal = story.propose("analyst", dossierId, OFFENCE);
        story.decide("officer", dossierId, proposal, "CONFIRM").expect(200);
        story.incidentOf(dossierId);
        List<Filed> acknowledged;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var filing = threads.submit(() -> fileWithoutABreak(suite));
            while (filed.size() < 8) {
                Thread.sleep(20);
            }

            // When
            acknowledged = List.copyOf(filed);
            BackupWriter.of(suite.suite(), PROGRESS).make(directory.resolve("backup"));
            going.set(false);
            filing.get();
        }
        suite.destroy();
        new BackupRestorer(suite.suite(), PROGRESS).from(directory.resolve("backup"));
        suite.up();

        // Then
        assertThat(filed.stream().filter(report -> isThere(suite, report))).containsAll(acknowledged);
        assertThat(filed).filteredOn(report -> isThere(suite, report)).allSatisfy(report -> {
            assertIsIntact(suite, report);
            awaitDossier(suite, report);
        });
        // By now also what was delivered a second time has been handled.
        assertThat(filed)
                .filteredOn(report -> isThere(suite, report))
                .allSatisfy(report -> assertThat(dossiersOf(suite, report)).hasSize(1));
        assertThat(story.incidentsOf(dossierId)).hasSize(1);
        var proof = new ArrayList<String>();
        assertThat(new CustodyProofLauncher(suite.suite().workplace()).run(proof::add))
                .as(String.join(System.lineSeparator(), proof))
                .isTrue();
        story.answer("partner-press", robbery, "PRESUMED_OFFENCE");
        story.readyDossier(story.file("partner-press", "Après la perte", suite.newClip(), Map.of()));
    }

    private int fileWithoutABreak(Running suite) throws Exception {
        var story = suite.story();
        for (var number = 0; going.get(); number++) {
            var film = Files.write(directory.resolve(number + ".mp4"), Press.film(2_000_000 + number));
            filed.add(story.file("partner-press", "Pendant la sauvegarde", film, Map.of()));
        }
        return filed.size();
    }

    /** With its medium; between the two, a report may have been alone at that moment. */
    private static boolean isThere(Running suite, Filed report) {
        var found = suite.client().get("partner-press", INTAKE, "/reports/" + report.reportId());
        return found.status() == 200
                && found.body().path("media").findValuesAsText("evidenceId").contains(report.evidenceId());
    }

    private static void assertIsIntact(Running suite, Filed report) {
        var custody = suite.client()
                .get("intake", INTAKE, "/evidence/" + report.evidenceId() + "/custody")
                .expect(200);
        assertThat(custody.path("intact").asBoolean()).isTrue();
        assertThat(custody.path("items").findValuesAsText("action")).containsOnlyOnce("SECURED");
    }

    /** Also of what was on its way between the services at that moment. */
    private static void awaitDossier(Running suite, Filed report) {
        AnswerPoller.until(
                "report " + report.reportId() + " has a dossier",
                PATIENCE,
                () -> dossiersOf(suite, report),
                found -> !found.isEmpty());
    }

    private static JsonNode dossiersOf(Running suite, Filed report) {
        return suite.client()
                .get("analyst", ANALYSIS, "/dossiers?reportId=" + report.reportId())
                .expect(200)
                .path("items");
    }
}
