package ma.balagh.dispatch.position;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.balagh.dispatch.Timestamps;

/** Erases tracks and last positions once they are too old. Of two replicas, each erases what the other one has left. */
@ApplicationScoped
class PositionExpiryScheduler {

    /** Points of one run; the next one goes on. */
    private static final int MOST_AT_ONCE = 50_000;

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
    @Transactional
    void erase() {
        var oldest = moments.now().minus(config.track().retention());
        tracks.eraseBefore(oldest, MOST_AT_ONCE);
        positions.eraseBefore(oldest);
    }
}
