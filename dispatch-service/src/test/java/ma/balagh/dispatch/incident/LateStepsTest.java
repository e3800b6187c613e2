package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.inJson;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a phone tells late stands where it happened in the course of events, which says when it was told. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class LateStepsTest {

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Inject
    Database database;

    /** After everything that opened the incident and sent a unit there. */
    private final Instant start = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID incidentId;

    @BeforeEach
    void sendAUnit() {
        incidentId = incident(kafka);
        assigned(incidentId, unit(callSign()));
    }

    @Test
    void areInTheOrderInWhichTheyHappened() {
        // Given
        overdue(28);
        overdue(58);

        // When
        noted("ACKNOWLEDGED", 0, 66);
        noted("EN_ROUTE", 2, 66);
        noted("ON_SCENE", 18, 66);

        // Then
        as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .statusCode(200)
                .body(
                        "timeline.kind",
                        contains(
                                "OPENED", "ASSIGNED", "ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE", "ESCALATED", "ESCALATED"))
                .body("timeline[2].at", equalTo(inJson(start)))
                .body("timeline[2].recordedAt", equalTo(inJson(start.plusSeconds(66))))
                // Less than a minute late, but what followed was told before it.
                .body("timeline[4].recordedAt", equalTo(inJson(start.plusSeconds(66))))
                .body("timeline[5].recordedAt", nullValue())
                .body("timeline[1].recordedAt", nullValue());
    }

    @Test
    void sayWhenTheyWereToldAfterAMinute() {
        // When
        noted("ACKNOWLEDGED", 0, 59);
        noted("EN_ROUTE", 60, 120);

        // Then
        as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .body("timeline[2].recordedAt", nullValue())
                .body("timeline[3].recordedAt", equalTo(inJson(start.plusSeconds(120))));
    }

    @Test
    void areInTheOrderOfTellingWhereTheyHappenedAtOnce() {
        // When
        noted("EN_ROUTE", 5, 6);
        noted("ACKNOWLEDGED", 5, 7);

        // Then
        as(DISPATCHER)
                .get("/api/v1/incidents/{id}", incidentId)
                .then()
                .body("timeline.kind", contains("OPENED", "ASSIGNED", "EN_ROUTE", "ACKNOWLEDGED"))
                .body("timeline.recordedAt", contains(nullValue(), nullValue(), nullValue(), nullValue()));
    }

    private void overdue(int second) {
        database.execute("""
                insert into incident_entry (id, incident_id, kind, at, recorded_at, recorded_by, stage, step, overdue_since)
                values (?, ?, 'ESCALATED', ?, ?, 'balagh', 'ASSIGNED_TO_ACKNOWLEDGED', 'SUPERVISOR', ?)
                """, IdGenerator.next(), incidentId, after(second), after(second), after(second));
    }

    private void noted(String kind, int second, int told) {
        database.execute("""
                insert into incident_entry (id, incident_id, kind, at, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, 'unit-7')
                """, IdGenerator.next(), incidentId, kind, after(second), after(told));
    }

    private OffsetDateTime after(int seconds) {
        return start.plusSeconds(seconds).atOffset(ZoneOffset.UTC);
    }
}
