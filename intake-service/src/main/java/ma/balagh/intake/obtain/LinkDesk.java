package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.report.Reports;
import ma.balagh.intake.report.Visibility;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The links as work for people: what could not be had, oldest first, and having it tried again. */
@ApplicationScoped
class LinkDesk {

    private static final UUID LEAST = new UUID(0, 0);

    private static final String SELECT = """
            select media_link.*, %s, report.jurisdiction, worked.reason as told, worked.detail as told_in_detail,
                worked.attempts as made, worked.failures as failed, worked.attempted_at as last, worked.next_attempt_at as next,
                coalesce(worked.lease_until > now(), false) as under_way
            from media_link
            join report on report.id = media_link.report_id
            join media_link worked on worked.id = case media_link.state
                when 'TO_OBTAIN' then coalesce(media_link.follows, media_link.id) else media_link.id end
            where media_link.state <> 'ERASED' and
            """.formatted(LinkRows.OBTAINED) + Visibility.CONDITION;

    private final Jdbi jdbi;
    private final Reports reports;
    private final Clock clock;

    LinkDesk(Jdbi jdbi, Reports reports, Clock clock) {
        this.jdbi = jdbi;
        this.reports = reports;
        this.clock = clock;
    }

    /** Oldest first: who has waited longest comes first. */
    Page<MediaLinkView> page(LinkFilter filter, PageRequest request, Visibility visibility) {
        Jurisdictions jurisdiction = filter.jurisdiction();
        List<MediaLinkView> rows = jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery(SELECT + """
                        and media_link.id > :after
                        and (cast(:state as text) is null or media_link.state = :state)
                        and (cast(:reason as text) is null or media_link.reason = :reason)
                        and (cast(:failing as boolean) is null
                            or (media_link.state = 'TO_OBTAIN' and worked.failures > 0) = :failing)
                        and (:everyJurisdiction or report.jurisdiction like any(:jurisdictions))
                        order by media_link.id limit :fetch
                        """))
                .bind("after", request.after(UUID::fromString).orElse(LEAST))
                .bind("state", filter.state())
                .bind("reason", filter.reason())
                .bind("failing", filter.failing())
                .bind("everyJurisdiction", jurisdiction == null)
                .bindArray("jurisdictions", String.class, jurisdiction == null ? List.of() : jurisdiction.patterns())
                .bind("fetch", request.fetch())
                .map(LinkDesk::view)
                .list());
        return Page.of(rows, request, MediaLinkView::id);
    }

    Optional<MediaLinkView> find(UUID id, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery(SELECT + " and media_link.id = :id"))
                .bind("id", id)
                .map(LinkDesk::view)
                .findOne());
    }

    /**
     * Has a link tried again at once, whatever it has come to; one that is being tried goes on.
     *
     * @throws ma.balagh.http.ProblemException 409 when its medium is here
     */
    @Transactional
    void retry(MediaLinkView link, String reason, Caller caller) {
        // The report's row is locked before the link's.
        reports.linkChanged(link.reportId());
        jdbi.useHandle(handle -> {
            int changed = handle.createUpdate("""
                            update media_link
                            set state = 'TO_OBTAIN', next_attempt_at = now(), failures = 0, fetch_id = null,
                                follows = case state when 'TO_OBTAIN' then follows end,
                                since = case state when 'TO_OBTAIN' then since else :now end
                            where id = :id and state <> 'OBTAINED'
                            """)
                    .bind("id", link.id())
                    .bind("now", clock.instant())
                    .execute();
            if (changed == 0) {
                throw CommonProblem.CONFLICT.because("the medium of this link is here already");
            }
            // It may wait for another one with its address.
            handle.execute("""
                    update media_link set next_attempt_at = now(), failures = 0
                    where state = 'TO_OBTAIN' and id = (select follows from media_link where id = ?)
                    """, link.id());
            handle.execute(
                    "insert into media_link_retry (id, link_id, at, actor, subject, reason) values (?, ?, ?, ?, ?, ?)",
                    Ids.next(),
                    link.id(),
                    clock.instant(),
                    caller.name(),
                    caller.id(),
                    reason);
        });
    }

    private static MediaLinkView view(ResultSet row, StatementContext context) throws SQLException {
        return new MediaLinkView(
                row.getObject("id", UUID.class),
                row.getObject("report_id", UUID.class),
                row.getString("jurisdiction"),
                MediaLink.Kind.valueOf(row.getString("kind")),
                row.getString("url"),
                MediaLink.State.valueOf(row.getString("state")),
                row.getString("told"),
                row.getString("told_in_detail"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("made"),
                row.getInt("failed"),
                instant(row, "last"),
                instant(row, "next"),
                row.getBoolean("under_way"),
                row.getObject("obtained", UUID.class),
                row.getObject("found_on", UUID.class),
                row.getObject("fetch_id", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
