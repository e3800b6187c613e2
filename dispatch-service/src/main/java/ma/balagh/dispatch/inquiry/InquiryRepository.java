package ma.balagh.dispatch.inquiry;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.http.PageRequest;
import org.jspecify.annotations.Nullable;

/** The table {@code inquiry}. */
@ApplicationScoped
class InquiryRepository implements PanacheRepositoryBase<Inquiry, UUID> {

    /**
     * Opens an inquiry, whose timeline begins with that.
     *
     * @return false when the verdict has its inquiry already or the dossier has an open one
     */
    boolean insert(UUID id, MisconductFound misconduct, Instant openedAt) {
        return getSession()
                        .createNativeMutationQuery("""
                                insert into inquiry (id, dossier_id, verdict_id, jurisdiction, severity, place,
                                                     latitude, longitude, occurred_at, state, opened_at, entry_count,
                                                     version)
                                values (:id, :dossierId, :verdictId, :jurisdiction, :severity, :place,
                                        :latitude, :longitude, :occurredAt, 'OPEN', :openedAt, 1, 1)
                                on conflict do nothing
                                """)
                        .setParameter("id", id)
                        .setParameter("dossierId", misconduct.dossierId())
                        .setParameter("verdictId", misconduct.verdictId())
                        .setParameter("jurisdiction", misconduct.jurisdiction())
                        .setParameter("severity", misconduct.severity(), Integer.class)
                        .setParameter("place", misconduct.place(), String.class)
                        .setParameter("latitude", misconduct.latitude(), Double.class)
                        .setParameter("longitude", misconduct.longitude(), Double.class)
                        .setParameter("occurredAt", misconduct.occurredAt(), Instant.class)
                        .setParameter("openedAt", openedAt)
                        .executeUpdate()
                == 1;
    }

    /** The inquiry, held until the end of the transaction. */
    Optional<Inquiry> lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    /**
     * Newest first.
     *
     * @param state null for all
     * @param overdue whether steps of it are overdue; null for all
     */
    List<Inquiry> list(Inquiry.@Nullable State state, @Nullable Boolean overdue, Instant now, PageRequest page) {
        String steps = overdue == null ? "" : (overdue ? "and " : "and not ") + """
                exists (from InquiryStep step where step.inquiryId = inquiry.id and inquiry.state = OPEN
                        and step.doneAt is null and step.dueAt < :now)
                """;
        var parameters = Parameters.with("state", state).and("after", page.after());
        if (overdue != null) {
            parameters.and("now", now);
        }
        return find("""
                        from Inquiry inquiry
                        where (:state is null or inquiry.state = :state)
                        and inquiry.id < :after %s
                        order by inquiry.id desc
                        """.formatted(steps), parameters).range(0, page.fetch() - 1).list();
    }
}
