package ma.balagh.dispatch.inquiry;

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

/** The table {@code inquiry}. */
@ApplicationScoped
class InquiryRepository implements PanacheRepositoryBase<Inquiry, UUID> {

    /** @return false when the verdict has its inquiry already or the dossier has an open one */
    boolean insert(Inquiry inquiry) {
        return getSession()
                        .createNativeMutationQuery("""
                                insert into inquiry (id, dossier_id, verdict_id, jurisdiction, severity, place,
                                                     latitude, longitude, occurred_at, state, opened_at, version)
                                values (:id, :dossierId, :verdictId, :jurisdiction, :severity, :place,
                                        :latitude, :longitude, :occurredAt, :state, :openedAt, :version)
                                on conflict do nothing
                                """)
                        .setParameter("id", inquiry.id())
                        .setParameter("dossierId", inquiry.dossierId())
                        .setParameter("verdictId", inquiry.verdictId())
                        .setParameter("jurisdiction", inquiry.jurisdiction())
                        .setParameter("severity", inquiry.severity(), Integer.class)
                        .setParameter("place", inquiry.place(), String.class)
                        .setParameter("latitude", inquiry.latitude(), Double.class)
                        .setParameter("longitude", inquiry.longitude(), Double.class)
                        .setParameter("occurredAt", inquiry.occurredAt(), Instant.class)
                        .setParameter("state", inquiry.state().name())
                        .setParameter("openedAt", inquiry.openedAt())
                        .setParameter("version", inquiry.version())
                        .executeUpdate()
                == 1;
    }

    /** The inquiry, held until the end of the transaction. */
    Optional<Inquiry> lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    /** @param state null for all */
    List<Inquiry> list(Inquiry.@Nullable State state, PageRequest page) {
        return find("""
                        (:state is null or state = :state)
                        and id < :after
                        order by id desc
                        """, Parameters.with("state", state).and("after", page.after()))
                .range(0, page.fetch() - 1)
                .list();
    }
}
