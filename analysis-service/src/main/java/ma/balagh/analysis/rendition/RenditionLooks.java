package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import org.jdbi.v3.core.Jdbi;

/** Who looked at which rendition, when and why. What is looked at is kept for longer. */
@ApplicationScoped
class RenditionLooks {

    private final Jdbi jdbi;
    private final Caller caller;
    private final RenditionConfig config;
    private final Clock clock;

    RenditionLooks(Jdbi jdbi, Caller caller, RenditionConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    /** The many parts in which a player asks for a film are one look. */
    @Transactional
    void record(UUID renditionId, Purpose purpose) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbi.useHandle(handle -> {
            int looks = handle.createUpdate("""
                            insert into rendition_look (id, rendition_id, viewer_id, viewer_name, purpose, at)
                            select :id, :renditionId, :viewerId, :viewerName, :purpose, :now
                            where not exists (
                                select 1
                                from rendition_look
                                where rendition_id = :renditionId and viewer_id = :viewerId and purpose = :purpose
                                  and at > :since)
                            """)
                    .bind("id", Ids.next())
                    .bind("renditionId", renditionId)
                    .bind("viewerId", caller.id())
                    .bind("viewerName", caller.name())
                    .bind("purpose", purpose.text())
                    .bind("now", now)
                    .bind("since", now.minus(config.look()))
                    .execute();
            if (looks > 0) {
                handle.createUpdate("update rendition set last_used_at = :now where id = :id and state = 'READY'")
                        .bind("now", now)
                        .bind("id", renditionId)
                        .execute();
            }
        });
    }
}
