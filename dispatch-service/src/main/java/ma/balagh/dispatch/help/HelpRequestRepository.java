package ma.balagh.dispatch.help;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import org.jspecify.annotations.Nullable;

/** The table {@code help_request}. */
@ApplicationScoped
class HelpRequestRepository implements PanacheRepositoryBase<HelpRequest, UUID> {

    /** The request, held until the end of the transaction. */
    Optional<HelpRequest> lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    List<HelpRequest> list(HelpRequest.@Nullable State state, PageRequest page) {
        return find("""
                        (:state is null or state = :state)
                        and id < :after
                        order by id desc
                        """, Parameters.with("state", state).and("after", page.after()))
                .range(0, page.fetch() - 1)
                .list();
    }
}
