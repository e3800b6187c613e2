package ma.balagh.intake.obtain;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.contracts.Ids;
import ma.balagh.http.CommonProblem;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportLinks;
import ma.balagh.intake.report.Visibility;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The links of reports in the database. */
@ApplicationScoped
class LinkRows implements ReportLinks {

    private static final Pattern PICTURE =
            Pattern.compile("[^?#]*\\.(?:jpe?g|png|gif|webp|avif|heic)(?:[?#].*)?", Pattern.CASE_INSENSITIVE);

    /** Whether {@code :report} has a medium that is more than a picture. */
    private static final String HAS_RECORDING = """
            exists (select from report_evidence join evidence on evidence.id = report_evidence.evidence_id
                    where report_evidence.report_id = :report and evidence.media_type not like 'image/%')
            """;

    /** The evidence of {@code media_link} in {@code report}, as far as it is seen, by the id by which it is known. */
    static final String OBTAINED = """
            (select %s from report_evidence join evidence on evidence.id = report_evidence.evidence_id
             where report_evidence.report_id = report.id and report_evidence.evidence_id = media_link.evidence_id and %s)
                as obtained
            """.formatted(Visibility.KNOWN_AS, Visibility.CONDITION_OF_EVIDENCE);

    /** A report that names more media than that is somebody's flood. */
    private static final int MOST = 200;

    private static final String NEXT_POSITION =
            "(select coalesce(max(position) + 1, 0) from media_link where report_id = :report)";

    private static final String INSERT_TO_OBTAIN = """
            insert into media_link (
                id, report_id, position, kind, url, address_key, found_on, state, since, next_attempt_at)
            values (:id, :report, %s, :kind, :url, :key, cast(:foundOn as uuid), 'TO_OBTAIN', :now,
                    now() + :wait * interval '1 millisecond')
            """.formatted(NEXT_POSITION);

    private final Jdbi jdbi;
    private final ObtainConfig config;
    private final Clock clock;

