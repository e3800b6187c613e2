package ma.balagh.dispatch.patrol;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code patrol_visit}. */
@ApplicationScoped
class PatrolVisitRepository implements PanacheRepositoryBase<PatrolVisit, UUID> {

    /** By time; those that no unit makes last. */
    List<PatrolVisit> of(UUID planId) {
        return list("planId = ?1 order by startAt nulls last, spot, id", planId);
    }

    /** Of approved plans, over for a while, and not measured yet; held until the end of the transaction. */
    List<PatrolVisit> unmeasured(Instant endedBefore, int limit) {
        return getSession()
                .createNativeQuery("""
                        select visit.* from patrol_visit visit join patrol_plan plan on plan.id = visit.plan_id
                        where visit.measured_at is null and visit.state in ('PLANNED', 'INTERRUPTED')
                          and visit.end_at < :before and plan.state = 'APPROVED'
                        order by visit.end_at, visit.id
                        limit :limit
                        for update of visit skip locked
                        """, PatrolVisit.class)
                .setParameter("before", endedBefore)
                .setParameter("limit", limit)
                .getResultList();
    }
}
