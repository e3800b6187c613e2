package ma.balagh.persistence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Starts no scheduled method any more once the application shuts down. Quarkus stops the scheduler only after Hibernate
 * ORM is closed: a count that began in between would fail and be logged as an error.
 */
@ApplicationScoped
class SchedulerShutdownListener {

    private static final int FIRST = 1;

    private final Scheduler scheduler;

    SchedulerShutdownListener(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void pause(@Observes @Priority(FIRST) ShutdownEvent shutdown) {
        if (scheduler.isStarted()) {
            scheduler.pause();
        }
    }
}
