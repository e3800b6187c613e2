package ma.balagh.taskqueue;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Workers of one or more replicas at a table that nobody polls. */
abstract class WorkersFixture {

    @SuppressWarnings("NullAway.Init") // created before all tests
    protected static ChoreTable chores;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<Runnable> bells = new ArrayList<>();
    private final List<TaskWorkers<Chore>> started = new ArrayList<>();
    private final CountDownLatch working = new CountDownLatch(1);
    private TaskTable table = ChoreTable.TABLE;
    private TaskQueue<Chore> queue = chores.queue(Terms.IMPATIENT);

    interface Toil {
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

    String host(Chore chore) throws SQLException {
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
    UUID begun(Terms terms, Toil toil) throws SQLException {
        UUID id = chores.queued();
        start(terms, toil);
        await().until(() -> working.getCount() == 0);
        return id;
    }

    void start(Terms terms, Toil toil) {
        WakeUpCalls calls = (_, action) -> {
            bells.add(action);
            return () -> {};
        };
        queue = new TaskQueue<>(chores.pool(), table, terms, Chore::read);
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

    /** From the next start on. */
    void queueBy(TaskTable changed) {
        table = changed;
    }

    void done(Chore chore) {
        queue.end(chore, "state = 'DONE'");
    }

    long attempts(String outcome) {
        var timer = meters.find("balagh.tasks.attempts").tag("outcome", outcome).timer();
        return timer == null ? 0 : timer.count();
    }

    double gauge(String name) {
        return meters.get(name).tag("queue", "chore").gauge().value();
    }
}
