package ma.balagh.platform.demo;

import static ma.balagh.platform.demo.SuiteClient.Target.ANALYSIS;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import ma.balagh.platform.demo.DemoStory.Filed;

/** Plays the whole story on a running suite and prints each step with the time it took. */
public final class DemoRunner {

    private static final Map<String, Object> PLACE =
            Map.of("place", "Boulevard Zerktouni, Casablanca", "latitude", 33.5883, "longitude", -7.6322);

    private static final Map<String, Object> MARKET = Map.of(
            "name", "Marché central", "latitude", 33.5953, "longitude", -7.6112, "reason", "Affluence au marché");

    private final SuiteClient suite;
    private final DemoStory story;
    private final CommandStory commanders;
    private final PrintStream out;

    public DemoRunner(SuiteAddresses addresses, PrintStream out) {
        this.suite = new SuiteClient(addresses);
        this.story = new DemoStory(suite);
        this.commanders = new CommandStory(suite);
        this.out = out;
    }

    /** The reports of a story that was played to its end. */
    public record Played(Filed robbery, Filed repost, Filed hoax, Filed bribe) {}

    /** @throws IllegalStateException when the suite does anything other than the story says */
    public Played play(StoryClips clips) {
        var unit = step("two units stand by", () -> {
            story.availableUnit("UNIT-2", 33.6100, -7.5200);
            return story.availableUnit("UNIT-1", 33.5890, -7.6280);
        });
        out.println("\n A robbery is filmed and published");
        var robbery = step(
                "partner-press files the report with its video",
                () -> story.file("partner-press", "Vol à l'arraché à Casablanca #زيرو_كريساج", clips.robbery(), PLACE));
        var dossierId = ready(robbery);
        concludeRobbery(robbery, dossierId);
        pursue(robbery, dossierId, unit);
        var played = new Played(robbery, repost(clips, dossierId), hoax(clips), misconduct(clips));
        secure();
        clocks();
        out.println("\n Each of these reports has its answer.");
        return played;
    }

    private void secure() {
        out.println("\n Before the next robbery");
        var plan = step("commander secures the central market in advance", () -> commanders.secure(MARKET));
        out.println(
                plan.isPresent()
                        ? "     patrol plan " + plan.get() + " is approved"
                        : "     no unit may work any longer today: no patrol plan");
    }

    private void tell(String incidentId) {
        var communique = step("commander drafts a communiqué about it", () -> commanders.draftCommunique(incidentId));
        step("commander2 approves it", () -> {
            commanders.approveCommunique(communique);
            return communique;
        });
        out.println("     « " + commanders.headline(communique) + " »");
    }

    private String ready(Filed filed) {
        return step("analysis has the dossier ready for a person", () -> story.readyDossier(filed))
                .path("id")
                .asText();
    }

    private void concludeRobbery(Filed robbery, String dossierId) {
        var proposal = step(
                "analyst proposes: presumed offence",
                () -> story.propose("analyst", dossierId, DemoStory.robbery(robbery, 3, PLACE)));
        step(
                "officer confirms",
                () -> story.decide("officer", dossierId, proposal, "CONFIRM").expect(200));
    }

    private void pursue(Filed robbery, String dossierId, String unit) {
        var incidentId = step("dispatch opens the incident", () -> story.incidentOf(dossierId))
                .path("id")
                .asText();
        step("the moment of the video is there, with faces hidden", () -> {
            story.still(dossierId);
            return dossierId;
        });
        step("dispatcher sees the units in order", () -> story.recommendations(incidentId));
        var assignment = step("dispatcher sends UNIT-1", () -> story.assign(incidentId, unit));
        for (var status : new String[] {"ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE"}) {
            step("unit1 reports: " + status.toLowerCase(Locale.ROOT).replace('_', ' '), () -> {
                story.progress("unit1", assignment, status);
                return status;
            });
        }
        step("dispatcher records the arrest", () -> {
            story.arrest(incidentId);
            return incidentId;
        });
        step("officer refers the case to the prosecutor", () -> {
            story.refer(incidentId);
            return incidentId;
        });
        answer("partner-press", robbery, "REFERRED");
        tell(incidentId);
    }

