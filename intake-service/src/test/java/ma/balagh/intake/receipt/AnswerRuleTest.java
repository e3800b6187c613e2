package ma.balagh.intake.receipt;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** Answers that nobody gave: the report's media are those of a dossier that had been decided before. */
@QuarkusTest
final class AnswerRuleTest {

    private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");
    private static final Instant LATER = AT.plusSeconds(60);

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    private final AnswerService answers;
    private final UUID dossier = IdGenerator.next();
    private final UUID verdict = IdGenerator.next();

    AnswerRuleTest(AnswerService answers) {
        this.answers = answers;
    }

    @Test
    void showsWhichAnswersCameByRule() {
        // Given
        Filed judged = Filed.by(PARTNER);
        Filed late = Filed.by(PARTNER);

        // When
        answers.apply(new ReportJoined(dossier, judged.id(), AT.minusSeconds(60)));
        answers.apply(reached(Verdict.FALSE_REPORT, AT));
        answers.apply(new ReportJoined(dossier, late.id(), LATER));

        // Then
        read(OFFICER, judged).body("answer.kind", equalTo("FALSE_REPORT")).body("rule", nullValue());
        read(OFFICER, late)
                .body("answer.kind", equalTo("FALSE_REPORT"))
                .body("rule.stopped", equalTo(false))
                .body("rule.dossierId", nullValue());
        read(ANALYST, late).body("rule.dossierId", equalTo(dossier.toString()));
        read(PARTNER, late).body("answer.kind", equalTo("FALSE_REPORT")).body("rule", nullValue());
        act(OFFICER, judged, "rule-stop").statusCode(409).body("type", endsWith("/problems/not-by-rule"));
    }

    @Test
    void showsThatAnAnswerCameByRuleWhenItsOutcomeIsHeardFirst() {
        // Given
        Filed late = Filed.by(PARTNER);
        answers.apply(new ReportJoined(dossier, late.id(), LATER));
        answers.apply(new IncidentResolved(
                IdGenerator.next(), dossier, OutcomeKind.ARRESTED, 1, LATER.plusSeconds(60), verdict));
        read(OFFICER, late).body("answer.kind", equalTo("RESOLVED")).body("rule", nullValue());

        // When
        answers.apply(reached(Verdict.PRESUMED_OFFENCE, AT));

        // Then
        read(OFFICER, late).body("answer.kind", equalTo("RESOLVED")).body("rule.stopped", equalTo(false));
    }

    @Test
    void takesAnAnswerByRuleBackWhenAnOfficerStopsIt() {
        // Given
        Filed late = Filed.by(PARTNER);
        answers.apply(reached(Verdict.FALSE_REPORT, AT));
        answers.apply(new ReportJoined(dossier, late.id(), LATER));

        // Then
        act(ANALYST, late, "rule-stop").statusCode(403);
        act(PARTNER, late, "rule-stop").statusCode(403);
        act(RABAT_OFFICER, late, "rule-stop").statusCode(404);
        act(OFFICER, late, "rule-resumption").statusCode(409);

        // When
        act(OFFICER, late, "rule-stop").statusCode(200).body("stopped", equalTo(true));

        // Then
        kafka.await(AnswerWithdrawn.class, event -> event.reportId().equals(late.id()));
        as(PARTNER)
                .get("/api/v1/receipts/" + late.receipt())
                .then()
                .body("status", equalTo("UNDER_EXAMINATION"))
                .body("answer", nullValue());
        read(OFFICER, late)
                .body("rule.stopped", equalTo(true))
                .body("rule.stoppedBy", equalTo("intake"))
                .body("rule.reason", equalTo("Ce n'est pas le même fait"));
        act(OFFICER, late, "rule-stop").statusCode(409);

        // When
        act(OFFICER, late, "rule-resumption").statusCode(200);

        // Then
        read(OFFICER, late).body("answer.kind", equalTo("FALSE_REPORT")).body("rule.stopped", equalTo(false));
    }

    @Test
    void answersAStoppedReportWhenPeopleDecideAnew() {
        // Given
        Filed late = Filed.by(PARTNER);
        answers.apply(reached(Verdict.FALSE_REPORT, AT));
        answers.apply(new ReportJoined(dossier, late.id(), LATER));
        act(OFFICER, late, "rule-stop").statusCode(200);

        // When: the dossier is reopened, and judged with the report in it
        answers.apply(new VerdictWithdrawn(dossier, verdict, LATER.plusSeconds(60)));
        answers.apply(new VerdictReached(
                dossier,
                IdGenerator.next(),
                "MA-CAS",
                Verdict.PRESUMED_OFFENCE,
                2,
                null,
                null,
                null,
                null,
                null,
                LATER.plusSeconds(90),
                LATER.plusSeconds(120)));

        // Then
        as(PARTNER).get("/api/v1/receipts/" + late.receipt()).then().body("answer.kind", equalTo("PRESUMED_OFFENCE"));
    }

    private VerdictReached reached(Verdict reached, Instant at) {
        return new VerdictReached(dossier, verdict, "MA-CAS", reached, null, null, null, null, null, null, at, at);
    }

    private static ValidatableResponse read(TestTokens person, Filed filed) {
        return as(person).get("/api/v1/reports/" + filed.id()).then().statusCode(200);
    }

    private static ValidatableResponse act(TestTokens person, Filed filed, String what) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "Ce n'est pas le même fait"))
                .post("/api/v1/reports/" + filed.id() + "/" + what)
                .then();
    }
}
