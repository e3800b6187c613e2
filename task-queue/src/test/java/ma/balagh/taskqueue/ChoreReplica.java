package ma.balagh.taskqueue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** A replica in a process of its own, which works on a chore until a file says that it may end it. */
final class ChoreReplica implements TaskHandler<Chore> {

    private static final Duration LEASE = Duration.ofSeconds(1);

    private final DataSource pool;
    private final TaskQueue<Chore> queue;
    private final String name;
    private final Path go;

    private ChoreReplica(DataSource pool, String name, Path go) {
        this.pool = pool;
        this.queue = new TaskQueue<>(pool, ChoreTable.TABLE, terms(), Chore::read);
        this.name = name;
        this.go = go;
    }

    /** @param arguments URL, user and password of the database, the replica's name, the file */
    public static void main(String... arguments) throws InterruptedException {
        start(ChoreTable.pool(arguments[0], arguments[1], arguments[2]), arguments[3], Path.of(arguments[4]));
        Thread.currentThread().join();
    }

    static TaskWorkers<Chore> start(DataSource pool, String name, Path go) {
        var replica = new ChoreReplica(pool, name, go);
        var workers = new TaskWorkers<>(
                replica.queue, replica, WakeUpCalls.NONE, terms(), new SimpleMeterRegistry(), Thread.ofPlatform());
        workers.start();
        return workers;
    }

    private static Terms terms() {
        return Terms.IMPATIENT.lease(LEASE).poll(Duration.ofMillis(100)).lostLeases(5);
    }

    @Override
    public void work(Chore chore) throws IOException {
        // It ignores interruptions, as the worst of work does.
        while (!Files.exists(go)) {
            Thread.onSpinWait();
        }
        try (var connection = pool.getConnection()) {
            ChoreTable.end(connection, chore, name);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void giveUp(Chore chore) {
        throw new AssertionError("nothing is given up");
    }
}
