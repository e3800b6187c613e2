package ma.balagh.dispatch.road;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import ma.balagh.messaging.NotificationListener;
import ma.balagh.messaging.NotificationListener.Listener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the travel times of this replica which roads are closed: at every change, by whichever replica, and now and then,
 * since notifications cease while the database is away.
 */
@ApplicationScoped
class ClosedRoadWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedRoadWatcher.class);
    private static final String CHANNEL = "road_closure";

    private final RoadClosureService closures;
    private final ClosedRoadIndex closed;
    private final NotificationListener notifications;
    private @Nullable Listener listener;

    ClosedRoadWatcher(RoadClosureService closures, ClosedRoadIndex closed, NotificationListener notifications) {
        this.closures = closures;
        this.closed = closed;
        this.notifications = notifications;
    }

    void start(@Observes StartupEvent event) {
        listener = notifications.listen(CHANNEL, this::refresh);
    }

    void stop(@Observes ShutdownEvent event) {
        if (listener != null) {
            listener.close();
        }
    }

    /** One at a time, as a notification may come while the schedule reads: what was read last is what was closed last. */
    @Scheduled(every = "${balagh.road.closure-poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void refresh() {
        try {
            closed.replace(closures.closedAreas());
        } catch (RuntimeException e) { // what was closed before stays closed until the next look
            LOG.atWarn().setCause(e).log("Road closures could not be read");
        }
    }
}
