package ma.balagh.intake.receipt;

import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.ForwardingEvent;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictEvent;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.dispatch.IncidentEvent;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import org.junit.jupiter.api.Test;

/** A report whose media stand in more than one dossier. */
@QuarkusTest
final class SeveralDossiersTest {

    private static final Instant BEFORE = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant JOINED = Instant.parse("2026-11-25T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-11-25T01:00:00Z");

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    private final AnswerService answers;
    private final UUID concluded = IdGenerator.next();
    private final UUID open = IdGenerator.next();

    SeveralDossiersTest(AnswerService answers) {
        this.answers = answers;
    }

    @Test
    void answersOnlyWhenEveryDossierHasEnded() {
        // Given: one medium is known from a dossier that is concluded, the other opens one of its own
        tell(reached(concluded, Verdict.PRESUMED_OFFENCE, BEFORE));
        Filed filed = Filed.by(PARTNER);
        // When
        tell(joined(open, filed));
        tell(joined(concluded, filed));
        // Then
        receipt(filed).body("status", equalTo("UNDER_EXAMINATION")).body("answer", nullValue());
        // When
        tell(reached(open, Verdict.FALSE_REPORT, AFTER));
        // Then: it is told what says more, and no time before the report joined
        receipt(filed)
                .body("status", equalTo("ANSWERED"))
                .body("answer.kind", equalTo("PRESUMED_OFFENCE"))
                .body("answer.at", equalTo("2026-11-25T00:00:00.000Z"));
    }

    @Test
    void takesAnAnswerBackWhenNewMediaOpenAnotherDossier() {
        // Given
        tell(reached(concluded, Verdict.FALSE_REPORT, BEFORE));
        Filed filed = Filed.by(PARTNER);
        tell(joined(concluded, filed));
        receipt(filed).body("answer.kind", equalTo("FALSE_REPORT"));
        // When
        tell(joined(open, filed));
        // Then
        receipt(filed).body("status", equalTo("UNDER_EXAMINATION")).body("answer", nullValue());
        as(PARTNER)
                .get("/api/v1/reports/" + filed.id())
                .then()
                .body("status", equalTo("UNDER_EXAMINATION"))
                .body("answer", nullValue());
        // When
        tell(reached(open, Verdict.KNOWN_CASE, AFTER));
        // Then
        receipt(filed)
                .body("answer.kind", equalTo("KNOWN_CASE"))
                .body("answer.at", equalTo("2026-11-25T01:00:00.000Z"));
        kafka.await(
                ReportAnswered.class,
                event -> event.reportId().equals(filed.id())
                        && event.kind().name().equals("KNOWN_CASE"));
    }

    @Test
    void tellsTheYoungerOfTwoEqualAnswers() {
        // Given
        Filed filed = Filed.by(PARTNER);
        tell(joined(concluded, filed));
        tell(joined(open, filed));
        // When
        tell(reached(open, Verdict.FALSE_REPORT, AFTER.plusSeconds(1)));
        tell(reached(concluded, Verdict.FALSE_REPORT, AFTER));
        // Then
        receipt(filed).body("answer.at", equalTo("2026-11-25T01:00:01.000Z"));
    }

    @Test
    void answersTheSameInEveryOrderOfEvents() {
        // Given
        List<List<Integer>> orders = Orders.of(List.of(0, 1, 2, 3, 4, 5, 6));
        // Then: for 48 of them, spread evenly
        for (int i = 0; i < orders.size(); i += 105) {
            Filed filed = Filed.by(PARTNER);
            UUID first = IdGenerator.next();
            UUID second = IdGenerator.next();
            UUID third = IdGenerator.next();
            List<Event> events = List.of(
                    joined(first, filed),
                    joined(second, filed),
                    joined(third, filed),
                    reached(first, Verdict.PRESUMED_OFFENCE, BEFORE),
                    new IncidentResolved(IdGenerator.next(), first, OutcomeKind.ARRESTED, 1, AFTER, IdGenerator.next()),
                    reached(second, Verdict.FALSE_REPORT, AFTER.plusSeconds(1)),
                    new DossierForwarded(third, AFTER.plusSeconds(2), List.of(), List.of()));
            orders.get(i).forEach(index -> tell(events.get(index)));
            assertThat(receipt(filed).extract().jsonPath().getString("answer.kind"))
                    .as("in the order %s", orders.get(i))
                    .isEqualTo("RESOLVED");
            receipt(filed).body("answer.at", equalTo("2026-11-25T01:00:00.000Z"));
        }
    }

    private void tell(Event event) {
        switch (event) {
            case DossierEvent dossier -> answers.apply(dossier);
            case ForwardingEvent forwarding -> answers.apply(forwarding);
            case VerdictEvent verdict -> answers.apply(verdict);
            case IncidentEvent incident -> answers.apply(incident);
            default -> throw new IllegalArgumentException("nobody listens to " + event);
        }
    }

    private static ValidatableResponse receipt(Filed filed) {
        return as(PARTNER).get("/api/v1/receipts/" + filed.receipt()).then().statusCode(200);
    }

    private static ReportJoined joined(UUID dossier, Filed filed) {
        return new ReportJoined(dossier, filed.id(), JOINED);
    }

    private static VerdictReached reached(UUID dossier, Verdict verdict, Instant at) {
        return new VerdictReached(
                dossier, IdGenerator.next(), "MA-CAS", verdict, 3, null, null, null, null, null, at, at);
    }
}
