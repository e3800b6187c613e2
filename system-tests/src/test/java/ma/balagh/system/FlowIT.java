package ma.balagh.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.platform.demo.SuiteClient.Target.ANALYSIS;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.contracts.Topic;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.demo.DemoRunner;
import ma.balagh.platform.demo.SuiteAddresses;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a published video, over REST alone. */
@ExtendWith(SuiteUnderTest.class)
final class FlowIT {

    private static final Map<String, Object> OFFENCE = Map.of(
            "verdict",
            "PRESUMED_OFFENCE",
            "reasons",
            "Vol avec violence visible",
            "severity",
            3,
            "latitude",
            33.58,
            "longitude",
            -7.63);

    @Test
    void playsTheDemo(Running suite) {
        // Given
        var clips = suite.newClips();

        // When
        new DemoRunner(SuiteAddresses.onThisMachine(SuiteUnderTest.PORT_OFFSET), System.out).play(clips);

        // Then: the demo has checked each of its own steps
    }

    @Test
    void leadsTheSameFileFromTwoReportersToOneDossierAndAnswersBoth(Running suite) {
        // Given
        var story = suite.story();
        var video = suite.newClip();

        // When
        var press = story.file("partner-press", "Agression filmée", video, Map.of());
        var desk = story.file("intake", "La même vidéo, apportée au guichet", video, Map.of());
        var dossier = story.readyDossier(press);
        var dossierId = dossier.path("id").asText();
        var proposal = story.propose("analyst", dossierId, OFFENCE);
        story.decide("officer", dossierId, proposal, "CONFIRM").expect(200);

        // Then
        assertThat(desk.evidenceId()).isEqualTo(press.evidenceId());
        assertThat(story.readyDossier(desk).path("id").asText()).isEqualTo(dossierId);
        assertThat(story.dossier("analyst", dossierId).path("reports")).hasSize(2);
        story.answer("partner-press", press, "PRESUMED_OFFENCE");
        story.answer("intake", desk, "PRESUMED_OFFENCE");
    }

    @Test
    void printsADossierInEachLanguage(Running suite) throws Exception {
        // Given
        var story = suite.story();
        var filed = story.file("partner-press", "Vol à l'arraché, place Mohammed V", suite.newClip(), Map.of());
        var report = "/api/v1/dossiers/" + story.readyDossier(filed).path("id").asText() + "/report.pdf?lang=";

        for (var language : new String[] {"ar", "fr", "en"}) {
            // When
            var request = HttpRequest.newBuilder(suite.client().uri(ANALYSIS, report + language))
                    .header("Authorization", "Bearer " + suite.client().token("analyst"))
                    .header("X-Purpose", "For the prosecutor")
                    .build();
            try (var http = HttpClient.newHttpClient()) {
                var printed = http.send(request, HttpResponse.BodyHandlers.ofString(ISO_8859_1));

                // Then
                assertThat(printed.statusCode()).as(printed.body()).isEqualTo(200);
                assertThat(printed.body()).startsWith("%PDF-").contains("/FontFile2");
                assertThat(printed.body().stripTrailing()).endsWith("%%EOF");
            }
        }
    }

    @Test
    void showsTheArrestOnTheDossierAndOnTheReceipt(Running suite) {
        // Given
        var story = suite.story();
        var unit = story.availableUnit("UNIT-2", 33.6100, -7.5200);
        var filed = story.file("partner-press", "Vol à l'arraché", suite.newClip(), Map.of());
        var dossierId = story.readyDossier(filed).path("id").asText();
        story.decide("officer2", dossierId, story.propose("analyst2", dossierId, OFFENCE), "CONFIRM")
                .expect(200);

        // When
        var incidentId = story.incidentOf(dossierId).path("id").asText();
        var assignment = story.assign(incidentId, unit);
        story.progress("unit2", assignment, "ACKNOWLEDGED");
        story.progress("unit2", assignment, "EN_ROUTE");
        story.progress("unit2", assignment, "ON_SCENE");
        story.arrest(incidentId);
        story.refer(incidentId);

        // Then
        var receipt = story.answer("partner-press", filed, "REFERRED");
        assertThat(receipt.path("status").asText()).isEqualTo("ANSWERED");
        assertThat(receipt.path("answer").path("text").path("ar").asText()).isNotBlank();
        assertThat(story.incidentsOf(dossierId)).hasSize(1);
        assertThat(suite.client()
                        .get("analyst", ANALYSIS, "/dossiers/" + dossierId)
                        .expect(200)
                        .path("incident"))
                .isNotEmpty();
    }

