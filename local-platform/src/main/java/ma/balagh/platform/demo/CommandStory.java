package ma.balagh.platform.demo;

import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What commanders do in the demo: they secure a place in advance, and tell the public. A step that was done before is left
 * out, as in {@link DemoStory}.
 */
public final class CommandStory {

    /** States of plans by which nobody will go. */
    private static final Set<String> GONE = Set.of("FAILED", "WITHDRAWN");

    private static final String TERRITORY = "MA-CAS";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration NIGHT = Duration.ofHours(6);
    private static final int VISITS = 4;
    private static final int REFUSED = 400;

    private final SuiteClient suite;

    public CommandStory(SuiteClient suite) {
        this.suite = suite;
    }

    /**
     * Has a plan approved by which units visit the place in the next six hours, where none has it.
     *
     * @param place {@code name}, {@code latitude} and {@code longitude}; may have a {@code reason}
     * @return the plan's id; empty where no unit may work in that time, as after twelve hours on duty
     */
    public Optional<String> secure(Map<String, Object> place) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var plan = planAhead(place, now).or(() -> makePlan(place, now));
        plan.ifPresent(this::approvePlan);
        return plan;
    }

    private Optional<String> planAhead(Map<String, Object> place, Instant now) {
        for (var plan : suite.get("commander", DISPATCH, "/patrol-plans?limit=50")
                .expect(200)
                .path("items")) {
            var id = plan.path("id").asText();
            boolean isAhead = Instant.parse(plan.path("to").asText()).isAfter(now)
                    && !GONE.contains(plan.path("state").asText());
            if (isAhead && places(id).contains(String.valueOf(place.get("name")))) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private List<String> places(String planId) {
        return suite.get("commander", DISPATCH, "/patrol-plans/" + planId)
                .expect(200)
                .path("spots")
                .findValuesAsText("name");
    }

    private Optional<String> makePlan(Map<String, Object> place, Instant now) {
        var from = now.toString();
        var until = now.plus(NIGHT).toString();
        var visited = new HashMap<>(place);
        visited.putAll(Map.of("from", from, "to", until, "visits", VISITS));
        var answer = suite.post(
                "commander",
                DISPATCH,
                "/patrol-plans",
                Map.of("jurisdiction", TERRITORY, "from", from, "to", until, "places", List.of(visited)));
        return answer.status() == REFUSED
                ? Optional.empty()
                : Optional.of(answer.expect(201).path("id").asText());
    }

    private void approvePlan(String planId) {
        var path = "/patrol-plans/" + planId;
        var solved = AnswerPoller.until(
                "patrol plan " + planId + " is solved",
                PATIENCE,
                () -> suite.get("commander", DISPATCH, path).expect(200),
                plan -> !plan.path("state").asText().equals("SOLVING"));
        if (solved.path("state").asText().equals("PROPOSED")) {
            approve(path);
        }
    }

    /** The answer may have been lost, and its repetition refused: what counts is what it is now. */
    private void approve(String path) {
        var answer = suite.postAfterReading("commander2", DISPATCH, path, path + "/approval", Map.of());
        var now = suite.get("commander2", DISPATCH, path).expect(200);
        if (!now.path("state").asText().equals("APPROVED")) {
            answer.expect(200);
        }
    }

    /** @return the id of the communiqué about that incident, a new draft where there is none */
    public String draftCommunique(String incidentId) {
        for (var row : suite.get("commander", DISPATCH, "/communiques?limit=50")
                .expect(200)
                .path("items")) {
            var id = row.path("id").asText();
            for (var about : communique(id).path("incidentIds")) {
                if (about.asText().equals(incidentId)) {
                    return id;
                }
            }
        }
        return suite.post(
                        "commander",
                        DISPATCH,
                        "/communiques",
                        Map.of("jurisdiction", TERRITORY, "kind", "CASE", "incidentIds", List.of(incidentId)))
                .expect(201)
                .path("id")
                .asText();
    }

    /** By another commander than the one who wrote it: from then on everybody reads it. */
    public void approveCommunique(String id) {
        if (communique(id).path("state").asText().equals("DRAFT")) {
            approve("/communiques/" + id);
        }
    }

    /** The first line of its French text. */
    public String headline(String id) {
        return communique(id)
                .path("texts")
                .path("fr")
                .asText()
                .lines()
                .findFirst()
                .orElse("");
    }

    private JsonNode communique(String id) {
        return suite.get("commander", DISPATCH, "/communiques/" + id).expect(200);
    }
}
