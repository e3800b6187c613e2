package ma.balagh.analysis.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.dossier.Sight;
import ma.balagh.analysis.examination.KnownMedia.Kind;
import ma.balagh.analysis.known.KnownFootage.Quarantine;
import ma.balagh.analysis.known.KnownFootage.Reason;
import ma.balagh.analysis.known.KnownFootage.State;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import ma.balagh.http.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The bank's table. An entry exists for whoever may see the evidence that it was made of. */
@ApplicationScoped
class KnownFootageStore {

    /** An entry that nobody else changes now. */
    record Held(UUID id, State state) {}

    private static final String SELECT =
            """
            select known_footage.*, dossier.dossier_id
            from known_footage
            join dossier_evidence using (evidence_id)
            join dossier using (dossier_id)
            where removed_at is null and %s and %s
            """.formatted(Sight.CONDITION, ReportSight.conditionOfEvidence("known_footage.evidence_id"));

    private final Jdbi jdbi;
    private final Clock clock;

    KnownFootageStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** One more than the page holds, if there is one; newest first. */
    List<KnownFootage> list(Sight sight, ReportSight reports, PageRequest page) {
        return jdbi.withHandle(handle -> seen(
                        handle.createQuery(SELECT + " and id < :after order by id desc limit :fetch"), sight, reports)
                .bind("after", page.after())
                .bind("fetch", page.fetch())
                .map(KnownFootageStore::entry)
                .list());
    }

    Optional<KnownFootage> find(UUID id, Sight sight, ReportSight reports) {
        return jdbi.withHandle(handle -> seen(handle.createQuery(SELECT + " and id = :id"), sight, reports)
                .bind("id", id)
                .map(KnownFootageStore::entry)
                .findOne());
    }

    /** All that raises matches, or keeps them from being raised. */
    List<KnownFootage> banked(Sight sight, ReportSight reports) {
        return jdbi.withHandle(
                handle -> seen(handle.createQuery(SELECT + " and known_footage.state = 'BANKED'"), sight, reports)
                        .map(KnownFootageStore::entry)
                        .list());
    }

    /** As what the evidence is known, if it is; keeps others from changing that until the transaction ends. */
    Optional<Held> lock(UUID evidenceId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, state from known_footage
                        where evidence_id = :evidenceId and removed_at is null
                        for update
                        """)
                .bind("evidenceId", evidenceId)
                .map(row -> new Held(row.getColumn("id", UUID.class), row.getColumn("state", State.class)))
                .findOne());
    }

    boolean isUnreadable(UUID evidenceId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select 1 from examination where evidence_id = :evidenceId and state = 'UNREADABLE')
                        """)
                .bind("evidenceId", evidenceId)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * Adds an entry, unless the evidence has one.
     *
     * @param countedFrom since when its matches count against a flood
     * @return its id; empty when somebody was faster
     */
    Optional<UUID> add(UUID evidenceId, Kind kind, String reference, String summary, Instant countedFrom, Caller by) {
        UUID id = Ids.next();
        int added = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into known_footage (id, evidence_id, kind, reference, summary, banked_by, banked_by_name,
                            banked_at, counted_from)
                        values (:id, :evidenceId, :kind, :reference, :summary, :by, :byName, :at, :countedFrom)
                        on conflict (evidence_id) where removed_at is null do nothing
                        """)
                .bind("id", id)
                .bind("evidenceId", evidenceId)
                .bind("kind", kind.name())
                .bind("reference", reference)
                .bind("summary", summary)
                .bind("by", by.id())
                .bind("byName", by.name())
                .bind("at", now())
                .bind("countedFrom", countedFrom.atOffset(ZoneOffset.UTC))
                .execute());
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** An entry that is gone already stays as it went. */
    void remove(UUID id, Caller by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update known_footage set removed_at = :at, removed_by = :by, removed_by_name = :byName
                        where id = :id and removed_at is null
                        """)
                .bind("at", now())
                .bind("by", by.id())
                .bind("byName", by.name())
                .bind("id", id)
                .execute());
    }

    private static Query seen(Query query, Sight sight, ReportSight reports) {
        return reports.bindTo(sight.bindTo(query));
    }

    private static KnownFootage entry(RowView row) {
        return new KnownFootage(
                row.getColumn("id", UUID.class),
                row.getColumn("evidence_id", UUID.class),
                row.getColumn("dossier_id", UUID.class),
                row.getColumn("kind", Kind.class),
                row.getColumn("reference", String.class),
                row.getColumn("summary", String.class),
                row.getColumn("state", State.class),
                quarantine(row),
                row.getColumn("banked_by_name", String.class),
                row.getColumn("banked_at", Instant.class));
    }

    private static @Nullable Quarantine quarantine(RowView row) {
        Instant at = row.getColumn("quarantined_at", Instant.class);
        return at == null
                ? null
                : new Quarantine(
                        Reason.MATCHES_TOO_MUCH,
                        row.getColumn("quarantined_media", Integer.class),
                        row.getColumn("quarantined_examined", Integer.class),
                        at);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
