package ma.balagh.desk;

import static ma.balagh.platform.demo.SuiteClient.Target.ANALYSIS;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.demo.DemoStory;
import ma.balagh.platform.demo.DemoStory.Filed;
import ma.balagh.platform.demo.StoryClips;

/** From the answer to a told outcome until the reporter's receipt says so, and until the dossier does. */
final class OutcomeDelayBenchmark {

    private static final int TIMES = 20;
    private static final double MOST = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DeskCityBuilder city;
    private final DemoStory story;
    private final List<Double> toReceipt = new ArrayList<>();
    private final List<Double> toDossier = new ArrayList<>();
    private final List<Double> oneRead = new ArrayList<>();

    private OutcomeDelayBenchmark(DeskCityBuilder city) {
        this.city = city;
        story = city.story();
    }

    static BarTable measure(DeskCityBuilder city, Path data) {
        var delay = new OutcomeDelayBenchmark(city);
        for (int time = 0; time < TIMES; time++) {
            delay.tell(StoryClips.film(data, 1_000 + time));
        }
        return BarTable.of("From an outcome that was told", "ms")
                .baseline("one read of a receipt", delay.oneRead)
                .judged("to the reporter's receipt", delay.toReceipt, 0.95, MOST)
                .judged("to the dossier", delay.toDossier, 0.95, MOST);
    }

    private void tell(Path clip) {
        var filed = story.file("partner-press", "Vol à l'arraché", clip, Map.of());
        var dossierId = story.readyDossier(filed).path("id").asText();
        var proposal = Map.<String, Object>of(
                "verdict",
                "PRESUMED_OFFENCE",
                "reasons",
                "Images continues",
                "severity",
                3,
                "latitude",
                33.59,
                "longitude",
                -7.62);
        story.decide("officer", dossierId, story.propose("analyst", dossierId, proposal), "CONFIRM")
                .expect(200);
        var incidentId = story.incidentOf(dossierId).path("id").asText();
        var unitId = story.availableUnit("UNIT-1", 33.59, -7.62);
        var assignmentId = story.assign(incidentId, unitId);
        for (var status : List.of("ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE")) {
            story.progress("unit1", assignmentId, status);
        }
        story.arrest(incidentId);
        long told = System.nanoTime();
        await(filed, dossierId, told);
        story.progress("unit1", assignmentId, "CLEARED");
    }

    private void await(Filed filed, String dossierId, long told) {
        var receipt = CompletableFuture.supplyAsync(() -> {
            AnswerPoller.until("the receipt", PATIENCE, () -> receipt(filed), "RESOLVED"::equals);
            return (System.nanoTime() - told) / 1e6;
        });
        AnswerPoller.until("the dossier", PATIENCE, () -> outcome(dossierId), "ARRESTED"::equals);
        toDossier.add((System.nanoTime() - told) / 1e6);
        toReceipt.add(receipt.join());
        long start = System.nanoTime();
        receipt(filed);
        oneRead.add((System.nanoTime() - start) / 1e6);
    }

    private String receipt(Filed filed) {
        return city.client()
                .get("partner-press", INTAKE, "/receipts/" + filed.receipt())
                .expect(200)
                .path("answer")
                .path("kind")
                .asText();
    }

    private String outcome(String dossierId) {
        return city.client()
                .get("analyst", ANALYSIS, "/dossiers/" + dossierId)
                .expect(200)
                .path("incident")
                .path("outcome")
                .asText();
    }
}
