package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.contracts.analysis.Verdict;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Where dossiers are kept. Whoever changes one locks it first; everything happens in the caller's transaction. */
@ApplicationScoped
public class Dossiers {

    private final Jdbi jdbi;

    Dossiers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The dossier, if it exists for that sight. */
    public Optional<Dossier> find(UUID id, Sight sight) {
        return jdbi.withHandle(handle -> one(
                sight.bindTo(handle.createQuery("select * from dossier where dossier_id = :id and " + Sight.CONDITION))
                        .bind("id", id)));
    }

    /** The dossier, if it exists for that sight; nobody else changes it before the transaction ends. */
    public Optional<Dossier> lock(UUID id, Sight sight) {
        return jdbi.withHandle(handle -> one(sight.bindTo(handle.createQuery(
                        "select * from dossier where dossier_id = :id and " + Sight.CONDITION + " for update"))
                .bind("id", id)));
    }

    /**
     * Locks the dossier that something stands in, for what the suite itself does. While the lock was waited for, somebody
     * may have moved the thing to another dossier: then that one is locked.
     */
    Optional<Dossier> lockAt(Supplier<Optional<UUID>> place) {
        Optional<UUID> found = place.get();
        while (found.isPresent()) {
            Optional<Dossier> dossier = lock(found.get());
            Optional<UUID> now = place.get();
            if (now.equals(found)) {
                return dossier;
            }
            found = now;
        }
        return Optional.empty();
    }

    /** Those of them that exist for that sight. */
    public Set<UUID> existing(Collection<UUID> ids, Sight sight) {
        return ids.isEmpty()
                ? Set.of()
                : jdbi.withHandle(handle -> Set.copyOf(sight.bindTo(handle.createQuery(
                                "select dossier_id from dossier where dossier_id = any(:ids) and " + Sight.CONDITION))
                        .bindArray("ids", UUID.class, ids)
                        .mapTo(UUID.class)
                        .list()));
    }

    /** Whether it lies in the compartment of internal affairs; false for one that is not there. */
    public boolean isHidden(UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select exists (
                            select 1 from dossier where dossier_id = :id and compartment = 'INTERNAL_AFFAIRS')
                        """).bind("id", id).mapTo(Boolean.class).one());
    }

    /** For what the suite itself does with a dossier, on behalf of nobody. */
    public Optional<Dossier> lock(UUID id) {
        return jdbi.withHandle(
                handle -> one(handle.createQuery("select * from dossier where dossier_id = :id for update")
                        .bind("id", id)));
    }

    /**
     * What lies in the compartment by the verdict on a dossier.
     *
     * @param reportIds those that stand in no dossier outside
     * @param evidenceIds all that was judged
     */
    public record Hidden(List<UUID> reportIds, List<UUID> evidenceIds) {

        public static final Hidden NOTHING = new Hidden(List.of(), List.of());
    }

    /** Of a dossier that is locked, with its reports. */
    public Hidden hiddenWith(UUID id) {
        return jdbi.withHandle(handle -> new Hidden(
                handle.createQuery(
                                "select report_id from dossier_report where dossier_id = :id and %s order by report_id"
                                        .formatted(ReportSight.hidden("dossier_report.report_id")))
                        .bind("id", id)
                        .mapTo(UUID.class)
                        .list(),
                handle.createQuery(
                                "select evidence_id from dossier_evidence where dossier_id = :id order by evidence_id")
                        .bind("id", id)
                        .mapTo(UUID.class)
                        .list()));
    }

    /** Keeps everybody else from placing a report of that dossier anywhere before the transaction ends. */
    public void lockReportsOf(UUID id) {
        jdbi.useHandle(handle -> handle.execute("""
                select from placement
                where report_id in (select report_id from dossier_report where dossier_id = ?)
                order by report_id
                for update
                """, id));
    }

    /** Locks several in the order of their ids, as everybody does who needs more than one. */
    public void lockAll(Collection<UUID> ids) {
        ids.stream().sorted().distinct().forEach(this::lock);
    }

    public void add(Dossier dossier) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into dossier (dossier_id, jurisdiction, compartment, opened_at, ready, ready_at)
                        values (:id, :jurisdiction, :compartment, :openedAt, :ready, :readyAt)
                        """)
                .bind("id", dossier.id())
                .bind("jurisdiction", dossier.jurisdiction())
                .bind("compartment", dossier.compartment())
                .bind("openedAt", dossier.openedAt())
                .bind("ready", dossier.ready())
                .bind("readyAt", dossier.readyAt())
                .execute());
    }

    /** Writes a dossier that was locked before. */
    public void save(Dossier dossier) {
        // JDBI types an absent UUID as text, hence the casts.
        Columns columns = Columns.of(dossier.lifecycle());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update dossier
                        set compartment = :compartment, state = :state, ready = :ready, ready_at = :readyAt,
                            proposal_id = cast(:proposalId as uuid), proposed_at = :proposedAt,
                            verdict_id = cast(:verdictId as uuid), verdict = :verdict, concluded_at = :concludedAt
                        where dossier_id = :id
                        """)
                .bind("id", dossier.id())
                .bind("compartment", dossier.compartment())
                .bind("state", dossier.lifecycle().state())
                .bind("ready", dossier.ready())
                .bind("readyAt", dossier.readyAt())
                .bind("proposalId", columns.proposalId())
                .bind("proposedAt", columns.proposedAt())
                .bind("verdictId", columns.verdictId())
                .bind("verdict", columns.verdict())
                .bind("concludedAt", columns.concludedAt())
                .execute());
    }

    private static Optional<Dossier> one(Query query) {
        return query.map(Dossiers::dossier).findOne();
    }

    private static Dossier dossier(RowView row) {
        return new Dossier(
                row.getColumn("dossier_id", UUID.class),
                row.getColumn("jurisdiction", String.class),
                row.getColumn("compartment", Compartment.class),
                lifecycle(row),
                row.getColumn("opened_at", Instant.class),
                row.getColumn("ready", Boolean.class),
                row.getColumn("ready_at", Instant.class));
    }

    private static Lifecycle lifecycle(RowView row) {
        return switch (row.getColumn("state", DossierState.class)) {
            case OPEN -> new Lifecycle.Open();
            case PROPOSED ->
                new Lifecycle.Proposed(
                        row.getColumn("proposal_id", UUID.class), row.getColumn("proposed_at", Instant.class));
            case CONCLUDED ->
                new Lifecycle.Concluded(
                        row.getColumn("verdict_id", UUID.class),
                        row.getColumn("verdict", Verdict.class),
                        row.getColumn("concluded_at", Instant.class));
            case JOINED -> new Lifecycle.Joined();
        };
    }

    private record Columns(
            @Nullable UUID proposalId,
            @Nullable Instant proposedAt,
            @Nullable UUID verdictId,
            @Nullable Verdict verdict,
            @Nullable Instant concludedAt) {

        private static final Columns NOTHING = new Columns(null, null, null, null, null);

        static Columns of(Lifecycle lifecycle) {
            return switch (lifecycle) {
                case Lifecycle.Open open -> NOTHING;
                case Lifecycle.Joined joined -> NOTHING;
                case Lifecycle.Proposed(var proposalId, var at) -> new Columns(proposalId, at, null, null, null);
                case Lifecycle.Concluded(var verdictId, var verdict, var at) ->
                    new Columns(null, null, verdictId, verdict, at);
            };
        }
    }
}
