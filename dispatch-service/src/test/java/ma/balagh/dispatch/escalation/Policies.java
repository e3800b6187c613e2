package ma.balagh.dispatch.escalation;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.as;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.dispatch.Story;
import ma.balagh.platform.test.KafkaProbe;

/** Policies that are set in tests, each for a territory that no other test has. */
public final class Policies {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Policies() {}

    public static String territory() {
        return "MA-CAS-T" + NEXT.incrementAndGet();
    }

    /** Every stage with the same target and steps. */
    public static Map<String, Object> everywhere(int target, List<Map<String, Object>> steps) {
        var stages = new ArrayList<Map<String, Object>>();
        for (var stage : IncidentStage.values()) {
            boolean sends = stage.compareTo(IncidentStage.ON_SCENE_TO_OUTCOME) < 0;
            stages.add(Map.of(
                    "stage",
                    stage,
                    "targetSeconds",
                    target,
                    "steps",
                    steps.stream()
                            .filter(step -> sends || !step.containsValue("NEXT_UNIT_PROPOSED"))
                            .toList()));
        }
        return Map.of("stages", stages);
    }

    static Map<String, Object> step(String step, int after) {
        return Map.of("step", step, "afterSeconds", after);
    }

    /** Stages last a second, and each further step follows a second later. */
    static Map<String, Object> ofSeconds() {
        return everywhere(1, List.of(step("NEXT_UNIT_PROPOSED", 1), step("SUPERVISOR", 2), step("COMMANDER", 3)));
    }

    /** @param territory with a query for one type */
    public static ValidatableResponse put(String territory, Map<String, Object> policy) {
        return as(COMMANDER)
                .header("If-Match", tag(territory))
                .body(policy)
                .put("/api/v1/escalation-policies/" + territory)
                .then();
    }

    static String tag(String territory) {
        return as(COMMANDER).get("/api/v1/escalation-policies/" + territory).header("ETag");
    }

    static UUID incident(KafkaProbe kafka, String territory) {
        var dossierId = IdGenerator.next();
        kafka.publish(verdict(dossierId, territory));
        return Story.incidentOf(dossierId);
    }

    public static VerdictReached verdict(UUID dossierId, String territory) {
        var usual = Story.verdict(dossierId, Verdict.PRESUMED_OFFENCE);
        return new VerdictReached(
                dossierId,
                usual.verdictId(),
                territory,
                usual.verdict(),
                usual.severity(),
                usual.place(),
                usual.latitude(),
                usual.longitude(),
                usual.occurredAt(),
                null,
                usual.proposedAt(),
                usual.confirmedAt());
    }
}
