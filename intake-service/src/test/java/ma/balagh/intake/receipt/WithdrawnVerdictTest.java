package ma.balagh.intake.receipt;

import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.dispatch.IncidentEvent;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import org.junit.jupiter.api.Test;

/** What a receipt shows when a dossier was opened again. */
@QuarkusTest
final class WithdrawnVerdictTest {

    private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    private final AnswerService answers;
    private final Database database;
    private final UUID dossier = IdGenerator.next();
    private final UUID first = IdGenerator.next();
    private final UUID second = IdGenerator.next();

    WithdrawnVerdictTest(AnswerService answers, Database database) {
        this.answers = answers;
        this.database = database;
    }

    @Test
    void takesTheAnswerBackUntilTheNextVerdict() {
        // Given
        Filed filed = Filed.by(PARTNER);
        tell(new ReportJoined(dossier, filed.id(), AT));
        tell(reached(dossier, first, Verdict.PRESUMED_OFFENCE));
        receipt(filed).body("answer.kind", equalTo("PRESUMED_OFFENCE"));
        // When
        tell(new VerdictWithdrawn(dossier, first, AT.plusSeconds(60)));
        // Then
        receipt(filed).body("status", equalTo("UNDER_EXAMINATION")).body("answer", nullValue());
        kafka.await(AnswerWithdrawn.class, event -> event.reportId().equals(filed.id()));
        // When
        tell(reached(dossier, second, Verdict.FALSE_REPORT));
        // Then
        receipt(filed).body("status", equalTo("ANSWERED")).body("answer.kind", equalTo("FALSE_REPORT"));
    }

    @Test
    void answersTheSameInEveryOrderOfEvents() {
        // Given: an outcome of the unit that was sent for the first verdict may come at any time
        List<List<Integer>> orders = Orders.of(List.of(0, 1, 2, 3, 4));
        // Then
        for (int i = 0; i < orders.size(); i += 3) {
            Filed filed = Filed.by(PARTNER);
            UUID other = IdGenerator.next();
            UUID before = IdGenerator.next();
            List<Event> events = List.of(
                    new ReportJoined(other, filed.id(), AT),
                    reached(other, before, Verdict.PRESUMED_OFFENCE),
                    new VerdictWithdrawn(other, before, AT.plusSeconds(60)),
                    new IncidentResolved(
                            IdGenerator.next(), other, OutcomeKind.ARRESTED, 1, AT.plusSeconds(90), before),
                    reached(other, IdGenerator.next(), Verdict.FALSE_REPORT));
            orders.get(i).forEach(index -> tell(events.get(index)));
            assertThat(receipt(filed).extract().jsonPath().getString("answer.kind"))
                    .as("in the order %s", orders.get(i))
                    .isEqualTo("FALSE_REPORT");
        }
    }

    @Test
    void tellsTheOutcomeOfTheVerdictThatStands() {
        // Given
        Filed filed = Filed.by(PARTNER);
        tell(new ReportJoined(dossier, filed.id(), AT));
        tell(reached(dossier, first, Verdict.PRESUMED_OFFENCE));
        tell(new VerdictWithdrawn(dossier, first, AT.plusSeconds(60)));
        tell(reached(dossier, second, Verdict.PRESUMED_OFFENCE));
        // When
        tell(new IncidentResolved(IdGenerator.next(), dossier, OutcomeKind.ARRESTED, 1, AT.plusSeconds(90), second));
        // Then
        receipt(filed).body("answer.kind", equalTo("RESOLVED"));
    }

    @Test
    void leavesWhatWasForwardedForwarded() {
        // Given
        Filed filed = Filed.by(PARTNER);
        tell(new ReportJoined(dossier, filed.id(), AT));
        tell(reached(dossier, first, Verdict.KNOWN_CASE));
        tell(new VerdictWithdrawn(dossier, first, AT.plusSeconds(60)));
        // When
        tell(new DossierForwarded(dossier, AT.plusSeconds(120), List.of(filed.id()), List.of()));
        tell(new VerdictWithdrawn(dossier, first, AT.plusSeconds(60)));
        // Then
        receipt(filed).body("answer.kind", equalTo("FORWARDED"));
    }

    @Test
    void changesNothingForARedeliveredOrRepeatedWithdrawal() {
        // Given
        Filed filed = Filed.by(PARTNER);
        UUID eventId = IdGenerator.next();
        var withdrawn = new VerdictWithdrawn(dossier, first, AT.plusSeconds(60));
        tell(new ReportJoined(dossier, filed.id(), AT));
        kafka.publish(reached(dossier, first, Verdict.PRESUMED_OFFENCE));
        kafka.publish(eventId, withdrawn);
        kafka.publish(reached(dossier, second, Verdict.FALSE_REPORT));
        // When: the same event again, the same said by a new one, and the first verdict once more
        kafka.publish(eventId, withdrawn);
        kafka.publish(withdrawn);
        kafka.publish(reached(dossier, first, Verdict.PRESUMED_OFFENCE));
        UUID last = IdGenerator.next();
        kafka.publish(new VerdictWithdrawn(dossier, last, AT));
        // Then
        await().until(() -> isHeard(last));
        receipt(filed).body("answer.kind", equalTo("FALSE_REPORT"));
    }

    private boolean isHeard(UUID verdictId) {
        return database.one(
                Boolean.class, "select exists (select from withdrawn_verdict where verdict_id = ?)", verdictId);
    }

    private void tell(Event event) {
        switch (event) {
            case DossierEvent told -> answers.apply(told);
            case ForwardingEvent forwarding -> answers.apply(forwarding);
            case VerdictEvent verdict -> answers.apply(verdict);
            case IncidentEvent incident -> answers.apply(incident);
            default -> throw new IllegalArgumentException("nobody listens to " + event);
        }
    }

    private static ValidatableResponse receipt(Filed filed) {
        return as(PARTNER).get("/api/v1/receipts/" + filed.receipt()).then().statusCode(200);
    }

    private static VerdictReached reached(UUID dossier, UUID verdictId, Verdict verdict) {
        return new VerdictReached(dossier, verdictId, "MA-CAS", verdict, 3, null, null, null, null, null, AT, AT);
    }
}
