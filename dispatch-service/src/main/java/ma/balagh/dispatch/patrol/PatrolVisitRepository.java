package ma.balagh.dispatch.patrol;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code patrol_visit}. */
@ApplicationScoped
class PatrolVisitRepository implements PanacheRepositoryBase<PatrolVisit, UUID> {

    /** By time; those that no unit makes last. */
    List<PatrolVisit> of(UUID planId) {
        return list("planId = ?1 order by startAt nulls last, spot, id", planId);
    }

    /** Held until the end of the transaction. */
    Optional<PatrolVisit> lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    /** By time, without what was withdrawn; those that no unit makes last. */
    List<PatrolVisit> shown(UUID planId) {
        return list("planId = ?1 and state <> WITHDRAWN order by startAt nulls last, spot, id", planId);
    }

    /** Of plans that are or were approved, by time: what a unit is to do, and did. */
    List<PatrolVisit> ofUnit(UUID unitId, Instant endsAfter, Instant startsBefore, int limit) {
        return find(
                        """
                        from PatrolVisit visit
                        where visit.unitId = :unitId and visit.endAt > :after and visit.startAt < :before
                          and visit.state <> WITHDRAWN
                          and exists (
                              select 1 from PatrolPlan plan where plan.id = visit.planId and plan.approvedAt is not null)
                        order by visit.startAt, visit.id
                        """,
                        Parameters.with("unitId", unitId)
                                .and("after", endsAfter)
                                .and("before", startsBefore))
                .range(0, limit - 1)
                .list();
    }

    /** Of plans that are or were approved, over for a while, and not measured yet; held until the end of the transaction. */
    List<PatrolVisit> unmeasured(Instant endedBefore, int limit) {
        return getSession()
                .createNativeQuery("""
                        select visit.* from patrol_visit visit join patrol_plan plan on plan.id = visit.plan_id
                        where visit.measured_at is null and visit.state in ('PLANNED', 'INTERRUPTED')
                          and visit.end_at < :before and plan.approved_at is not null
                        order by visit.end_at, visit.id
                        limit :limit
                        for update of visit skip locked
                        """, PatrolVisit.class)
                .setParameter("before", endedBefore)
                .setParameter("limit", limit)
                .getResultList();
    }
}
