package ma.balagh.analysis.dossier;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.persistence.ScalarQuery;

/** The table {@code dossier}, and what lies in the compartment with one. */
@ApplicationScoped
class DossierRepository implements PanacheRepositoryBase<Dossier, UUID> {

    /**
     * The dossiers of one state.
     *
     * @param oldest when the first of them was opened
     */
    record Backlog(long count, Instant oldest) {}

    /** A query that loads no entity: the dossier is loaded later, once it is locked. */
    boolean isVisible(UUID id) {
        return count("id", id) == 1;
    }

    /** The dossier, held until the end of the transaction. */
    Optional<Dossier> lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    Set<UUID> existing(Collection<UUID> ids) {
        return Set.copyOf(
                ScalarQuery.of(getSession(), "select dossier_id from dossier where dossier_id = any(:ids)", UUID.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList());
    }

    /** One that was joined to another lies where that other does. */
    boolean isHidden(UUID id) {
        return ScalarQuery.of(getSession(), """
                        select exists (
                            select from dossier
                            where dossier_id = :id and (compartment = 'INTERNAL_AFFAIRS'
                                or (state = 'JOINED' and joined_to_misconduct(dossier_id))))
                        """, Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** The reports of a dossier that stand in no dossier outside of the compartment. */
    List<UUID> hiddenReports(UUID id) {
        return ScalarQuery.of(
                        getSession(),
                        "select report_id from dossier_report where dossier_id = :id and %s order by report_id"
                                .formatted(ReportVisibility.hidden("dossier_report.report_id")),
                        UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    List<UUID> evidenceIn(UUID id) {
        return ScalarQuery.of(
                        getSession(),
                        "select evidence_id from dossier_evidence where dossier_id = :id order by evidence_id",
                        UUID.class)
                .setParameter("id", id)
                .getResultList();
    }

    Optional<Backlog> backlog(DossierState state) {
        return getSession()
                .createNativeQuery("""
                        select count(*) as waiting, min(opened_at) as oldest from dossier
                        where state = :state having count(*) > 0
                        """, Tuple.class)
                .setParameter("state", state.name())
                .uniqueResultOptional()
                .map(row -> new Backlog(row.get("waiting", Long.class), row.get("oldest", Instant.class)));
    }
}
