package ma.balagh.dispatch.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import ma.balagh.http.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a follower what changes, on the thread of its request, so that each read has the rights of its caller. It holds a
 * page of changes in memory at most: while the follower reads slowly, writing waits, and what changes meanwhile is read
 * from the database after.
 */
@ApplicationScoped
class ChangeStreamService {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeStreamService.class);
    private static final String CHANGE = "change";
    private static final String POSITIONS = "positions";
    /** Something may be missing: read everything anew. */
    private static final String RESET = "reset";
    /** Moves the follower's position on, and says that the stream is alive. */
    private static final String HEARTBEAT = "heartbeat";

    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Positions are up to that old, by the units' clocks, when they come; the page has older ones. */
    private static final Duration RECENT = Duration.ofSeconds(30);

    private final DeskChangeService changes;
    private final ChangePoller poller;
    private final ChangeStreamConfig config;
    private final ObjectMapper mapper;
    private final Clock clock;

    ChangeStreamService(
            DeskChangeService changes,
            ChangePoller poller,
            ChangeStreamConfig config,
            ObjectMapper mapper,
            Clock clock) {
        this.changes = changes;
        this.poller = poller;
        this.config = config;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Writes until the end, until this replica leaves, until the follower has gone, or until a crew may be of several units.
     *
     * @param from where the follower stands; null for one that begins now
     * @param end when the follower's token expires
     * @param isGone whether the follower has gone: writing to nobody is no error
     */
    void follow(@Nullable StreamPosition from, Instant end, BooleanSupplier isGone, OutputStream out)
            throws IOException {
        try {
            var start = from == null ? changes.now() : from;
            new Follower(start, new EventStreamWriter(out, mapper)).run(end, isGone);
        } catch (ProblemException refused) {
            LOG.debug("A stream ends", refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Follower {

        private final EventStreamWriter writer;
        private StreamPosition position;
        private Instant silentSince = Instant.EPOCH;
        private Instant sampledAt;
        private Map<UUID, SightedUnit> sighted = Map.of();

        Follower(StreamPosition start, EventStreamWriter writer) {
            this.position = start;
            this.writer = writer;
            this.sampledAt = clock.instant();
        }

        void run(Instant end, BooleanSupplier isGone) throws IOException, InterruptedException {
            writer.retryAfter(RETRY);
            while (!poller.isLeaving()
                    && !isGone.getAsBoolean()
                    && clock.instant().isBefore(end)) {
                long round = poller.rounds();
                boolean hasMore = tellChanges();
                if (!hasMore) {
                    tellPositions();
                    keepAlive();
                    poller.awaitChange(round, config.positions());
                }
            }
        }

        private boolean tellChanges() throws IOException {
            var page = changes.after(position);
            for (var change : page.changes()) {
                writer.event(CHANGE, change.position(), change);
            }
            if (!page.isComplete()) {
                writer.event(RESET, page.position(), Map.of());
            }
            position = page.position();
            if (!page.changes().isEmpty() || !page.isComplete()) {
                told();
            }
            return page.hasMore();
        }

        /** Of units that moved, where they are now, however often they moved in between. */
        private void tellPositions() throws IOException {
            var now = clock.instant();
            if (now.isBefore(sampledAt.plus(config.positions()))) {
                return;
            }
            var latest = changes.sightedSince(now.minus(RECENT)).stream()
                    .collect(Collectors.toMap(SightedUnit::unitId, sighting -> sighting));
            List<SightedUnit> moved = latest.values().stream()
                    .filter(sighting -> !sighting.equals(sighted.get(sighting.unitId())))
                    .toList();
            sampledAt = now;
            sighted = latest;
            if (!moved.isEmpty()) {
                writer.event(POSITIONS, null, moved);
                told();
            }
        }

        private void keepAlive() throws IOException {
            if (clock.instant().isAfter(silentSince.plus(config.heartbeat()))) {
                writer.event(HEARTBEAT, position, Map.of());
                told();
            }
        }

        private void told() throws IOException {
            writer.flush();
            silentSince = clock.instant();
        }
    }
}