    @Test
    void takesTheAnswerBackWhenTheDossierIsOpenedAgain(Running suite) {
        // Given
        var story = suite.story();
        var filed = story.file("partner-press", "Une scène de film ?", suite.newClip(), Map.of());
        var dossierId = story.readyDossier(filed).path("id").asText();
        story.decide("officer", dossierId, story.propose("analyst", dossierId, OFFENCE), "CONFIRM")
                .expect(200);
        story.answer("partner-press", filed, "PRESUMED_OFFENCE");
        var incidentId = story.incidentOf(dossierId).path("id").asText();

        // When
        var reopening = story.proposeToReopen("officer", dossierId, "Le tournage est déclaré à la commune");
        story.decideToReopen("officer", dossierId, reopening, "CONFIRM").expect(403);
        story.answer("partner-press", filed, "PRESUMED_OFFENCE");
        story.decideToReopen("officer2", dossierId, reopening, "CONFIRM").expect(200);

        // Then
        AnswerPoller.until(
                "the report is under examination again",
                Duration.ofMinutes(1),
                () -> suite.client()
                        .get("partner-press", INTAKE, "/receipts/" + filed.receipt())
                        .expect(200),
                receipt -> receipt.path("status").asText().equals("UNDER_EXAMINATION"));
        AnswerPoller.until(
                "nobody is to be sent any more",
                Duration.ofMinutes(1),
                () -> suite.client()
                        .get("dispatcher", DISPATCH, "/incidents/" + incidentId)
                        .expect(200),
                incident -> incident.path("state").asText().equals("CANCELLED"));
        var next = story.propose(
                "officer", dossierId, Map.of("verdict", "FALSE_REPORT", "reasons", "Scène tournée pour un film"));
        story.decide("officer", dossierId, next, "CONFIRM").expect(403);
        story.decide("officer2", dossierId, next, "CONFIRM").expect(200);
        story.answer("partner-press", filed, "FALSE_REPORT");
    }

    @Test
    void hidesMisconductFromAllButInternalAffairs(Running suite) {
        // Given
        var story = suite.story();
        var filed = story.file("partner-press", "Un agent demande une رشوة", suite.newClip(), Map.of());
        var dossier = story.readyDossier(filed);
        var dossierId = dossier.path("id").asText();
        var examinationId = dossier.path("examinations").path(0).path("id").asText();

        // When
        var proposal = story.propose(
                "analyst", dossierId, Map.of("verdict", "POLICE_MISCONDUCT", "reasons", "Remise d'argent visible"));
        story.decide("officer", dossierId, proposal, "CONFIRM").expect(200);

        // Then
        story.answer("partner-press", filed, "FORWARDED");
        for (var account : new String[] {"analyst", "officer", "commander", "auditor"}) {
            suite.client().get(account, ANALYSIS, "/dossiers/" + dossierId).expect(404);
            suite.client()
                    .get(account, ANALYSIS, "/examinations/" + examinationId)
                    .expect(404);
            suite.client().get(account, DISPATCH, "/inquiries").expect(404);
            suite.client().get(account, INTAKE, "/reports/" + filed.reportId()).expect(404);
            suite.client()
                    .get(account, INTAKE, "/evidence/" + filed.evidenceId())
                    .expect(404);
        }
        suite.client().get("affairs", INTAKE, "/reports/" + filed.reportId()).expect(200);
        suite.client().get("affairs", ANALYSIS, "/dossiers/" + dossierId).expect(200);
        AnswerPoller.until(
                "an inquiry is open",
                Duration.ofMinutes(1),
                () -> suite.client().get("affairs", DISPATCH, "/inquiries").expect(200),
                inquiries ->
                        inquiries.path("items").findValuesAsText("dossierId").contains(dossierId));
        assertThat(story.incidentsOf(dossierId)).isEmpty();
        assertThat(suite.client()
                        .get("affairs", DISPATCH, "/inquiries")
                        .expect(200)
                        .path("items")
                        .findValuesAsText("dossierId"))
                .containsOnlyOnce(dossierId);
    }

    @Test
    void tellsNobodyWhoReported(Running suite) throws IOException {
        // Given: every report of the story names the same witness
        var title = "Signalé par un témoin";
        var filed = suite.story().file("intake", title, suite.newClip(), Map.of());
        suite.story().readyDossier(filed);
        suite.client()
                .get("intake", INTAKE, "/reports?q=temoin@example.org")
                .expect(200)
                .path("items")
                .forEach(found -> fail("search finds a witness: " + found.path("id")));

        // When
        List<String> told;
        try (var kafka = new KafkaProbe("localhost:" + (9092 + SuiteUnderTest.PORT_OFFSET))) {
            told = Stream.of(Topic.values())
                    .flatMap(topic -> Stream.concat(
                            Stream.of(topic.topicName()),
                            topic.consumers().stream().map(topic::deadLetterTopicName)))
                    .flatMap(topic -> kafka.records(topic).stream())
                    .map(message -> message.key() + " " + new String(message.value(), UTF_8))
                    .toList();
        }
        var logged = new ArrayList<String>();
        for (var part : suite.suite().partNames()) {
            var log = suite.suite().log(part);
            if (Files.exists(log)) {
                logged.addAll(Files.readAllLines(log, ISO_8859_1));
            }
        }

        // Then
        var witness = Pattern.compile("temoin@example|A\\. T(?:é|\\\\u00e9|Ã©)moin", Pattern.CASE_INSENSITIVE);
        assertThat(told).anyMatch(message -> message.contains(title)).noneMatch(witness.asPredicate());
        assertThat(logged).hasSizeGreaterThan(50).noneMatch(witness.asPredicate());
    }

    @Test
    void keepsACityToItsOwn(Running suite) {
        // Given
        var report = suite.client()
                .post(
                        "intake",
                        INTAKE,
                        "/reports",
                        Map.of("channel", "DESK", "text", "Appel à Rabat", "jurisdiction", "MA-RBA"))
                .expect(201);

        // When
        var seenFromRabat = suite.client()
                .get("analyst", INTAKE, "/reports/" + report.path("id").asText());
        var seenFromCasablanca = suite.client()
                .get("casa-analyst", INTAKE, "/reports/" + report.path("id").asText());

        // Then
        seenFromRabat.expect(200);
        seenFromCasablanca.expect(404);
    }
}
