package ma.balagh.system;

import static ma.balagh.platform.demo.SuiteClient.Target.ANALYSIS;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bytes that two people judged as misconduct, brought again: nobody loses a case by that, and nobody learns of it. */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
final class RefilingIT {

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
    void takesNoCaseFromAnybodyByAddingWhatWasJudgedToIt(Running suite) {
        // Given: a concluded offence with an incident, and bytes that were judged as misconduct
        var story = suite.story();
        var victim = story.file("partner-press", "Vol à l'arraché, filmé d'un balcon", suite.newClip(), Map.of());
        var dossierId = story.readyDossier(victim).path("id").asText();
        story.decide("officer", dossierId, story.propose("analyst", dossierId, OFFENCE), "CONFIRM")
                .expect(200);
        var incidentId = story.incidentOf(dossierId).path("id").asText();
        var video = suite.newClip();
        var misconduct = story.file("partner-press", "Un agent demande une رشوة", video, Map.of());
        var hiddenId = story.readyDossier(misconduct).path("id").asText();
        var proposal = story.propose(
                "analyst", hiddenId, Map.of("verdict", "POLICE_MISCONDUCT", "reasons", "Remise d'argent visible"));
        story.decide("officer", hiddenId, proposal, "CONFIRM").expect(200);
        story.answer("partner-press", misconduct, "FORWARDED");

        // When: a colleague brings them again, into that report and into a new one
        var added = suite.client()
                .upload("intake", victim.reportId(), video, "video/mp4")
                .expect(201);
        var again = story.file("intake", "La même vidéo, apportée au guichet", video, Map.of());
        var ordinary = story.readyDossier(again).path("id").asText();

        // Then: as new bytes
        assertThat(added.path("alreadyKnown").asBoolean()).isFalse();
        assertThat(added.path("evidenceId").asText())
                .isEqualTo(again.evidenceId())
                .isNotEqualTo(misconduct.evidenceId());
        assertThat(ordinary).isNotEqualTo(hiddenId);
        assertThat(suite.client()
                        .get("intake", INTAKE, "/receipts/" + again.receipt())
                        .expect(200)
                        .path("status")
                        .asText())
                .isEqualTo("UNDER_EXAMINATION");
        for (var account : new String[] {"analyst", "officer", "commander", "auditor"}) {
            suite.client().get(account, ANALYSIS, "/dossiers/" + dossierId).expect(200);
            suite.client().get(account, INTAKE, "/reports/" + victim.reportId()).expect(200);
            suite.client()
                    .get(account, INTAKE, "/evidence/" + victim.evidenceId())
                    .expect(200);
            suite.client().get(account, ANALYSIS, "/dossiers/" + hiddenId).expect(404);
            suite.client()
                    .get(account, INTAKE, "/evidence/" + misconduct.evidenceId())
                    .expect(404);
        }
        suite.client().get("dispatcher", DISPATCH, "/incidents/" + incidentId).expect(200);
        assertThat(suite.client()
                        .get("affairs", INTAKE, "/evidence/refilings?limit=200")
                        .expect(200)
                        .path("items")
                        .findValuesAsText("reportId"))
                .contains(victim.reportId(), again.reportId());
    }
}
