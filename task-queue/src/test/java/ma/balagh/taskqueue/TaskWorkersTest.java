package ma.balagh.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What workers do with a table that nobody polls. */
class TaskWorkersTest {

    @SuppressWarnings("NullAway.Init") // created before all tests
    private static ChoreTable chores;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Runnable> bells = new ArrayList<>();
    private final List<TaskWorkers<Chore>> started = new ArrayList<>();
    private final CountDownLatch working = new CountDownLatch(1);
    private TaskQueue<Chore> queue = chores.queue(Terms.IMPATIENT);

    private interface Toil {
        void on(Chore chore) throws IOException, InterruptedException, SQLException;
    }

    @BeforeAll
    static void create() throws SQLException {
        chores = ChoreTable.create();
    }

    @AfterAll
    static void drop() {
        chores.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        chores.empty();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (TaskWorkers<Chore> workers : started) {
            workers.stop();
        }
    }

    @Test
    void keepsItsLeaseForAsLongAsItWorks() throws SQLException {
        // Given
        UUID id = chores.queued();
        var end = new CountDownLatch(1);

        // When
        start(Terms.IMPATIENT, chore -> {
            end.await();
            done(chore);
        });

        // Then: longer than a lease lasts
        await().until(() -> chores.is(id, "renewals >= 6"));
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
        UUID id = begun(Terms.IMPATIENT.drain(Duration.ofMinutes(1)), chore -> {
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
        await().until(() -> chores.is(id, "renewals >= 4"));
        end.countDown();
        stopping.join();

        // Then
        assertThat(chores.is(id, "state = 'DONE'")).isTrue();
        assertThat(chores.is(waiting, "state = 'QUEUED' and attempts = 0")).isTrue();
    }

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
        queue = new TaskQueue<>(chores.pool(), ChoreTable.ONE_OF_EACH_HOST, Terms.IMPATIENT, Chore::read);
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

    private String host(Chore chore) throws SQLException {
        try (var connection = chores.pool().getConnection();
                var query = connection.prepareStatement("select host from chore where id = ?")) {
            query.setObject(1, chore.id());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** What a worker has by now. */
    private UUID begun(Terms terms, Toil toil) throws SQLException {
        UUID id = chores.queued();
        start(terms, toil);
        await().until(() -> working.getCount() == 0);
        return id;
    }

    private void start(Terms terms, Toil toil) {
        WakeUpCalls calls = (_, action) -> {
            bells.add(action);
            return () -> {};
        };
        var workers = new TaskWorkers<>(queue, handler(toil), calls, terms, meters, Thread.ofPlatform());
        started.add(workers);
        workers.start();
    }

    private TaskHandler<Chore> handler(Toil toil) {
        return new TaskHandler<>() {

            @Override
            public void work(Chore chore) throws IOException, InterruptedException {
                working.countDown();
                try {
                    toil.on(chore);
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void giveUp(Chore chore) {
                queue.end(chore, "state = 'GIVEN_UP'");
            }

            @Override
            public void renewed(Chore chore) {
                queue.write(chore, "renewals = renewals + 1");
            }
        };
    }

    private void done(Chore chore) {
        queue.end(chore, "state = 'DONE'");
    }

    private long attempts(String outcome) {
        var timer = meters.find("balagh.tasks.attempts").tag("outcome", outcome).timer();
        return timer == null ? 0 : timer.count();
    }

    private double gauge(String name) {
        return meters.get(name).tag("queue", "chore").gauge().value();
    }
}
