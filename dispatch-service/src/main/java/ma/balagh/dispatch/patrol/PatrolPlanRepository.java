package ma.balagh.dispatch.patrol;

import static jakarta.persistence.LockModeType.OPTIMISTIC_FORCE_INCREMENT;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import org.jspecify.annotations.Nullable;

/** The table {@code patrol_plan}, with its places and units. */
@ApplicationScoped
class PatrolPlanRepository implements PanacheRepositoryBase<PatrolPlan, UUID> {

    Optional<PatrolPlan> lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    /** Counts a change that is none of the row: visits that were measured. */
    void touch(PatrolPlan plan) {
        getEntityManager().lock(plan, OPTIMISTIC_FORCE_INCREMENT);
    }

    /**
     * Newest first.
     *
     * @param from leaves out what is over by then
     * @param to leaves out what begins later, or then
     */
    List<PatrolPlan> list(
            @Nullable PatrolPlanState state, @Nullable Instant from, @Nullable Instant to, PageRequest page) {
        return find(
                        "(:state is null or state = :state) and (cast(:from as Instant) is null or toAt > :from)"
                                + " and (cast(:to as Instant) is null or fromAt < :to) and id < :after order by id desc",
                        Parameters.with("state", state)
                                .and("from", from)
                                .and("to", to)
                                .and("after", page.after()))
                .range(0, page.fetch() - 1)
                .list();
    }

    /** @param oldestSolving since when the oldest plan is computed that is not yet; null where none is */
    record Trouble(long failed, @Nullable Instant oldestSolving) {}

    /** Plans that could not be computed, as long as somebody could need them, and those that are computed. */
    Trouble trouble(Instant now) {
        return getSession()
                .createNativeQuery("""
                        select count(*) filter (where state = 'FAILED' and to_at > :now) as failed,
                               min(made_at) filter (where state = 'SOLVING') as oldest
                        from patrol_plan where state = 'SOLVING' or to_at > :now
                        """, Object[].class)
                .setParameter("now", now)
                .addScalar("failed", Long.class)
                .addScalar("oldest", Instant.class)
                .setTupleTransformer((row, columns) -> new Trouble((Long) row[0], (@Nullable Instant) row[1]))
                .getSingleResult();
    }
}