    private Filed repost(StoryClips clips, String knownDossierId) {
        out.println("\n The same video circulates again, re-encoded");
        var repost = step(
                "intake officer registers the copy",
                () -> story.file("intake", "Nouvelle agression ?", clips.copy(), Map.of()));
        var dossier = step("analysis has its dossier ready", () -> story.readyDossier(repost));
        var match = dossier.path("examinations").path(0).path("matches").path(0);
        if (!match.path("with").path("dossierId").asText().equals(knownDossierId)) {
            throw new IllegalStateException("the copy was not recognised: " + dossier);
        }
        var span = match.path("spans").path(0);
        out.printf(
                Locale.ROOT,
                "     seconds %.1f to %.1f show seconds %.1f to %.1f of the first video%n",
                span.path("from").asDouble(),
                span.path("to").asDouble(),
                span.path("otherFrom").asDouble(),
                span.path("otherTo").asDouble());
        conclude(
                dossier.path("id").asText(),
                Map.of(
                        "verdict", "KNOWN_CASE",
                        "reasons", "Même enregistrement que l'affaire déjà traitée",
                        "knownCase", knownDossierId));
        answer("intake", repost, "KNOWN_CASE");
        return repost;
    }

    private Filed hoax(StoryClips clips) {
        out.println("\n A false report");
        var hoax = step(
                "partner-press files it",
                () -> story.file("partner-press", "Agression filmée hier soir ?", clips.hoax(), Map.of()));
        conclude(ready(hoax), Map.of("verdict", "FALSE_REPORT", "reasons", "Scène tournée pour un court métrage"));
        answer("partner-press", hoax, "FALSE_REPORT");
        return hoax;
    }

    private Filed misconduct(StoryClips clips) {
        out.println("\n A filmed bribe");
        var bribe = step(
                "partner-press files it",
                () -> story.file("partner-press", "Un agent demande une رشوة", clips.misconduct(), PLACE));
        var dossierId = ready(bribe);
        conclude(dossierId, Map.of("verdict", "POLICE_MISCONDUCT", "reasons", "Remise d'argent visible à 0:04"));
        step(
                "for the analyst the dossier no longer exists (404)",
                () -> suite.get("analyst", ANALYSIS, "/dossiers/" + dossierId).expect(404));
        step(
                "internal affairs have their inquiry",
                () -> AnswerPoller.until(
                        "an inquiry is open for dossier " + dossierId,
                        Duration.ofMinutes(1),
                        () -> suite.get("affairs", DISPATCH, "/inquiries?limit=200")
                                .expect(200),
                        inquiries -> inquiries
                                .path("items")
                                .findValuesAsText("dossierId")
                                .contains(dossierId)));
        answer("partner-press", bribe, "FORWARDED");
        return bribe;
    }

    private void conclude(String dossierId, Map<String, Object> proposal) {
        var verdict =
                String.valueOf(proposal.get("verdict")).toLowerCase(Locale.ROOT).replace('_', ' ');
        var proposalId = step("officer proposes: " + verdict, () -> story.propose("officer", dossierId, proposal));
        step(
                "the proposer cannot confirm it himself (403)",
                () -> story.decide("officer", dossierId, proposalId, "CONFIRM").expect(403));
        step(
                "officer2 confirms",
                () -> story.decide("officer2", dossierId, proposalId, "CONFIRM").expect(200));
    }

    private void answer(String account, Filed filed, String kind) {
        var receipt = step("receipt " + filed.receipt() + " is answered", () -> story.answer(account, filed, kind));
        out.println("     « " + receipt.path("answer").path("text").path("fr").asText() + " »");
    }

    private void clocks() {
        out.println("\n The clocks (seconds)");
        out.printf("     %-46s %6s %8s %8s %8s%n", "stage", "count", "p50", "p95", "p99");
        for (JsonNode stage : suite.get("commander", DISPATCH, "/statistics/clocks")
                .expect(200)
                .path("stages")) {
            out.printf(
                    Locale.ROOT,
                    "     %-46s %6d %8.2f %8.2f %8.2f%n",
                    stage.path("stage").asText(),
                    stage.path("count").asInt(),
                    stage.path("p50").asDouble(),
                    stage.path("p95").asDouble(),
                    stage.path("p99").asDouble());
        }
    }

    private <T> T step(String what, Supplier<T> action) {
        var start = Instant.now();
        var result = action.get();
        out.printf(
                Locale.ROOT,
                "  ✓ %-62s %7d ms%n",
                what,
                Duration.between(start, Instant.now()).toMillis());
        return result;
    }
}
