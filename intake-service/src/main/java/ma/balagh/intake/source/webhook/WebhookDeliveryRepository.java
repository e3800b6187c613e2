package ma.balagh.intake.source.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** The table {@code webhook_delivery}, and how the sources of webhooks are doing. */
@ApplicationScoped
class WebhookDeliveryRepository {

    private final Session session;

    WebhookDeliveryRepository(Session session) {
        this.session = session;
    }

    /** Whether that message was taken in before. */
    boolean isKnown(UUID sourceId, String webhookId) {
        return ScalarQuery.of(session, """
                        select exists (
                            select from webhook_delivery where source_id = :source and webhook_id = :id)
                        """, Boolean.class)
                .setParameter("source", sourceId)
                .setParameter("id", webhookId)
                .getSingleResult();
    }

    /** What is older than any message that could be played again is forgotten. */
    void taken(UUID sourceId, String webhookId, boolean news, Instant at) {
        session.createNativeMutationQuery("""
                        insert into webhook_delivery (source_id, webhook_id, at) values (:source, :id, :at)
                        on conflict do nothing
                        """)
                .setParameter("source", sourceId)
                .setParameter("id", webhookId)
                .setParameter("at", at)
                .executeUpdate();
        session.createNativeMutationQuery("""
                        delete from webhook_delivery
                        where source_id = :source and at < cast(:at as timestamptz) - interval '1 day'
                        """)
                .setParameter("source", sourceId)
                .setParameter("at", at)
                .executeUpdate();
        session.createNativeMutationQuery("""
                        update source set
                            last_attempt_at = :at, last_success_at = :at, failing_since = null, failures = 0,
                            last_new_at = case when :news then cast(:at as timestamptz) else last_new_at end
                        where id = :source
                        """)
                .setParameter("source", sourceId)
                .setParameter("at", at)
                .setParameter("news", news)
                .executeUpdate();
    }

    void failed(UUID sourceId, String reason, String detail, Instant at) {
        session.createNativeMutationQuery("""
                        update source set
                            last_attempt_at = :at, failed_at = :at, failure_reason = :reason, failure_detail = :detail,
                            failing_since = coalesce(failing_since, :at), failures = failures + 1
                        where id = :source
                        """)
                .setParameter("source", sourceId)
                .setParameter("at", at)
                .setParameter("reason", reason)
                .setParameter("detail", detail)
                .executeUpdate();
    }
}