    LinkRows(Jdbi jdbi, ObtainConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public List<MediaLink> take(Report report, List<String> mediaUrls) {
        var links = new ArrayList<MediaLink>();
        mediaUrls.forEach(url -> links.add(toObtain(report.id(), MediaLink.Kind.MEDIUM, url, Duration.ZERO, null)));
        // Feeds name the picture of an article whose recording only the page has.
        if (report.url() != null
                && mediaUrls.stream().allMatch(url -> PICTURE.matcher(url).matches())) {
            // Who files by hand or by program is about to send the media; a feed has said all that it has to say.
            Duration delay = report.sourceId() == null ? config.pageDelay() : Duration.ZERO;
            links.add(toObtain(report.id(), MediaLink.Kind.PAGE, report.url(), delay, null));
        }
        return links;
    }

    @Override
    public void takeMore(UUID reportId, List<String> mediaUrls) {
        Set<String> known = of(List.of(reportId), Visibility.EVERYTHING).getOrDefault(reportId, List.of()).stream()
                .map(MediaLink::url)
                .collect(Collectors.toSet());
        mediaUrls.stream()
                .filter(url -> !known.contains(url))
                .limit(Math.max(0, MOST - known.size()))
                .forEach(url -> toObtain(reportId, MediaLink.Kind.MEDIUM, url, Duration.ZERO, null));
    }

    /**
     * Adds what is to be obtained.
     *
     * @param foundOn the page that shows it
     */
    MediaLink toObtain(UUID reportId, MediaLink.Kind kind, String url, Duration delay, @Nullable UUID foundOn) {
        var link = new MediaLink(Ids.next(), kind, url, MediaLink.State.TO_OBTAIN, null, null, now(), null);
        jdbi.useHandle(handle -> handle.createUpdate(INSERT_TO_OBTAIN)
                .bind("id", link.id())
                .bind("report", reportId)
                .bind("kind", kind.name())
                .bind("url", url)
                .bind("key", AddressKey.of(url))
                .bind("foundOn", foundOn)
                .bind("now", link.since())
                .bind("wait", delay.toMillis())
                .execute());
        return link;
    }

    /** Adds what is known not to be obtainable; gives its id. */
    UUID unobtainable(UUID reportId, String url, UUID foundOn, Why why) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into media_link (
                            id, report_id, position, kind, url, address_key, found_on, state, since, reason, detail)
                        values (:id, :report, <position>, 'MEDIUM', :url, :key, :foundOn, 'UNOBTAINABLE', :now,
                                :reason, :detail)
                        """)
                .define("position", NEXT_POSITION)
                .bind("id", id)
                .bind("report", reportId)
                .bind("url", url)
                .bind("key", AddressKey.of(url))
                .bind("foundOn", foundOn)
                .bind("now", clock.instant())
                .bind("reason", why.code())
                .bind("detail", why.detail())
                .execute());
        return id;
    }

    /** Of a report that has no recording and waits for nothing, the own page is looked at, too. */
    void takeOwnPage(Report report) {
        boolean wanted = report.url() != null
                && jdbi.withHandle(handle -> handle.createQuery("""
                                select not <hasRecording>
                                    and not exists (select from media_link where report_id = :report
                                                    and (state = 'TO_OBTAIN' or kind = 'PAGE' or found_on is not null))
                                """)
                        .define("hasRecording", HAS_RECORDING)
                        .bind("report", report.id())
                        .mapTo(Boolean.class)
                        .one());
        if (wanted) {
            toObtain(report.id(), MediaLink.Kind.PAGE, requireNonNull(report.url()), Duration.ZERO, null);
        }
    }

    /** Whether the report has a medium by now. */
    boolean hasMedium(UUID reportId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from report_evidence where report_id = :report)")
                        .bind("report", reportId)
                        .mapTo(Boolean.class)
                        .one());
    }

    @Override
    public Map<UUID, List<MediaLink>> of(Collection<UUID> reportIds, Visibility visibility) {
        record Row(UUID reportId, MediaLink link) {}
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("""
                        select report_id, media_link.id, kind, media_link.url, state, reason, detail, since, <obtained>
                        from media_link join report on report.id = report_id
                        where report_id = any(:reports) and state != 'ERASED' order by report_id, position
                        """))
                .define("obtained", OBTAINED)
                .bindArray("reports", UUID.class, reportIds)
                .map((row, context) -> new Row(row.getObject("report_id", UUID.class), link(row, context)))
                .collect(Collectors.groupingBy(Row::reportId, Collectors.mapping(Row::link, Collectors.toList()))));
    }

    @Override
    public void mediumCame(UUID reportId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update media_link
                        set state = case media_link.state when 'TO_OBTAIN' then 'NOT_NEEDED' else 'READ' end,
                            since = :now, next_attempt_at = null,
                            progress_bytes = null, progress_validator = null, progress_since = null
                        from report
                        where report.id = media_link.report_id and media_link.report_id = :report
                          and media_link.kind = 'PAGE' and media_link.url = report.url
                          and (media_link.state = 'TO_OBTAIN' and media_link.lease_owner is null and <hasRecording>
                               or media_link.state = 'UNOBTAINABLE' and media_link.reason = 'NO_MEDIUM_ON_PAGE')
                        """)
                .define("hasRecording", HAS_RECORDING)
                .bind("report", reportId)
                .bind("now", clock.instant())
                .execute());
    }

    @Override
    public boolean has(UUID reportId, UUID linkId) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from media_link"
                        + " where report_id = :report and id = :id and state <> 'ERASED')")
                .bind("report", reportId)
                .bind("id", linkId)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public void brought(UUID linkId, UUID evidenceId) {
        int changed = jdbi.withHandle(handle -> handle.createUpdate("""
                        update media_link
                        set state = 'OBTAINED', evidence_id = :evidence, since = :now, reason = null, detail = null,
                            next_attempt_at = null, lease_owner = null, lease_until = null,
                            progress_bytes = null, progress_validator = null, progress_since = null
                        where id = :id and state <> 'OBTAINED'
                        """)
                .bind("id", linkId)
                .bind("evidence", evidenceId)
                .bind("now", clock.instant())
                .execute());
        if (changed == 0) {
            throw CommonProblem.CONFLICT.because("the medium of this link is here already");
        }
    }

    /** Of these links, those that still have to be obtained. */
    Set<UUID> stillToObtain(Collection<UUID> ids) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from media_link where state = 'TO_OBTAIN' and id = any(:ids)")
                        .bindArray("ids", UUID.class, ids)
                        .mapTo(UUID.class)
                        .set());
    }

    /** As PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static MediaLink link(ResultSet row, StatementContext context) throws SQLException {
        return new MediaLink(
                row.getObject("id", UUID.class),
                MediaLink.Kind.valueOf(row.getString("kind")),
                row.getString("url"),
                MediaLink.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("detail"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("obtained", UUID.class));
    }
}
