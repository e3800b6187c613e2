package ma.balagh.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.platform.demo.SuiteClient.Target.ANALYSIS;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.demo.DemoStory.Filed;
import ma.balagh.platform.test.SuiteUnderTest.Running;

/**
 * One thing of each collection that some may not see, all of one case in Rabat.
 *
 * @param ids by the collection's name in paths
 */
record Hidden(Map<String, String> ids) {

    static final String TERRITORY = "MA-RBA";
    static final String CALL_SIGN = "UNIT-FAR";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> OF_INQUIRIES = List.of("inquiries", "steps", "hearings", "suspensions");

    /** An offence, with the unit that was sent; and the inquiry of another case, which only misconduct has. */
    static Hidden elsewhere(Running suite, Hidden misconduct) throws IOException, InterruptedException {
        var ids = offence(suite, CALL_SIGN);
        for (var collection : OF_INQUIRIES) {
            ids.put(collection, misconduct.id(collection));
        }
        return new Hidden(Map.copyOf(ids));
    }

    /** One thing of each collection but of inquiries. */
    static Map<String, String> offence(Running suite, String callSign) throws IOException, InterruptedException {
        var story = suite.story();
        var ids = new HashMap<>(concluded(
                suite,
                suite.newClip(),
                Map.of("verdict", "PRESUMED_OFFENCE", "reasons", "Vol avec violence visible", "severity", 2)));
        var incident = story.incidentOf(of(ids, "dossiers")).path("id").asText();
        var unit = suite.client()
                .post(
                        "dispatcher",
                        DISPATCH,
                        "/units",
                        Map.of("callSign", callSign, "kind", "CAR", "crew", 2, "jurisdiction", TERRITORY))
                .expect(201)
                .path("id")
                .asText();
        ids.put("incidents", incident);
        ids.put("units", unit);
        ids.put("assignments", story.assign(incident, unit));
        // Named by its unit: of an incident that is hidden nobody learns who is planned.
        ids.put("planned-units", unit);
        ids.put("rights", "1");
        ids.put("road-closures", roadClosure(suite));
        ids.put("run-cards", runCard(suite, TERRITORY + "-" + callSign.substring(callSign.indexOf('-') + 1)));
        ids.put("communiques", communique(suite));
        ids.put("patrol-plans", patrolPlan(suite, unit));
        ids.put("patrol-visits", patrolVisit(suite, of(ids, "patrol-plans")));
        ids.put("help-requests", helpRequest(suite));
        ids.put("reopening", story.proposeToReopen("officer", of(ids, "dossiers"), "Un témoin est revenu"));
        var source = HiddenSource.in(TERRITORY, suite);
        ids.put("sources", source.id());
        ids.put("items", source.itemId());
        return ids;
    }

    /** What a neighbour asks of that territory. */
    private static String helpRequest(Running suite) throws IOException, InterruptedException {
        var until = Instant.now().plus(Duration.ofHours(1)).toString();
        return suite.client()
                .post(
                        "dispatcher",
                        DISPATCH,
                        "/help-requests",
                        Map.of("asking", "MA-FES", "asked", TERRITORY, "reason", "Crue", "until", until))
                .expect(201)
                .path("id")
                .asText();
    }

    /** A filmed bribe, since internal affairs alone may know of it. */
    static Hidden misconduct(Running suite) throws IOException, InterruptedException {
        var story = suite.story();
        var ids = new HashMap<>(concluded(
                suite, suite.newClip(), Map.of("verdict", "POLICE_MISCONDUCT", "reasons", "Remise d'argent visible")));
        var dossier = of(ids, "dossiers");
        // No finding of misconduct is reopened: an id that nothing has.
        ids.put("reopening", UUID.randomUUID().toString());
        story.answer("affairs", new Filed(of(ids, "reports"), of(ids, "receipts"), of(ids, "evidence")), "FORWARDED");
        AnswerPoller.until(
                "an inquiry is open",
                PATIENCE,
                () -> suite.client()
                        .get("affairs", DISPATCH, "/inquiries?limit=200")
                        .expect(200)
                        .path("items"),
                inquiries -> {
                    for (var inquiry : inquiries) {
                        if (inquiry.path("dossierId").asText().equals(dossier)) {
                            ids.put("inquiries", inquiry.path("id").asText());
                        }
                    }
                    return ids.containsKey("inquiries");
                });
        fillInquiry(suite, ids);
        return new Hidden(Map.copyOf(ids));
    }

