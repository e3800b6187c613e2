package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The tables {@code dossier_act}, to which rows are only ever added, and {@code dossier_join}. */
@ApplicationScoped
class DossierActRepository {

    private final Session session;

    DossierActRepository(Session session) {
        this.session = session;
    }

    void add(DossierAct act, @Nullable UUID reopeningId) {
        session.createNativeMutationQuery("""
                        insert into dossier_act (act_id, kind, dossier_id, other_id, evidence_ids, report_ids, verdict_id,
                            reopening_id, reason, person, person_name, at)
                        values (:id, :kind, :dossierId, :otherId, :evidenceIds, :reportIds, :verdictId,
                            :reopeningId, :reason, :person, :personName, :at)
                        """)
                .setParameter("id", act.id())
                .setParameter("kind", act.kind().name())
                .setParameter("dossierId", act.dossierId())
                .setParameter("otherId", act.otherId(), UUID.class)
                .setParameter("evidenceIds", act.evidenceIds().toArray(UUID[]::new))
                .setParameter("reportIds", act.reportIds().toArray(UUID[]::new))
                .setParameter("verdictId", act.verdictId(), UUID.class)
                .setParameter("reopeningId", reopeningId, UUID.class)
                .setParameter("reason", act.reason())
                .setParameter("person", act.person())
                .setParameter("personName", act.personName())
                .setParameter("at", act.at())
                .executeUpdate();
    }

    List<DossierActView> list(UUID dossierId) {
        return session.createNativeQuery("""
                select kind, dossier_act.reason, person_name, at, dossier.dossier_id as seen_id,
                    dossier_act.dossier_id = :id as changed, reopening_proposal.proposed_by_name as proposer
                from dossier_act
                left join reopening_proposal using (reopening_id)
                left join dossier
                    on dossier.dossier_id in (dossier_act.dossier_id, dossier_act.other_id)
                    and dossier.dossier_id <> :id
                where dossier_act.dossier_id = :id or other_id = :id
                order by act_id
                """, Tuple.class)
                .setParameter("id", dossierId)
                .getResultStream()
                .map(DossierActRepository::view)
                .toList();
    }

    /** When something was last done to one of them; null where nothing ever was. */
    @Nullable
    Instant newest(Collection<UUID> dossierIds) {
        return newest("""
                select max(at) from dossier_act where dossier_id = any(:ids)
                union all
                select max(at) from dossier_act where other_id = any(:ids)
                """, dossierIds);
    }

    /** When a report last came into one of them; null where there is none. */
    @Nullable
    Instant newestJoining(Collection<UUID> dossierIds) {
        return newest("select max(joined_at) from dossier_report where dossier_id = any(:ids)", dossierIds);
    }

    private @Nullable Instant newest(String times, Collection<UUID> dossierIds) {
        return ScalarQuery.of(session, "select max(at) from (%s) as times (at)".formatted(times), Instant.class)
                .setParameter("ids", dossierIds.toArray(UUID[]::new))
                .getSingleResult();
    }

    Optional<UUID> leadsTo(UUID dossierId) {
        return ScalarQuery.of(session, """
                select dossier.dossier_id
                from dossier_join led
                join dossier on dossier.dossier_id = led.into_id
                where led.dossier_id = :id
                """, UUID.class)
                .setParameter("id", dossierId)
                .uniqueResultOptional();
    }

    private static DossierActView view(Tuple row) {
        return new DossierActView(
                DossierAct.Kind.valueOf(row.get("kind", String.class)),
                row.get("changed", Boolean.class) ? DossierActView.Role.CHANGED : DossierActView.Role.OTHER,
                row.get("seen_id", UUID.class),
                row.get("reason", String.class),
                row.get("person_name", String.class),
                row.get("proposer", String.class),
                row.get("at", Instant.class));
    }
}
