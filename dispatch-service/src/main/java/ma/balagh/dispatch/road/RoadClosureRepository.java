package ma.balagh.dispatch.road;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.PageRequest;

/** The table {@code road_closure}. */
@ApplicationScoped
class RoadClosureRepository implements PanacheRepositoryBase<RoadClosure, UUID> {

    private static final String IN_FORCE = "liftedAt is null and (closedUntil is null or closedUntil > :now)";

    /** The closure, held until the end of the transaction. */
    Optional<RoadClosure> lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    List<RoadClosure> list(Instant now, PageRequest page) {
        return find(
                        IN_FORCE + " and id < :after order by id desc",
                        Parameters.with("now", now).and("after", page.after()))
                .range(0, page.fetch() - 1)
                .list();
    }

    /** All, whatever the jurisdiction, for whoever acts as the service. */
    List<RoadClosure> inForce(Instant now) {
        return list(IN_FORCE, Parameters.with("now", now));
    }
}
