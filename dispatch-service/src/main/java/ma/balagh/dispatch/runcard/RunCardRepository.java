package ma.balagh.dispatch.runcard;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import org.jspecify.annotations.Nullable;

/** The table {@code run_card}. */
@ApplicationScoped
class RunCardRepository implements PanacheRepositoryBase<RunCard, UUID> {

    Optional<RunCard> lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    List<RunCard> list(@Nullable IncidentType type, PageRequest page) {
        return find(
                        "(:type is null or type = :type) and id < :after order by id desc",
                        Parameters.with("type", type).and("after", page.after()))
                .range(0, page.fetch() - 1)
                .list();
    }

    /** The card of the highest level that is asked for at most; of several, that of the smallest territory around. */
    Optional<RunCard> of(String jurisdiction, IncidentType type, int alarmLevel) {
        return find(
                        """
                        type = :type and alarmLevel <= :alarmLevel
                        and (jurisdiction = :jurisdiction or :jurisdiction like jurisdiction || '-%')
                        order by alarmLevel desc, length(jurisdiction) desc
                        """,
                        Parameters.with("jurisdiction", jurisdiction)
                                .and("type", type)
                                .and("alarmLevel", alarmLevel))
                .firstResultOptional();
    }
}
