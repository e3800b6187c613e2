package ma.balagh.dispatch.position;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.dispatch.Timestamps;

/** Erases tracks and last positions once they are too old. Of two replicas, one may leave all to the other. */
@ApplicationScoped
class PositionExpiryScheduler {

    /** Points of one transaction; a run goes on until nothing is left. */
    private static final int MOST_AT_ONCE = 10_000;

    private final PositionRepository positions;
    private final UnitTrackRepository tracks;
    private final PositionConfig config;
    private final Timestamps moments;

    PositionExpiryScheduler(
            PositionRepository positions, UnitTrackRepository tracks, PositionConfig config, Timestamps moments) {
        this.positions = positions;
        this.tracks = tracks;
        this.config = config;
        this.moments = moments;
    }

    @Scheduled(
            identity = "position-expiry",
            every = "${balagh.position.track.erase-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void erase() {
        var oldest = moments.now().minus(config.track().retention());
        var batch = QuarkusTransaction.requiringNew();
        int erased;
        do {
            erased = batch.call(() -> tracks.eraseBefore(oldest, MOST_AT_ONCE));
        } while (erased == MOST_AT_ONCE);
        batch.run(() -> positions.eraseBefore(oldest));
    }
}
