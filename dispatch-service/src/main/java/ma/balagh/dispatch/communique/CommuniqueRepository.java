package ma.balagh.dispatch.communique;

import static jakarta.persistence.LockModeType.PESSIMISTIC_FORCE_INCREMENT;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.PageRequest;
import ma.balagh.http.TimePosition;
import org.jspecify.annotations.Nullable;

/** The table {@code communique}. */
@ApplicationScoped
class CommuniqueRepository implements PanacheRepositoryBase<Communique, UUID> {

    Optional<Communique> lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE);
    }

    /** Cases that name the incident, are approved and not published yet. */
    List<Communique> lockWaiting(UUID incidentId, Instant now) {
        return getSession()
                .createNativeQuery("""
                        select * from communique
                        where state = 'APPROVED' and kind = 'CASE' and published_at > :now and :incident = any (incident_ids)
                        order by id
                        for update
                        """, Communique.class)
                .setParameter("now", now)
                .setParameter("incident", incidentId.toString())
                .getResultList();
    }

    /** Counts a change that is none of the row: an answer about its texts. */
    void touch(Communique communique) {
        getEntityManager().lock(communique, PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Of these territories alone: what others published, everybody could read. */
    List<Communique> list(@Nullable CommuniqueState state, Jurisdictions own, PageRequest page) {
        return getSession()
                .createNativeQuery("""
                        select * from communique
                        where jurisdiction like any (:own) and (cast(:state as text) is null or state = :state) and id < :after
                        order by id desc
                        limit :fetch
                        """, Communique.class)
                .setParameter("own", own.patterns().toArray(String[]::new), String[].class)
                .setParameter("state", state == null ? null : state.name(), String.class)
                .setParameter("after", page.after())
                .setParameter("fetch", page.fetch())
                .getResultList();
    }

    /** What the public sees, newest first. */
    List<Communique> published(Instant now, @Nullable TimePosition after, int fetch) {
        return getSession()
                .createSelectionQuery("""
                        from Communique c
                        where c.publishedAt <= :now and (c.retractedAt is null or c.retractedAt >= c.publishedAt)
                          and (:first = true or c.publishedAt < :at or c.publishedAt = :at and c.id < :id)
                        order by c.publishedAt desc, c.id desc
                        """, Communique.class)
                .setParameter("now", now)
                .setParameter("first", after == null)
                .setParameter("at", after == null ? now : after.at())
                .setParameter("id", after == null ? new UUID(0, 0) : after.id())
                .setMaxResults(fetch)
                .getResultList();
    }

    Optional<Communique> published(UUID id, Instant now) {
        return findByIdOptional(id).filter(communique -> communique.isPublished(now));
    }
}
