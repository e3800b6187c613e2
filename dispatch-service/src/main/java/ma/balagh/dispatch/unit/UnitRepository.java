package ma.balagh.dispatch.unit;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import org.jspecify.annotations.Nullable;

/** The table {@code unit}. */
@ApplicationScoped
class UnitRepository implements PanacheRepositoryBase<Unit, UUID> {

    /** The unit, held until the end of the transaction so that nobody else changes it meanwhile. */
    Optional<Unit> lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    /** @param callSign only the unit of that call sign; null for all */
    List<Unit> list(@Nullable UnitStatus status, @Nullable String callSign, PageRequest page) {
        return find(
                        """
                        (:status is null or status = :status)
                        and (:callSign is null or callSign = :callSign)
                        and id < :after
                        order by id desc
                        """,
                        Parameters.with("status", status)
                                .and("callSign", callSign)
                                .and("after", page.after()))
                .range(0, page.fetch() - 1)
                .list();
    }

    /**
     * Units whose territory covers that one or lies in it: available ones first, then the nearest to the place. The
     * distance is that on a plane, which orders units of one territory as the one on the globe does.
     */
    List<Unit> around(String jurisdiction, @Nullable Double latitude, @Nullable Double longitude, int limit) {
        return find(
                        """
                        jurisdiction = :jurisdiction
                        or :jurisdiction like jurisdiction || '-%'
                        or jurisdiction like :jurisdiction || '-%'
                        order by case when status = AVAILABLE then 0 else 1 end,
                                 power(position.latitude - :latitude, 2)
                                     + power((position.longitude - :longitude) * cos(radians(:latitude)), 2) nulls last,
                                 position.at desc nulls last
                        """,
                        Parameters.with("jurisdiction", jurisdiction)
                                .and("latitude", latitude)
                                .and("longitude", longitude))
                .range(0, limit - 1)
                .list();
    }
}
