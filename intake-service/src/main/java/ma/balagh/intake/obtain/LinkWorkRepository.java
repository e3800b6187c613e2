package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.http.Jurisdictions;
import ma.balagh.intake.report.MediaLink;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The table {@code media_link} as work for people, and {@code media_link_retry}. */
@ApplicationScoped
class LinkWorkRepository {

    private static final String SELECT = """
            select media_link.id, media_link.report_id, media_link.kind, media_link.url, media_link.state, media_link.since,
                media_link.found_on, media_link.fetch_id, %s, report.jurisdiction, worked.reason as told,
                worked.detail as told_in_detail, worked.attempts as made, worked.failures as failed,
                worked.attempted_at as last, worked.next_attempt_at as next,
                coalesce(worked.lease_until > now(), false) as under_way
            from media_link
            join report on report.id = media_link.report_id
            join media_link worked on worked.id = coalesce(
                (select leader.id from media_link leader
                 where leader.id = media_link.follows and media_link.state = 'TO_OBTAIN'), media_link.id)
            where media_link.state <> 'ERASED' and %s
            """.formatted(LinkRepository.OBTAINED, LinkRepository.SHOWN);

    /** What is still to be obtained. */
    record Waiting(long count, @Nullable Instant oldest) {}

    private final Session session;

    LinkWorkRepository(Session session) {
        this.session = session;
    }

    /** Oldest first. */
    List<MediaLinkView> page(LinkCriteria filter, UUID after, int fetch) {
        Jurisdictions jurisdiction = filter.jurisdiction();
        List<String> patterns = jurisdiction == null ? List.of() : jurisdiction.patterns();
        return session
                .createNativeQuery(SELECT + """
                        and media_link.id > :after
                        and (cast(:state as text) is null or media_link.state = :state)
                        and (cast(:reason as text) is null or media_link.reason = :reason)
                        and (cast(:failing as boolean) is null
                            or (media_link.state = 'TO_OBTAIN' and worked.failures > 0) = :failing)
                        and (:everyJurisdiction or report.jurisdiction like any(:jurisdictions))
                        order by media_link.id limit :fetch
                        """, Tuple.class)
                .setParameter("after", after)
                .setParameter("state", filter.state(), String.class)
                .setParameter("reason", filter.reason(), String.class)
                .setParameter("failing", filter.failing(), Boolean.class)
                .setParameter("everyJurisdiction", jurisdiction == null)
                .setParameter("jurisdictions", patterns.toArray(String[]::new))
                .setParameter("fetch", fetch)
                .getResultList()
                .stream()
                .map(LinkWorkRepository::view)
                .toList();
    }

    Optional<MediaLinkView> find(UUID id) {
        return session.createNativeQuery(SELECT + " and media_link.id = :id", Tuple.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(LinkWorkRepository::view);
    }

    /**
     * Makes it due, whatever it has come to, with the one whose end it waits for.
     *
     * @return false when its medium is here
     */
    boolean retry(UUID id, Instant now) {
        int changed = session.createNativeMutationQuery("""
                        update media_link
                        set state = 'TO_OBTAIN', next_attempt_at = now(), failures = 0, fetch_id = null,
                            follows = case state when 'TO_OBTAIN' then follows end,
                            since = case state when 'TO_OBTAIN' then since else :now end
                        where id = :id and state <> 'OBTAINED'
                        """)
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
        if (changed == 1) {
            session.createNativeMutationQuery("""
                            update media_link set next_attempt_at = now(), failures = 0
                            where state = 'TO_OBTAIN' and id = (select follows from media_link where id = :id)
                            """).setParameter("id", id).executeUpdate();
        }
        return changed == 1;
    }

    void insertRetry(UUID linkId, Instant at, Caller caller, String reason) {
        session.createNativeMutationQuery("""
                        insert into media_link_retry (id, link_id, at, actor, subject, reason)
                        values (:id, :link, :at, :actor, :subject, :reason)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("link", linkId)
                .setParameter("at", at)
                .setParameter("actor", caller.name())
                .setParameter("subject", caller.id())
                .setParameter("reason", reason)
                .executeUpdate();
    }

    Waiting waiting() {
        Tuple row = session.createNativeQuery("""
                        select count(*) as count, min(since) as oldest from media_link where state = 'TO_OBTAIN'
                        """, Tuple.class).getSingleResult();
        return new Waiting(row.get("count", Long.class), row.get("oldest", Instant.class));
    }

    /** How many only a person can obtain, by reason. */
    Map<String, Long> unobtainable() {
        return session.createNativeQuery("""
                        select reason, count(*) as count from media_link where state = 'UNOBTAINABLE' group by reason
                        """, Tuple.class)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get("reason", String.class), row -> row.get("count", Long.class)));
    }

    private static MediaLinkView view(Tuple row) {
        return new MediaLinkView(
                row.get("id", UUID.class),
                row.get("report_id", UUID.class),
                row.get("jurisdiction", String.class),
                MediaLink.Kind.valueOf(row.get("kind", String.class)),
                row.get("url", String.class),
                MediaLink.State.valueOf(row.get("state", String.class)),
                row.get("told", String.class),
                row.get("told_in_detail", String.class),
                row.get("since", Instant.class),
                row.get("made", Integer.class),
                row.get("failed", Integer.class),
                row.get("last", Instant.class),
                row.get("next", Instant.class),
                row.get("under_way", Boolean.class),
                row.get("obtained", UUID.class),
                row.get("found_on", UUID.class),
                row.get("fetch_id", UUID.class));
    }
}
