package ma.balagh.platform.demo;

import static java.util.Map.entry;
import static ma.balagh.platform.demo.SuiteClient.Target.ANALYSIS;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of the story as the people of the suite take them, each one call or a short wait. Every step may be
 * repeated after a crash: it looks at what is there before it acts.
 */
public final class DemoStory {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double MARKED_SECOND = 1.5;

    private final SuiteClient suite;

    public DemoStory(SuiteClient suite) {
        this.suite = suite;
    }

    /** A report that was filed and its medium. */
    public record Filed(String reportId, String receipt, String evidenceId) {}

    /** Files a report as press monitoring does and uploads its video. */
    public Filed file(String account, String title, Path video, Map<String, Object> claim) {
        return file(account, title, "MA-CAS", video, claim);
    }

    /** The same for any territory. */
    public Filed file(String account, String title, String jurisdiction, Path video, Map<String, Object> claim) {
        return file(account, title, jurisdiction, video, claim, List.of());
    }

    /** The same, naming media by their addresses besides. */
    public Filed file(
            String account,
            String title,
            String jurisdiction,
            Path video,
            Map<String, Object> claim,
            List<String> mediaUrls) {
        var report = new HashMap<String, Object>();
        report.put("mediaUrls", mediaUrls);
        report.put("channel", account.startsWith("partner-") ? "PRESS" : "DESK");
        report.put("title", title);
        report.put("text", title);
        report.put("language", "fr");
        report.put(
                "publishedAt",
                Instant.now()
                        .minus(4, ChronoUnit.MINUTES)
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString());
        report.put("claim", claim);
        report.put("jurisdiction", jurisdiction);
        report.put("reporter", Map.of("name", "A. Témoin", "contact", "temoin@example.org"));
        var accepted = suite.post(account, INTAKE, "/reports", report).expect(201);
        var reportId = accepted.path("id").asText();
        var medium = suite.upload(account, reportId, video, "video/mp4").expect(201);
        return new Filed(
                reportId,
                accepted.path("receipt").asText(),
                medium.path("evidenceId").asText());
    }

    /** Waits until the dossier in which the evidence stands is ready for a person. */
    public JsonNode readyDossier(Filed filed) {
        return AnswerPoller.until(
                "the dossier of report " + filed.reportId() + " is ready",
                PATIENCE,
                () -> dossierOf(filed),
                dossier -> dossier.path("ready").asBoolean());
    }

    private JsonNode dossierOf(Filed filed) {
        var found = suite.get("analyst", ANALYSIS, "/dossiers?reportId=" + filed.reportId())
                .expect(200)
                .path("items");
        return found.isEmpty()
                ? found
                : dossier("analyst", found.path(0).path("id").asText());
    }

    public JsonNode dossier(String account, String dossierId) {
        return suite.get(account, ANALYSIS, "/dossiers/" + dossierId).expect(200);
    }

    /** @return the proposal's id */
    public String propose(String account, String dossierId, Map<String, Object> proposal) {
        return suite.post(account, ANALYSIS, "/dossiers/" + dossierId + "/verdict-proposals", proposal)
                .expect(201)
                .path("id")
                .asText();
    }

    /**
     * What is proposed for a robbery: what is to be seen, and the moment of its video that those who are sent are to see.
     *
     * @param place {@code place}, {@code latitude} and {@code longitude}, as a report claims them
     */
    public static Map<String, Object> robbery(Filed filed, int severity, Map<String, Object> place) {
        var proposal = new HashMap<>(place);
        proposal.put("verdict", "PRESUMED_OFFENCE");
        proposal.put("reasons", "Vol avec violence visible, images continues, lieu identifiable");
        proposal.put("severity", severity);
        proposal.put("placeCertainty", "PROBABLE");
        proposal.put(
                "facts",
                Map.ofEntries(
                        entry("offence", "ARMED_ROBBERY"),
                        entry(
                                "summary",
                                "Deux hommes à moto arrachent le téléphone d'une passante ; le passager montre un couteau."),
                        entry("suspects", 2),
                        entry("victims", 1),
                        entry("vehicle", Map.of("kind", "MOTORCYCLE", "colour", "noire")),
                        entry("weapon", "KNIFE"),
                        entry("direction", "vers le port"),
                        entry("dangerContinues", true)));
        proposal.put("still", Map.of("evidenceId", filed.evidenceId(), "at", MARKED_SECOND));
        return proposal;
    }

    /** Waits until the moment that the verdict marks is there, with faces hidden. */
    public void still(String dossierId) {
        AnswerPoller.until(
                "the still of dossier " + dossierId + " is ready",
                PATIENCE,
                () -> suite.get("dispatcher", ANALYSIS, "/dossiers/" + dossierId + "/still")
                        .body(),
                still -> still.path("state").asText().equals("READY"));
    }

    public SuiteClient.Answer decide(String account, String dossierId, String proposalId, String decision) {
        return suite.postAfterReading(
                account,
                ANALYSIS,
                "/dossiers/" + dossierId,
                "/dossiers/" + dossierId + "/verdict-proposals/" + proposalId + "/decision",
                Map.of("decision", decision, "reason", "Vu les constats et les images"));
    }

