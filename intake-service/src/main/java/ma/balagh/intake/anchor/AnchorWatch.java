package ma.balagh.intake.anchor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts what no anchor covers outside the compartment and which anchors lack a stamp, so that somebody is alarmed when either ages. */
@ApplicationScoped
class AnchorWatch {

    private record Standing(
            long entries,
            @Nullable Instant oldestEntry,
            long incomplete,
            @Nullable Instant lastAnchor) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile Standing standing = new Standing(0, null, 0, null);

    AnchorWatch(Jdbi jdbi, Clock clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.clock = clock;
        Gauge.builder("balagh.custody.unanchored", this, watch -> watch.standing.entries())
                .description("Custody entries that no anchor covers")
                .register(meters);
        Gauge.builder("balagh.custody.unanchored.oldest", this, watch -> watch.age(watch.standing.oldestEntry()))
                .description("Age of the oldest custody entry that no anchor covers")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("balagh.custody.anchor.age", this, watch -> watch.age(watch.standing.lastAnchor()))
                .description("Age of the newest anchor")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("balagh.custody.anchors.incomplete", this, watch -> watch.standing.incomplete())
                .description("Anchors without a time stamp or without a copy outside the database")
                .register(meters);
    }

    @Scheduled(every = "{balagh.custody.watch-interval}")
    @RunOnVirtualThread
    void count() {
        standing = jdbi.withHandle(handle -> handle.createQuery("""
                        with unanchored as (
                            select entries, since from custody_unanchored
                            where not exists (select from custody_compartment where chain_id = custody_unanchored.evidence_id))
                        select (select coalesce(sum(entries), 0) from unanchored) as entries,
                               (select min(since) from unanchored) as oldest_entry,
                               (select count(*) from custody_anchor_work) as incomplete,
                               (select at from custody_anchor order by number desc limit 1) as last_anchor
                        """)
                .map((row, context) -> new Standing(
                        row.getLong("entries"),
                        instant(row, "oldest_entry"),
                        row.getLong("incomplete"),
                        instant(row, "last_anchor")))
                .one());
    }

    private double age(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
