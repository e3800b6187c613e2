package ma.balagh.intake.receipt;

import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class KnownCaseTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final String PLAIN = "know already. Thank you for your vigilance.";

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    private final UUID first = IdGenerator.next();

    @Test
    void tellsWhatBecameOfTheFirstCaseAndFollowsIt() {
        // Given: a copy of a copy
        UUID copy = IdGenerator.next();
        kafka.publish(reached(copy, Verdict.KNOWN_CASE, first.toString()));
        Filed filed = answeredAsKnown(copy.toString());
        awaitText(filed, PLAIN);
        // When, then
        VerdictReached offence = reached(first, Verdict.PRESUMED_OFFENCE, null);
        kafka.publish(offence);
        awaitText(filed, "handed to the competent services for intervention.");
        kafka.publish(new IncidentResolved(
                IdGenerator.next(), first, OutcomeKind.NOT_FOUND, 0, NOW.plusSeconds(600), offence.verdictId()));
        awaitText(filed, "no suspect was found.");
        as(PARTNER)
                .get(receipt(filed))
                .then()
                .body("answer.kind", equalTo("KNOWN_CASE"))
                .body("answer.at", equalTo("2026-11-25T00:10:00.000Z"));
        kafka.publish(new IncidentReferred(
                IdGenerator.next(), first, "TPI Casablanca", "2026/1", NOW.plusSeconds(900), offence.verdictId()));
        awaitText(filed, "who will decide on it in accordance with the law.");
    }

    @Test
    void followsACaseThatWasJoinedToAnotherAndForgetsAVerdictThatWasWithdrawn() {
        // Given
        UUID into = IdGenerator.next();
        Filed filed = answeredAsKnown(first.toString());
        kafka.publish(new DossiersMerged(first, into, NOW));
        // When, then
        VerdictReached reached = reached(into, Verdict.PRESUMED_OFFENCE, null);
        kafka.publish(reached);
        awaitText(filed, "handed to the competent services for intervention.");
        kafka.publish(new VerdictWithdrawn(into, reached.verdictId(), NOW.plusSeconds(60)));
        awaitText(filed, PLAIN);
    }

    @Test
    void tellsNothingOfACaseThatWasForwarded() {
        // Given
        Filed filed = answeredAsKnown(first.toString());
        Filed marker = Filed.by(PARTNER);
        // When
        kafka.publish(new DossierForwarded(first, NOW, List.of(marker.id()), List.of()));
        kafka.publish(new ReportJoined(first, marker.id(), NOW));
        // Then
        await().untilAsserted(() -> as(PARTNER).get(receipt(marker)).then().body("answer.kind", equalTo("FORWARDED")));
        awaitText(filed, PLAIN);
    }

    @Test
    void isContentWithAReferenceFromElsewhere() {
        awaitText(answeredAsKnown("2016/123"), PLAIN);
    }

    private Filed answeredAsKnown(String knownCase) {
        UUID dossier = IdGenerator.next();
        Filed filed = Filed.by(PARTNER);
        kafka.publish(new ReportJoined(dossier, filed.id(), NOW));
        kafka.publish(reached(dossier, Verdict.KNOWN_CASE, knownCase));
        return filed;
    }

    private static VerdictReached reached(UUID dossier, Verdict verdict, @Nullable String knownCase) {
        return new VerdictReached(
                dossier, IdGenerator.next(), "MA-CAS", verdict, null, null, null, null, null, knownCase, NOW, NOW);
    }

    private static void awaitText(Filed filed, String end) {
        await().untilAsserted(() -> assertThat(as(PARTNER).get(receipt(filed)).<String>path("answer.text.en"))
                .isNotNull()
                .endsWith(end));
    }

    private static String receipt(Filed filed) {
        return "/api/v1/receipts/" + filed.receipt();
    }
}
