package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** What people did to dossiers as a whole; written in the transaction that does it, never changed. */
@ApplicationScoped
public class Acts {

    private final Jdbi jdbi;

    Acts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(Act act) {
        add(act, null);
    }

    /** @param reopeningId the proposal of two people that the act carries out */
    public void add(Act act, @Nullable UUID reopeningId) {
        // JDBI types an absent UUID as text, hence the casts.
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into dossier_act (act_id, kind, dossier_id, other_id, evidence_ids, report_ids, verdict_id,
                            reopening_id, reason, person, person_name, at)
                        values (:id, :kind, :dossierId, cast(:otherId as uuid), :evidenceIds, :reportIds,
                            cast(:verdictId as uuid), cast(:reopeningId as uuid), :reason, :person, :personName, :at)
                        """)
                .bind("id", act.id())
                .bind("kind", act.kind())
                .bind("dossierId", act.dossierId())
                .bind("otherId", act.otherId())
                .bindArray("evidenceIds", UUID.class, act.evidenceIds())
                .bindArray("reportIds", UUID.class, act.reportIds())
                .bind("verdictId", act.verdictId())
                .bind("reopeningId", reopeningId)
                .bind("reason", act.reason())
                .bind("person", act.person())
                .bind("personName", act.personName())
                .bind("at", act.at())
                .execute());
    }

    /**
     * What was done to a dossier that exists for that sight, oldest first. The other dossier is named where it exists for
     * that sight, too; a separation into one that has come into the compartment since is not told at all.
     */
    public List<ActView> of(UUID dossierId, Sight sight) {
        return jdbi.withHandle(handle -> sight.bindTo(handle.createQuery("""
                        select dossier_act.*, dossier.dossier_id as seen_id, dossier_act.dossier_id = :id as changed,
                            reopening_proposal.proposed_by_name as proposer
                        from dossier_act
                        left join reopening_proposal using (reopening_id)
                        left join dossier
                            on dossier.dossier_id in (dossier_act.dossier_id, dossier_act.other_id)
                            and dossier.dossier_id <> :id and %s
                        where (dossier_act.dossier_id = :id or other_id = :id)
                        and not (kind = 'SEPARATED' and dossier_act.dossier_id = :id and dossier.dossier_id is null)
                        order by act_id
                        """.formatted(Sight.CONDITION)))
                .bind("id", dossierId)
                .map(Acts::view)
                .list());
    }

    /** Where everything of a joined dossier stands now, if that exists for that sight. */
    public Optional<UUID> leadsTo(UUID dossierId, Sight sight) {
        return jdbi.withHandle(handle -> sight.bindTo(handle.createQuery("""
                        select dossier.dossier_id
                        from dossier_join led
                        join dossier on dossier.dossier_id = led.into_id
                        where led.dossier_id = :id and %s
                        """.formatted(Sight.CONDITION)))
                .bind("id", dossierId)
                .mapTo(UUID.class)
                .findOne());
    }

    private static ActView view(RowView row) {
        return new ActView(
                row.getColumn("kind", Act.Kind.class),
                row.getColumn("changed", Boolean.class) ? ActView.Role.CHANGED : ActView.Role.OTHER,
                row.getColumn("seen_id", UUID.class),
                row.getColumn("reason", String.class),
                row.getColumn("person_name", String.class),
                row.getColumn("proposer", String.class),
                row.getColumn("at", Instant.class));
    }
}
