package ma.balagh.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What workers make of their tasks. */
class TaskWorkersTest extends WorkersFixture {

    @Test
    void triesOnceMoreWhatFailedByItselfThenGivesItUp() throws SQLException {
        // Given
        UUID exception = chores.queued(1, "");
        UUID overflow = chores.queued(2, "");
        UUID harmless = chores.queued(3, "");

        // When
        start(Terms.IMPATIENT, chore -> {
            if (chore.id().equals(exception)) {
                throw new NonRetryableTaskException(new IllegalStateException("a parser failed"));
            }
            if (chore.id().equals(overflow)) {
                throw new StackOverflowError();
            }
            done(chore);
        });

        // Then
        await().until(() -> chores.is(harmless, "state = 'DONE'"));
        String givenUp = "state = 'GIVEN_UP' and lost_leases = 2 and attempts = 3 and last_failure = '%s'";
        assertThat(chores.is(exception, givenUp.formatted("java.lang.IllegalStateException: a parser failed")))
                .isTrue();
        assertThat(chores.is(overflow, givenUp.formatted("java.lang.StackOverflowError")))
                .isTrue();
        await().until(() -> attempts("failed") == 4);
    }

    @Test
    void endsAnAttemptThatTakesTooLong() throws SQLException {
        // Given
        UUID id = chores.queued();

        // When
        start(Terms.IMPATIENT.attempt(Duration.ofMillis(300)), chore -> new CountDownLatch(1).await());

        // Then
        await().until(() ->
                chores.is(id, "state = 'GIVEN_UP' and attempts = 3 and last_failure = 'it took longer than PT0.3S'"));
    }

    @Test
    void triesAgainWhatNeededSomethingThatWasAway() throws SQLException {
        // Given
        UUID id = chores.queued();
        var tries = new AtomicInteger();

        // When
        start(Terms.IMPATIENT, chore -> {
            switch (tries.incrementAndGet()) {
                case 1 -> throw new IOException("intake is away");
                case 2 -> throw new IllegalStateException("the database is away");
                default -> done(chore);
            }
        });

        // Then
        await().until(() -> chores.is(
                id, "state = 'DONE' and failures = 2 and lost_leases = 0 and last_failure = 'the database is away'"));
    }

    @Test
    void beginsWhenItIsCalled() throws SQLException {
        // Given
        start(Terms.IMPATIENT, this::done);
        await().until(() -> !bells.isEmpty());

        // When
        UUID id = chores.queued();
        bells.forEach(Runnable::run);

        // Then
        await().until(() -> chores.is(id, "state = 'DONE'"));
    }

    @Test
    void sharesTasksAmongTwoReplicasEachOnceAndNoneTwoOfAHostAtOnce() throws SQLException {
        // Given
        for (int k = 0; k < 300; k++) {
            chores.queued(k % 7, "host-" + k % 5);
        }
        queueBy(ChoreTable.ONE_OF_EACH_HOST);
        Set<String> busy = ConcurrentHashMap.newKeySet();
        var atOnce = new AtomicInteger();

        // When
        for (int replica = 0; replica < 2; replica++) {
            start(Terms.IMPATIENT.workers(4).poll(Duration.ofMillis(20)), chore -> {
                String host = host(chore);
                if (!busy.add(host)) {
                    atOnce.incrementAndGet();
                }
                busy.remove(host);
                try (var connection = chores.pool().getConnection()) {
                    ChoreTable.end(connection, chore, "a replica");
                }
            });
        }

        // Then
        await().atMost(Duration.ofMinutes(1))
                .until(() -> chores.number("select count(*) from chore where state = 'DONE'") == 300);
        assertThat(chores.number("select count(*) from chore_effect")).isEqualTo(300);
        assertThat(chores.number("select count(*) from chore where attempts > 1"))
                .isZero();
        assertThat(atOnce).hasValue(0);
    }

    @Test
    void countsWhatWaitsForTheMetrics() throws SQLException {
        // Given
        begun(Terms.IMPATIENT, chore -> new CountDownLatch(1).await());
        chores.queued(5, "");
        chores.queued(5, "");

        // Then
        await().until(() -> gauge("balagh.tasks.waiting") == 2 && gauge("balagh.tasks.leased") == 1);
        assertThat(gauge("balagh.tasks.overdue.seconds")).isLessThan(60);
    }
}