    /** @return the proposal's id */
    public String proposeToReopen(String account, String dossierId, String reason) {
        return suite.post(account, ANALYSIS, "/dossiers/" + dossierId + "/reopening", Map.of("reason", reason))
                .expect(201)
                .path("id")
                .asText();
    }

    public SuiteClient.Answer decideToReopen(String account, String dossierId, String reopeningId, String decision) {
        var dossier = "/dossiers/" + dossierId;
        return suite.postAfterReading(
                account,
                ANALYSIS,
                dossier,
                dossier + "/reopening/" + reopeningId + "/decision",
                Map.of("decision", decision, "reason", "Vu les pièces nouvelles"));
    }

    /** Makes the unit known where it is not, free and standing at a place. */
    public String availableUnit(String callSign, double latitude, double longitude) {
        var known = suite.get("dispatcher", DISPATCH, "/units?limit=200")
                .expect(200)
                .path("items");
        String unitId = null;
        for (var unit : known) {
            if (unit.path("callSign").asText().equals(callSign)) {
                unitId = unit.path("id").asText();
            }
        }
        if (unitId == null) {
            unitId = suite.post(
                            "dispatcher",
                            DISPATCH,
                            "/units",
                            Map.ofEntries(
                                    entry("callSign", callSign),
                                    entry("kind", "CAR"),
                                    entry("crew", 2),
                                    entry("jurisdiction", "MA-CAS"),
                                    entry("status", "AVAILABLE")))
                    .expect(201)
                    .path("id")
                    .asText();
        }
        suite.put(
                        "dispatcher",
                        DISPATCH,
                        "/units/" + unitId + "/position",
                        Map.of("latitude", latitude, "longitude", longitude, "at", now()))
                .expect(200);
        return unitId;
    }

    /**
     * A robbery that the press published and two people took for one.
     *
     * @param place {@code latitude} and {@code longitude}
     * @return the id of its incident
     */
    public String incident(Path video, int severity, Map<String, Object> place) {
        var filed = file("partner-press", "Vol à l'arraché", video, Map.of());
        var dossierId = readyDossier(filed).path("id").asText();
        var proposalId = propose("analyst", dossierId, robbery(filed, severity, place));
        decide("officer", dossierId, proposalId, "CONFIRM").expect(200);
        return incidentOf(dossierId).path("id").asText();
    }

    public JsonNode incidentOf(String dossierId) {
        return AnswerPoller.until(
                        "an incident is open for dossier " + dossierId,
                        PATIENCE,
                        () -> incidentsOf(dossierId),
                        incidents -> !incidents.isEmpty())
                .get(0);
    }

    /** Every incident that was ever opened for the dossier, among the newest 200. */
    public List<JsonNode> incidentsOf(String dossierId) {
        var incidents = new ArrayList<JsonNode>();
        for (var incident : suite.get("dispatcher", DISPATCH, "/incidents?limit=200")
                .expect(200)
                .path("items")) {
            if (incident.path("dossierId").asText().equals(dossierId)) {
                incidents.add(incident);
            }
        }
        return incidents;
    }

    public JsonNode recommendations(String incidentId) {
        return suite.get("dispatcher", DISPATCH, "/incidents/" + incidentId + "/recommendations")
                .expect(200);
    }

    /** @return the assignment's id */
    public String assign(String incidentId, String unitId) {
        var incident = "/incidents/" + incidentId;
        return suite.postAfterReading(
                        "dispatcher", DISPATCH, incident, incident + "/assignments", Map.of("unitId", unitId))
                .expect(201)
                .path("id")
                .asText();
    }

    public void progress(String account, String assignmentId, String status) {
        suite.post(account, DISPATCH, "/assignments/" + assignmentId + "/progress", Map.of("status", status))
                .expect(200);
    }

    public void arrest(String incidentId) {
        suite.post(
                        "dispatcher",
                        DISPATCH,
                        "/incidents/" + incidentId + "/outcome",
                        Map.of("kind", "ARRESTED", "persons", 1, "note", "Interpellé à proximité, objet retrouvé"))
                .expect(200);
    }

    public void refer(String incidentId) {
        suite.post(
                        "officer",
                        DISPATCH,
                        "/incidents/" + incidentId + "/referral",
                        Map.of(
                                "court",
                                "Tribunal de première instance de Casablanca",
                                "reference",
                                "TPI-CAS-2026/1",
                                "at",
                                now()))
                .expect(200);
    }

    /** Waits until the receipt shows an answer of that kind. */
    public JsonNode answer(String account, Filed filed, String kind) {
        return AnswerPoller.until(
                "receipt " + filed.receipt() + " is answered with " + kind,
                PATIENCE,
                () -> suite.get(account, INTAKE, "/receipts/" + filed.receipt()).expect(200),
                receipt -> receipt.path("answer").path("kind").asText().equals(kind));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