    private static void fillInquiry(Running suite, Map<String, String> ids) throws IOException, InterruptedException {
        var inquiry = of(ids, "inquiries");
        var later = Instant.now().plus(Duration.ofHours(1)).toString();
        ids.put("steps", part(suite, inquiry, "steps", Map.of("title", "Planning du barrage", "dueAt", later)));
        ids.put(
                "hearings",
                part(
                        suite,
                        inquiry,
                        "hearings",
                        Map.of("role", "WITNESS", "person", "T-1", "place", "Rabat", "scheduledAt", later)));
        ids.put(
                "suspensions",
                part(
                        suite,
                        inquiry,
                        "suspensions",
                        Map.of(
                                "person",
                                "A.B.",
                                "legalBasis",
                                "Statut, article 73",
                                "beginsAt",
                                Instant.now().toString(),
                                "endsAt",
                                later)));
    }

    private static String part(Running suite, String inquiry, String collection, Map<String, String> command)
            throws IOException, InterruptedException {
        return suite.client()
                .post("affairs", DISPATCH, "/inquiries/%s/%s".formatted(inquiry, collection), command)
                .expect(200)
                .path(collection)
                .path(0)
                .path("id")
                .asText();
    }

    private static Map<String, String> concluded(Running suite, Path video, Map<String, Object> verdict)
            throws IOException, InterruptedException {
        var story = suite.story();
        var filed = story.file(
                "intake", "Scène à Rabat", TERRITORY, video, Map.of(), List.of("https://media.invalid/film.mp4"));
        var link = suite.client()
                .get("intake", INTAKE, "/reports/" + filed.reportId())
                .expect(200)
                .path("mediaUrls")
                .path(0)
                .path("id")
                .asText();
        var upload = upload(suite, filed.reportId());
        // Two, because one of them is lifted by whoever may.
        var hold = hold(suite, "REPORT", filed.reportId());
        hold(suite, "EVIDENCE", filed.evidenceId());
        var dossier = story.readyDossier(filed);
        var dossierId = dossier.path("id").asText();
        var known = suite.client()
                .post(
                        "analyst",
                        ANALYSIS,
                        "/known-footage",
                        Map.of(
                                "evidenceId", filed.evidenceId(),
                                "kind", "CASE",
                                "reference", "RBA-1",
                                "summary", "Scène connue"))
                .expect(201)
                .path("id")
                .asText();
        var examination = dossier.path("examinations").path(0).path("id").asText();
        var rendition = rendition(suite, examination);
        var proposal = story.propose("analyst", dossierId, verdict);
        story.decide("officer", dossierId, proposal, "CONFIRM").expect(200);
        return Map.ofEntries(
                Map.entry("reports", filed.reportId()),
                Map.entry("receipts", filed.receipt()),
                Map.entry("uploads", upload),
                Map.entry("evidence", filed.evidenceId()),
                Map.entry("media-links", link),
                Map.entry("legal-holds", hold),
                Map.entry("dossiers", dossierId),
                Map.entry("verdict-proposals", proposal),
                Map.entry("examinations", examination),
                Map.entry("renditions", rendition),
                Map.entry("frames", "0"),
                Map.entry("known-footage", known));
    }

