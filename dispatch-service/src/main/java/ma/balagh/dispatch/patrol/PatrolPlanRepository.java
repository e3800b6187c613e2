package ma.balagh.dispatch.patrol;

import static jakarta.persistence.LockModeType.OPTIMISTIC_FORCE_INCREMENT;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
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

    List<PatrolPlan> list(@Nullable PatrolPlanState state, PageRequest page) {
        return find(
                        "(:state is null or state = :state) and id < :after order by id desc",
                        Parameters.with("state", state).and("after", page.after()))
                .range(0, page.fetch() - 1)
                .list();
    }
}
