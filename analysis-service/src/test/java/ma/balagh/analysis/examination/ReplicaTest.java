package ma.balagh.analysis.examination;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What other replicas do with the queue, for workers that never look at it by themselves. */
@Tag("long")
@QuarkusTest
@TestProfile(ReplicaTest.WithoutPoll.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class ReplicaTest {

    /** So that only a notification can wake a worker in time. */
    public static final class WithoutPoll implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var overrides = new HashMap<>(new LaboratoryProfile().getConfigOverrides());
            overrides.put("balagh.examination.poll", "PT10M");
            return overrides;
        }
    }

    @Inject
    Database database;

    @Test
    void takesUpWhatAnotherReplicaQueuesOrGivesBack() {
        // Given
        UUID queued = insert("'QUEUED', null, null");
        UUID held = insert("'RUNNING', gen_random_uuid(), now() + interval '1 hour'");

        // Then
        awaitTakenUp(queued);

        // When
        database.execute("""
                update examination set state = 'QUEUED', lease_owner = null, lease_until = null
                where evidence_id = ?
                """, held);

        // Then
        awaitTakenUp(held);
    }

    @Test
    void takesUpWhatWasPutOffWhenItIsDue() {
        // Given: a worker sees it put off before it waits
        UUID putOff = insert("'QUEUED', null, null", "now() + interval '2 seconds'");

        // Then
        awaitTakenUp(putOff);
    }

    private void awaitTakenUp(UUID evidenceId) {
        await().atMost(Duration.ofSeconds(8))
                .until(() -> database.one(
                                Integer.class, "select attempts from examination where evidence_id = ?", evidenceId)
                        > 0);
    }

    private UUID insert(String held) {
        return insert(held, "now()");
    }

    private UUID insert(String held, String notBefore) {
        UUID evidenceId = IdGenerator.next();
        database.execute("""
                insert into examination
                    (id, evidence_id, sha256, media_type, jurisdiction, state, lease_owner, lease_until,
                     not_before, queued_at)
                values (?, ?, repeat('0', 64), 'video/mp4', 'MA', %s, %s, now())
                """.formatted(held, notBefore), IdGenerator.next(), evidenceId);
        return evidenceId;
    }
}