    /** Another medium of the report, of which nothing has come yet. */
    private static String upload(Running suite, String reportId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(suite.client().uri(INTAKE, "/api/v1/uploads"))
                .header("Authorization", "Bearer " + suite.client().token("intake"))
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "1000")
                .header("Upload-Metadata", "reportId " + Base64.getEncoder().encodeToString(reportId.getBytes(UTF_8)))
                .POST(BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var location = http.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    private static String roadClosure(Running suite) {
        return suite.client()
                .post(
                        "dispatcher",
                        DISPATCH,
                        "/road-closures",
                        Map.of(
                                "jurisdiction",
                                TERRITORY,
                                "reason",
                                "Travaux",
                                "geometry",
                                Map.of(
                                        "type",
                                        "LineString",
                                        "coordinates",
                                        List.of(List.of(-6.84, 34.01), List.of(-6.84, 34.02)))))
                .expect(201)
                .path("id")
                .asText();
    }

    /** A draft with something in it that the check finds. */
    private static String communique(Running suite) {
        return suite.client()
                .post(
                        "commander",
                        DISPATCH,
                        "/communiques",
                        Map.of(
                                "jurisdiction",
                                TERRITORY,
                                "kind",
                                "STATEMENT",
                                "texts",
                                Map.of(
                                        "ar",
                                        "بلاغ للعموم في القضية",
                                        "fr",
                                        "0612345678 est le numéro du poste",
                                        "en",
                                        "A text for the public")))
                .expect(201)
                .path("id")
                .asText();
    }

    /** An hour of that unit at a market. */
    private static String patrolPlan(Running suite, String unit) {
        var from = Instant.now().toString();
        var to = Instant.now().plus(Duration.ofHours(1)).toString();
        return suite.client()
                .post(
                        "commander",
                        DISPATCH,
                        "/patrol-plans",
                        Map.of(
                                "jurisdiction",
                                TERRITORY,
                                "from",
                                from,
                                "to",
                                to,
                                "units",
                                List.of(unit),
                                "places",
                                List.of(Map.of(
                                        "name",
                                        "Souk",
                                        "latitude",
                                        34.02,
                                        "longitude",
                                        -6.83,
                                        "from",
                                        from,
                                        "to",
                                        to,
                                        "visits",
                                        1))))
                .expect(201)
                .path("id")
                .asText();
    }

    /** One of the plan, once that is computed. */
    private static String patrolVisit(Running suite, String plan) throws IOException, InterruptedException {
        var path = "/patrol-plans/" + plan;
        AnswerPoller.until(
                "the patrol plan is computed",
                PATIENCE,
                () -> suite.client()
                        .get("commander", DISPATCH, path)
                        .expect(200)
                        .path("visits"),
                visits -> !visits.isEmpty());
        return suite.client()
                .get("commander", DISPATCH, path)
                .expect(200)
                .path("visits")
                .path(0)
                .path("id")
                .asText();
    }

    private static String runCard(Running suite, String jurisdiction) {
        return suite.client()
                .post(
                        "commander",
                        DISPATCH,
                        "/run-cards",
                        Map.of(
                                "jurisdiction",
                                jurisdiction,
                                "type",
                                "OTHER",
                                "alarmLevel",
                                3,
                                "requirements",
                                List.of(Map.of("role", "LEAD", "count", 1))))
                .expect(201)
                .path("id")
                .asText();
    }

    private static String hold(Running suite, String subject, String id) {
        return suite.client()
                .post(
                        "commander",
                        INTAKE,
                        "/legal-holds",
                        Map.of("subject", subject, "subjectId", id, "reason", "Procédure en cours"))
                .expect(201)
                .path("id")
                .asText();
    }

    private static String rendition(Running suite, String examinationId) {
        var id = suite.client()
                .post("analyst", ANALYSIS, "/examinations/" + examinationId + "/renditions", Map.of("kind", "PLAYABLE"))
                .expect(201)
                .path("id")
                .asText();
        AnswerPoller.until(
                "the rendition is made",
                PATIENCE,
                () -> suite.client()
                        .get("analyst", ANALYSIS, "/renditions/" + id)
                        .expect(200),
                rendition -> rendition.path("state").asText().equals("READY"));
        return id;
    }

    /** Those that stand for nothing else; the number of a still may be anything's. */
    List<String> longIds() {
        return ids.values().stream().filter(id -> id.length() > 1).toList();
    }

    String id(String collection) {
        return of(ids, collection);
    }

    private static String of(Map<String, String> ids, String collection) {
        var id = ids.get(collection);
        if (id == null) {
            throw new IllegalArgumentException("this case has nothing of " + collection);
        }
        return id;
    }
}
