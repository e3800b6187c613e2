package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.incidentOf;
import static ma.balagh.dispatch.Story.verdict;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.KafkaProbe;
import org.junit.jupiter.api.BeforeEach;

/** An incident, and the withdrawal of the verdict that opened it, which has not been told yet. */
abstract class Withdrawing {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Inject
    Database database;

    final UUID dossierId = IdGenerator.next();
    final VerdictReached verdict = verdict(dossierId, Verdict.PRESUMED_OFFENCE);
    final VerdictWithdrawn withdrawn = new VerdictWithdrawn(dossierId, verdict.verdictId(), Instant.now());

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID incidentId;

    @BeforeEach
    void openAnIncident() {
        kafka.publish(verdict);
        incidentId = incidentOf(dossierId);
    }

    /** Events of one dossier are heard in order: the last one of it tells that the others have been. */
    final void awaitEverythingBefore() {
        var marker = new VerdictWithdrawn(dossierId, IdGenerator.next(), Instant.now());
        kafka.publish(marker);
        await().atMost(PATIENCE)
                .until(() ->
                        count("select count(*) from withdrawn_verdict where verdict_id = ?", marker.verdictId()) == 1);
    }

    final ValidatableResponse awaitWithdrawn() {
        return await().atMost(PATIENCE)
                .until(this::shown, answer -> answer.extract().path("verdictWithdrawnAt") != null)
                .body("verdictWithdrawnAt", notNullValue());
    }

    final ValidatableResponse shown() {
        return as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).then().statusCode(200);
    }

    final int incidents() {
        return count("select count(*) from incident where dossier_id = ?", dossierId);
    }

    final int count(String sql, UUID id) {
        return database.one(Long.class, sql, id).intValue();
    }
}
