package ma.balagh.analysis.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.examination.ExaminationEnded;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sets entries aside that suddenly match so much that they tell nothing: a black screen, a broadcaster's ident. What was
 * banked as harmless is meant to.
 */
@ApplicationScoped
class FloodGuard {

    private static final Logger LOG = Logger.getLogger(FloodGuard.class);

    private record Watched(UUID id, UUID evidenceId, OffsetDateTime countedFrom) {}

    private final Jdbi jdbi;
    private final KnownConfig config;
    private final Clock clock;

    FloodGuard(Jdbi jdbi, KnownConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    /** Runs in the transaction that writes the matches. */
    void examinationEnded(@Observes ExaminationEnded ended) {
        look(ended.evidenceId());
    }

    /** Looks at the entry of this evidence, and at those that it matches; in the caller's transaction. */
    void look(UUID evidenceId) {
        Instant now = clock.instant();
        jdbi.useHandle(handle -> watched(handle, evidenceId).forEach(entry -> look(handle, entry, now)));
    }

    private static List<Watched> watched(Handle handle, UUID evidenceId) {
        return handle.createQuery("""
                        select id, evidence_id, counted_from
                        from known_footage
                        where removed_at is null and state = 'BANKED' and kind <> 'HARMLESS'
                          and (evidence_id = :evidenceId
                               or evidence_id in (
                                   select with_id from match
                                   where match.evidence_id = :evidenceId and match_kind is distinct from 'SAME_SCENE'))
                        order by id
                        """)
                .bind("evidenceId", evidenceId)
                .map((row, context) -> new Watched(
                        row.getObject("id", UUID.class),
                        row.getObject("evidence_id", UUID.class),
                        row.getObject("counted_from", OffsetDateTime.class)))
                .list();
    }

    private void look(Handle handle, Watched entry, Instant now) {
        var from = now.minus(config.floodWindow()).atOffset(ZoneOffset.UTC);
        var since = from.isAfter(entry.countedFrom()) ? from : entry.countedFrom();
        int media = handle.createQuery("""
                        select count(distinct evidence_id) from match
                        where with_id = :evidenceId and found_at > :since and match_kind is distinct from 'SAME_SCENE'
                        """)
                .bind("evidenceId", entry.evidenceId())
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
        if (media < config.floodMedia()) {
            return;
        }
        int examined = handle.createQuery("select count(*) from examination where examined_at > :since")
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
        if (media >= config.floodShare() * examined) {
            setAside(handle, entry, media, examined, now);
        }
    }

    private static void setAside(Handle handle, Watched entry, int media, int examined, Instant now) {
        handle.createUpdate("""
                        update known_footage
                        set state = 'QUARANTINED', quarantined_at = :at, quarantined_media = :media,
                            quarantined_examined = :examined
                        where id = :id and removed_at is null and state = 'BANKED'
                        """)
                .bind("at", now.atOffset(ZoneOffset.UTC))
                .bind("media", media)
                .bind("examined", examined)
                .bind("id", entry.id())
                .execute();
        LOG.warnf("Known footage matches too much and is set aside evidenceId=%s", entry.evidenceId());
    }
}
