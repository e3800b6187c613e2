package ma.balagh.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How work goes on with its lease, and how it stops. */
class LeasedWorkTest extends WorkersFixture {

    /** Long enough to be renewed in time on a machine with other work. */
    private static final Duration LEASE = Duration.ofSeconds(2);

    @Test
    void keepsItsLeaseForAsLongAsItWorks() throws SQLException {
        // Given
        UUID id = chores.queued();
        var end = new CountDownLatch(1);

        // When
        start(Terms.IMPATIENT.lease(LEASE), chore -> {
            end.await();
            done(chore);
        });

        // Then: longer than a lease lasts
        await().atMost(Duration.ofMinutes(1)).until(() -> chores.is(id, "renewals >= 6"));
        assertThat(chores.is(id, "state = 'RUNNING' and lease_until > now()")).isTrue();

        // When
        end.countDown();

        // Then
        await().until(() -> chores.is(id, "state = 'DONE' and lease_owner is null and lease_until is null"));
        await().until(() -> attempts("ended") == 1);
    }

    @Test
    void stopsWorkingOnWhatAnotherWorkerHas() throws SQLException {
        // Given
        UUID other = UUID.randomUUID();
        var over = new CountDownLatch(1);
        UUID id = begun(Terms.IMPATIENT, chore -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                over.countDown();
            }
        });

        // When
        chores.execute("update chore set lease_owner = '%s', lease_until = now() + interval '1 hour'".formatted(other));

        // Then
        await().until(() -> over.getCount() == 0);
        assertThat(chores.is(id, "state = 'RUNNING' and failures = 0 and lease_owner = '%s'".formatted(other)))
                .isTrue();
        await().until(() -> attempts("lost") == 1);
    }

    @Test
    void stopsWorkingWhenTheDatabaseIsAwayForLongerThanItsLease() throws SQLException {
        // Given
        var over = new CountDownLatch(1);
        begun(Terms.IMPATIENT, chore -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                over.countDown();
            }
        });

        // When
        chores.execute("alter table chore rename to moved");

        // Then
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> over.getCount() == 0);
        } finally {
            chores.execute("alter table moved rename to chore");
        }
    }

    @Test
    void givesBackWithoutBlameWhatItWorksOnWhenItStops() throws Exception {
        // Given
        UUID id = begun(Terms.IMPATIENT, chore -> new CountDownLatch(1).await());

        // When
        stop();

        // Then
        assertThat(chores.is(id, "state = 'QUEUED' and failures = 0 and lost_leases = 0 and not_before <= now()"))
                .isTrue();
        assertThat(attempts("returned")).isEqualTo(1);
    }

    @Test
    void blamesNothingForWhatFailsBecauseItStops() throws Exception {
        // Given: something that takes an interruption for a failure
        UUID id = begun(Terms.IMPATIENT, chore -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new NonRetryableTaskException(e);
            }
        });

        // When
        stop();

        // Then
        assertThat(chores.is(id, "state = 'QUEUED' and failures = 0 and lease_owner is null"))
                .isTrue();
    }

    @Test
    void letsWhatIsNearlyDoneEndBeforeItStops() throws Exception {
        // Given
        UUID waiting = chores.queued(9, "");
        var end = new CountDownLatch(1);
        UUID id = begun(Terms.IMPATIENT.lease(LEASE).drain(Duration.ofMinutes(1)), chore -> {
            end.await();
            done(chore);
        });

        // When: it ends after more than a lease
        var stopping = Thread.ofVirtual().start(() -> {
            try {
                stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().atMost(Duration.ofMinutes(1)).until(() -> chores.is(id, "renewals >= 4"));
        end.countDown();
        stopping.join();

        // Then
        assertThat(chores.is(id, "state = 'DONE'")).isTrue();
        assertThat(chores.is(waiting, "state = 'QUEUED' and attempts = 0")).isTrue();
    }
}
