package ma.balagh.intake.receipt;

import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.ReportSeparated;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictEvent;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import org.junit.jupiter.api.Test;

/** What a receipt shows when people joined dossiers, or separated one: the ending of the one that its report stands in. */
@QuarkusTest
final class MergedDossiersTest {

    private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    private final AnswerService answers;

    MergedDossiersTest(AnswerService answers) {
        this.answers = answers;
    }

    @Test
    void answersForTheDossierThatAllWasJoinedToInEveryOrderOfEvents() {
        // Given: the second dossier was joined to the first, and that to a third one
        for (List<Integer> order : Orders.of(List.of(0, 1, 2, 3, 4))) {
            Filed filed = Filed.by(PARTNER);
            Filed other = Filed.by(PARTNER);
            UUID first = IdGenerator.next();
            UUID second = IdGenerator.next();
            UUID third = IdGenerator.next();
            List<Event> events = List.of(
                    new ReportJoined(second, filed.id(), AT),
                    new ReportJoined(first, other.id(), AT),
                    new DossiersMerged(second, first, AT.plusSeconds(60)),
                    new DossiersMerged(first, third, AT.plusSeconds(120)),
                    reached(third));
            // When
            order.forEach(index -> tell(events.get(index)));
            // Then
            assertThat(List.of(kind(filed), kind(other)))
                    .as("in the order %s", order)
                    .containsOnly("FALSE_REPORT");
        }
    }

    @Test
    void answersWhatWasSeparatedForItsOwnDossierInEveryOrderOfEvents() {
        for (List<Integer> order : Orders.of(List.of(0, 1, 2, 3))) {
            Filed filed = Filed.by(PARTNER);
            UUID first = IdGenerator.next();
            UUID second = IdGenerator.next();
            UUID own = IdGenerator.next();
            List<Event> events = List.of(
                    new ReportJoined(second, filed.id(), AT),
                    new DossiersMerged(second, first, AT.plusSeconds(60)),
                    new ReportSeparated(first, filed.id(), own, AT.plusSeconds(120)),
                    reached(first));
            // When
            order.forEach(index -> tell(events.get(index)));
            // Then
            receipt(filed).body("status", equalTo("UNDER_EXAMINATION"));
            tell(reached(own));
            assertThat(kind(filed)).as("in the order %s", order).isEqualTo("FALSE_REPORT");
        }
    }

    @Test
    void leavesWhatWasSeparatedWhereItWentAlsoWhenTheRestIsJoinedFurther() {
        for (List<Integer> order : Orders.of(List.of(0, 1, 2, 3))) {
            Filed filed = Filed.by(PARTNER);
            UUID first = IdGenerator.next();
            UUID second = IdGenerator.next();
            UUID third = IdGenerator.next();
            UUID own = IdGenerator.next();
            List<Event> events = List.of(
                    new ReportJoined(second, filed.id(), AT),
                    new DossiersMerged(second, first, AT.plusSeconds(60)),
                    new ReportSeparated(first, filed.id(), own, AT.plusSeconds(120)),
                    new DossiersMerged(first, third, AT.plusSeconds(180)));
            // When
            order.forEach(index -> tell(events.get(index)));
            tell(reached(own));
            // Then: nothing of it waits for the third one
            assertThat(kind(filed)).as("in the order %s", order).isEqualTo("FALSE_REPORT");
        }
    }

    @Test
    void answersNothingTooEarlyForAnotherDossierThatHasEnded() {
        // Given: a report whose other medium is known from a concluded dossier
        Filed filed = Filed.by(PARTNER);
        UUID concluded = IdGenerator.next();
        UUID first = IdGenerator.next();
        UUID second = IdGenerator.next();
        tell(new ReportJoined(second, filed.id(), AT));
        tell(reached(concluded));
        tell(new ReportJoined(concluded, filed.id(), AT));
        // When
        tell(new DossiersMerged(second, first, AT.plusSeconds(60)));
        tell(new ReportSeparated(first, filed.id(), IdGenerator.next(), AT.plusSeconds(120)));
        // Then
        receipt(filed).body("status", equalTo("UNDER_EXAMINATION"));
        assertThat(kafka.events(ReportAnswered.class))
                .noneMatch(event -> event.reportId().equals(filed.id()));
    }

    @Test
    void takesAReportThatIsJoinedAgainAfterItsSeparation() {
        // Given
        Filed filed = Filed.by(PARTNER);
        UUID first = IdGenerator.next();
        UUID own = IdGenerator.next();
        tell(new ReportJoined(first, filed.id(), AT));
        tell(new ReportSeparated(first, filed.id(), own, AT.plusSeconds(60)));
        // When
        tell(new DossiersMerged(own, first, AT.plusSeconds(120)));
        tell(reached(first));
        // Then
        assertThat(kind(filed)).isEqualTo("FALSE_REPORT");
    }

    @Test
    void movesEverythingOnceForADuplicate() {
        // Given
        Filed filed = Filed.by(PARTNER);
        UUID first = IdGenerator.next();
        UUID second = IdGenerator.next();
        var merged = new DossiersMerged(second, first, AT.plusSeconds(60));
        tell(new ReportJoined(second, filed.id(), AT));
        // When
        tell(merged);
        tell(merged);
        tell(reached(first));
        tell(merged);
        // Then
        assertThat(kind(filed)).isEqualTo("FALSE_REPORT");
    }

    private void tell(Event event) {
        switch (event) {
            case DossierEvent told -> answers.apply(told);
            case VerdictEvent verdict -> answers.apply(verdict);
            default -> throw new IllegalArgumentException("not of this story: " + event);
        }
    }

    private static VerdictReached reached(UUID dossier) {
        return new VerdictReached(
                dossier,
                IdGenerator.next(),
                "MA-CAS",
                Verdict.FALSE_REPORT,
                null,
                null,
                null,
                null,
                null,
                null,
                AT,
                AT);
    }

    private static String kind(Filed filed) {
        return receipt(filed).extract().jsonPath().getString("answer.kind");
    }

    private static ValidatableResponse receipt(Filed filed) {
        return as(PARTNER).get("/api/v1/receipts/" + filed.receipt()).then().statusCode(200);
    }
}
