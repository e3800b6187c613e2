package ma.balagh.intake.receipt;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.INTERNAL_AFFAIRS;
import static ma.balagh.intake.People.LABORATORY;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.OTHER_PARTNER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.analysis.ForwardingEvent;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictEvent;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dossier that was handed to another authority: who still sees its reports and their media. */
@QuarkusTest
final class ForwardedTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final String PURPOSE = "Examen du dossier";

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    private final UUID misconduct = IdGenerator.next();
    private final UUID other = IdGenerator.next();
    private final AnswerService answers;
    private final Database database;

    ForwardedTest(AnswerService answers, Database database) {
        this.answers = answers;
        this.database = database;
    }

    @Test
    void hidesAReportAndItsMediaFromTheColleagues() {
        // Given
        var word = "w" + IdGenerator.next().toString().replace("-", "");
        Filed filed = filed(word);
        UUID evidence = filed.medium(PARTNER, Clips.mp4());
        kafka.publish(joined(misconduct, filed));
        // When
        kafka.publish(new DossierForwarded(misconduct, NOW, List.of(filed.id()), List.of(evidence)));
        // Then
        await().untilAsserted(() -> assertAnswer(filed, "FORWARDED"));
        assertHidden(filed, evidence, word);
    }

    @Test
    void keepsAForwardingThatComesBeforeAnythingElseOfTheDossier() {
        // Given: its topic is faster than that of the dossiers
        var word = "w" + IdGenerator.next().toString().replace("-", "");
        Filed filed = filed(word);
        UUID evidence = filed.medium(PARTNER, Clips.mp4());
        kafka.publish(new DossierForwarded(misconduct, NOW, List.of(filed.id()), List.of(evidence)));
        await().until(() -> isKnown(misconduct));
        // When
        kafka.publish(new DossierOpened(misconduct, "MA-CAS", NOW));
        kafka.publish(joined(misconduct, filed));
        // Then
        await().untilAsserted(() -> assertAnswer(filed, "FORWARDED"));
        assertHidden(filed, evidence, word);
    }

    @Test
    void hidesWhatSeveralEventsOfOneDossierName() {
        // Given: a dossier with more than one message carries
        var word = "w" + IdGenerator.next().toString().replace("-", "");
        Filed first = Filed.by(PARTNER);
        Filed last = filed(word);
        UUID evidence = last.medium(PARTNER, Clips.mp4());
        tell(joined(misconduct, first), joined(misconduct, last));
        // When
        tell(new DossierForwarded(misconduct, NOW, List.of(first.id()), List.of()));
        tell(new DossierForwarded(misconduct, NOW, List.of(last.id()), List.of(evidence)));
        // Then
        assertAnswer(first, "FORWARDED");
        assertAnswer(last, "FORWARDED");
        assertHidden(last, evidence, word);
    }

    @Test
    void saysNothingOfWhatIsForwardedOnACommonTopic() {
        // Given
        Filed filed = filed("w" + IdGenerator.next().toString().replace("-", ""));
        tell(joined(misconduct, filed));
        // When
        tell(new DossierForwarded(misconduct, NOW, List.of(filed.id()), List.of()));
        // Then
        assertAnswer(filed, "FORWARDED");
        Filed ordinary = filed("w" + IdGenerator.next().toString().replace("-", ""));
        tell(joined(other, ordinary));
        tell(reached(Verdict.FALSE_REPORT));
        kafka.await(ReportAnswered.class, answered -> answered.reportId().equals(ordinary.id()));
        assertThat(kafka.events(ReportAnswered.class))
                .noneMatch(answered -> answered.reportId().equals(filed.id()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesBackWhatWasAnsweredBeforeInEitherOrder(boolean forwardedFirst) {
        // Given: a dossier that is opened again, and then forwarded
        Filed filed = filed("w" + IdGenerator.next().toString().replace("-", ""));
        tell(joined(other, filed));
        VerdictReached reached = reached(Verdict.FALSE_REPORT);
        tell(reached);
        var withdrawn = new VerdictWithdrawn(other, reached.verdictId(), NOW.plusSeconds(60));
        var forwarded = new DossierForwarded(other, NOW.plusSeconds(120), List.of(filed.id()), List.of());
        // When
        if (forwardedFirst) {
            tell(forwarded);
            tell(withdrawn);
        } else {
            tell(withdrawn);
            tell(forwarded);
        }
        // Then
        assertAnswer(filed, "FORWARDED");
        kafka.awaitOnly(AnswerWithdrawn.class, event -> event.reportId().equals(filed.id()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesAReportThatStandsInAnotherDossierAndHidesWhatWasJudged(boolean forwardedFirst) {
        // Given: two media, one of which shows an officer
        var word = "w" + IdGenerator.next().toString().replace("-", "");
        Filed filed = filed(word);
        UUID judged = filed.medium(PARTNER, Clips.mp4());
        UUID common = filed.medium(PARTNER, Clips.mp4());
        // When
        tell(joined(misconduct, filed), joined(other, filed));
        var forwarded = new DossierForwarded(misconduct, NOW, List.of(), List.of(judged));
        if (forwardedFirst) {
            tell(forwarded);
            as(PARTNER).get("/api/v1/receipts/" + filed.receipt()).then().body("status", equalTo("UNDER_EXAMINATION"));
            tell(reached(Verdict.PRESUMED_OFFENCE));
        } else {
            tell(reached(Verdict.PRESUMED_OFFENCE));
            tell(forwarded);
        }
        // Then
        assertAnswer(filed, "PRESUMED_OFFENCE");
        for (TestTokens colleague : List.of(ANALYST, OFFICER)) {
            as(colleague)
                    .get("/api/v1/reports/" + filed.id())
                    .then()
                    .statusCode(200)
                    .body("media.evidenceId", equalTo(List.of(common.toString())));
            as(colleague).get("/api/v1/reports?q=" + word).then().body("items", hasSize(1));
            as(colleague).get("/api/v1/evidence/" + common).then().statusCode(200);
            assertNoEvidence(colleague, judged);
        }
        for (TestTokens who : List.of(INTERNAL_AFFAIRS, PARTNER)) {
            as(who).get("/api/v1/reports/" + filed.id())
                    .then()
                    .body("media.evidenceId", equalTo(List.of(judged.toString(), common.toString())));
            as(who).get("/api/v1/evidence/" + judged).then().statusCode(200);
        }
    }

    @Test
    void hidesAReportThatIsNamedBeforeAnythingElseIsKnownOfIt() {
        // Given
        var word = "w" + IdGenerator.next().toString().replace("-", "");
        Filed filed = filed(word);
        UUID evidence = filed.medium(PARTNER, Clips.mp4());
        // When
        tell(new DossierForwarded(misconduct, NOW, List.of(filed.id()), List.of(evidence)));
        // Then
        assertHidden(filed, evidence, word);
        // When
        tell(joined(misconduct, filed));
        // Then
        assertAnswer(filed, "FORWARDED");
    }

    @Test
    void waitsForTheDossierOfAReportOfWhichItIsToldLate() {
        // Given: one that stands in two dossiers, of which that of the other is told last
        Filed filed = Filed.by(PARTNER);
        tell(joined(misconduct, filed));
        // When
        tell(new DossierForwarded(misconduct, NOW, List.of(), List.of()));
        // Then
        as(ANALYST)
                .get("/api/v1/reports/" + filed.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("UNDER_EXAMINATION"));
        // When
        tell(joined(other, filed));
        tell(reached(Verdict.FALSE_REPORT));
        // Then
        assertAnswer(filed, "FALSE_REPORT");
    }

    @Test
    void hidesWhatWasJudgedInEveryReportWhoeverAddedIt() {
        // Given: an officer adds the bytes to a report of somebody else, before they are judged
        byte[] clip = Clips.mp4();
        Filed hidden = Filed.by(PARTNER);
        UUID evidence = hidden.medium(PARTNER, clip);
        Filed victim = Filed.by(OTHER_PARTNER);
        UUID own = victim.medium(OTHER_PARTNER, Clips.mp4());
        victim.medium(OFFICER, clip);
        tell(joined(misconduct, hidden), joined(misconduct, victim), joined(other, victim));
        // When
        tell(new DossierForwarded(misconduct, NOW, List.of(hidden.id()), List.of(evidence)));
        // Then
        for (TestTokens colleague : List.of(ANALYST, OFFICER)) {
            as(colleague)
                    .get("/api/v1/reports/" + victim.id())
                    .then()
                    .statusCode(200)
                    .body("media.evidenceId", equalTo(List.of(own.toString())));
            assertNoEvidence(colleague, evidence);
        }
        as(OTHER_PARTNER)
                .get("/api/v1/receipts/" + victim.receipt())
                .then()
                .body("status", equalTo("UNDER_EXAMINATION"));
        as(INTERNAL_AFFAIRS)
                .get("/api/v1/evidence/refilings?limit=200")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.reportId == '" + victim.id() + "' }.hiddenEvidenceId",
                        equalTo(evidence.toString()))
                .body("items.find { it.reportId == '" + victim.id() + "' }.addedBy", equalTo("intake"))
                .body("items.reportId", not(hasItem(hidden.id().toString())));
    }

    @Test
    void leavesAReportVisibleUntilAVerdictAndAfterIt() {
        // Given
        Filed filed = Filed.by(PARTNER);
        tell(joined(other, filed));
        as(ANALYST).get("/api/v1/reports/" + filed.id()).then().statusCode(200);
        // When
        tell(reached(Verdict.FALSE_REPORT));
        // Then
        as(ANALYST).get("/api/v1/reports/" + filed.id()).then().statusCode(200);
    }

    private static void assertHidden(Filed filed, UUID evidence, String word) {
        String report = "/api/v1/reports/" + filed.id();
        String medium = "/api/v1/evidence/" + evidence;
        for (TestTokens colleague : List.of(ANALYST, OFFICER)) {
            as(colleague).get(report).then().statusCode(404);
            as(colleague).get("/api/v1/receipts/" + filed.receipt()).then().statusCode(404);
            as(colleague).get("/api/v1/reports?q=" + word).then().body("items", hasSize(0));
            as(colleague).get(medium).then().statusCode(404);
            as(colleague).get(medium + "/custody").then().statusCode(404);
            content(colleague, medium, 404);
        }
        as(OFFICER)
                .contentType("video/mp4")
                .body(Clips.mp4())
                .post(report + "/media")
                .then()
                .statusCode(404);
        as(INTERNAL_AFFAIRS).get(report).then().statusCode(200);
        as(INTERNAL_AFFAIRS).get("/api/v1/reports?q=" + word).then().body("items", hasSize(1));
        as(INTERNAL_AFFAIRS).get(medium + "/custody").then().statusCode(200);
        content(INTERNAL_AFFAIRS, medium, 200);
        as(PARTNER).get(report).then().statusCode(200);
        as(PARTNER).get("/api/v1/reports?q=" + word).then().body("items", hasSize(1));
        as(LABORATORY).get(medium).then().statusCode(200);
    }

    private static void assertNoEvidence(TestTokens person, UUID evidence) {
        String medium = "/api/v1/evidence/" + evidence;
        as(person).get(medium).then().statusCode(404);
        as(person).get(medium + "/custody").then().statusCode(404);
        as(person).header("X-Purpose", PURPOSE).get(medium + "/bundle").then().statusCode(404);
        content(person, medium, 404);
    }

    private static void content(TestTokens person, String medium, int status) {
        as(person).header("X-Purpose", PURPOSE).get(medium + "/content").then().statusCode(status);
    }

    private static void assertAnswer(Filed filed, String kind) {
        as(PARTNER).get("/api/v1/receipts/" + filed.receipt()).then().body("answer.kind", equalTo(kind));
    }

    private static Filed filed(String word) {
        return Filed.by(PARTNER, """
                {"channel": "SOCIAL", "text": "%s", "jurisdiction": "MA-CAS"}
                """.formatted(word));
    }

    private void tell(DossierEvent... events) {
        for (DossierEvent event : events) {
            answers.apply(event);
        }
    }

    private void tell(ForwardingEvent event) {
        answers.apply(event);
    }

    private void tell(VerdictEvent event) {
        answers.apply(event);
    }

    private boolean isKnown(UUID dossier) {
        return database.one(Boolean.class, "select exists (select from dossier where id = ?)", dossier);
    }

    private static ReportJoined joined(UUID dossier, Filed filed) {
        return new ReportJoined(dossier, filed.id(), NOW);
    }

    private VerdictReached reached(Verdict verdict) {
        return new VerdictReached(
                other, IdGenerator.next(), "MA-CAS", verdict, 3, null, null, null, null, null, NOW, NOW);
    }
}
