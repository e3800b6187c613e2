package ma.balagh.intake.source.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which messages were taken in, and how the sources of webhooks are doing. */
@ApplicationScoped
class DeliveryRows {

    private final Jdbi jdbi;

    DeliveryRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean isKnown(UUID sourceId, String webhookId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from webhook_delivery where source_id = :source and webhook_id = :id)
                        """)
                .bind("source", sourceId)
                .bind("id", webhookId)
                .mapTo(Boolean.class)
                .one());
    }

    /** What is older than any message that could be played again is forgotten. */
    void taken(UUID sourceId, String webhookId, boolean news, Instant at) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into webhook_delivery (source_id, webhook_id, at) values (?, ?, ?) on conflict do nothing",
                    sourceId,
                    webhookId,
                    at);
            handle.execute(
                    "delete from webhook_delivery where source_id = ? and at < cast(? as timestamptz) - interval '1 day'",
                    sourceId,
                    at);
            handle.createUpdate("""
                            update source set
                                last_attempt_at = :at, last_success_at = :at, failing_since = null, failures = 0,
                                last_new_at = case when :news then cast(:at as timestamptz) else last_new_at end
                            where id = :id
                            """)
                    .bind("id", sourceId)
                    .bind("at", at)
                    .bind("news", news)
                    .execute();
        });
    }

    void failed(UUID sourceId, String reason, String detail, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update source set
                            last_attempt_at = :at, failed_at = :at, failure_reason = :reason, failure_detail = :detail,
                            failing_since = coalesce(failing_since, :at), failures = failures + 1
                        where id = :id
                        """)
                .bind("id", sourceId)
                .bind("at", at)
                .bind("reason", reason)
                .bind("detail", detail)
                .execute());
    }
}
