package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import ma.balagh.dispatch.Database;

/** Does what workers and the scheduler do, when a test wants it. */
@ApplicationScoped
public class PatrolFixture {

    private final Database database;
    private final PatrolQueue queue;
    private final PatrolWorker worker;
    private final PatrolPresenceService presence;

    PatrolFixture(Database database, PatrolQueue queue, PatrolWorker worker, PatrolPresenceService presence) {
        this.database = database;
        this.queue = queue;
        this.worker = worker;
        this.presence = presence;
    }

    /** Computes the plan, or repairs it. */
    void work(UUID planId) {
        worker.work(claim(planId));
    }

    PatrolTask claim(UUID planId) {
        database.execute(
                "update patrol_run set not_before = now() - interval '1 year' where plan_id = ? and state = 'QUEUED'",
                planId);
        var task = queue.tasks().claim().orElseThrow();
        if (!task.planId().equals(planId)) {
            throw new AssertionError(task.planId());
        }
        return task;
    }

    void giveUp(UUID planId) {
        worker.giveUp(claim(planId));
    }

    String stateOfRun(UUID planId) {
        return database.one(String.class, "select state from patrol_run where plan_id = ?", planId);
    }

    /** Whether a worker would take it now. */
    boolean isDue(UUID planId) {
        return database.one(
                Boolean.class,
                "select state = 'QUEUED' and not_before <= now() from patrol_run where plan_id = ?",
                planId);
    }

    int measure() {
        return presence.measure();
    }
}
