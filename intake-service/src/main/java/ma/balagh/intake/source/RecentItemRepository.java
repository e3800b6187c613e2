package ma.balagh.intake.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** How much sources brought of late: of a week, so that counting costs the same however long they have been watched. */
@ApplicationScoped
class RecentItemRepository {

    private static final Duration LATELY = Duration.ofDays(7);

    private final Session session;

    RecentItemRepository(Session session) {
        this.session = session;
    }

    /**
     * What became of what a source told.
     *
     * @param since from when on
     */
    record Counts(UUID sourceId, Instant since, long reported, long setAside, long sightings) {

        static Counts none(UUID sourceId, Instant since) {
            return new Counts(sourceId, since, 0, 0, 0);
        }
    }

    /** By source; each has some. */
    Map<UUID, Counts> of(Collection<UUID> sourceIds, Instant now) {
        Instant since = now.minus(LATELY).truncatedTo(ChronoUnit.MILLIS);
        Map<UUID, Counts> counted = session.createNativeQuery("""
                        select source_id,
                               count(*) filter (where standing = 'REPORTED') as reported,
                               count(*) filter (where standing = 'SET_ASIDE') as set_aside,
                               count(*) filter (where standing = 'SIGHTING') as sightings
                        from item
                        where source_id = any(:sources) and id >= :first and erased_at is null
                        group by source_id
                        """, Tuple.class)
                .setParameter("sources", sourceIds.toArray(UUID[]::new))
                .setParameter("first", firstOf(since))
                .getResultStream()
                .map(row -> new Counts(
                        row.get("source_id", UUID.class),
                        since,
                        row.get("reported", Long.class),
                        row.get("set_aside", Long.class),
                        row.get("sightings", Long.class)))
                .collect(Collectors.toMap(Counts::sourceId, Function.identity()));
        return sourceIds.stream()
                .collect(Collectors.toMap(Function.identity(), id -> counted.getOrDefault(id, Counts.none(id, since))));
    }

    /** No id of a later moment is smaller: UUIDv7 begins with the milliseconds (RFC 9562, 5.7). */
    private static UUID firstOf(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }
}
