package ma.balagh.intake.obtain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.report.ReportMedia;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The table {@code media_link}, as reports name links and media come. */
@ApplicationScoped
class LinkRepository {

    /** The evidence of {@code media_link} in {@code report}, as far as it is seen, by the id by which it is known. */
    static final String OBTAINED = """
            (select %s from report_evidence join evidence on evidence.id = report_evidence.evidence_id
             where report_evidence.report_id = report.id and report_evidence.evidence_id = media_link.evidence_id)
                as obtained
            """.formatted(ReportMedia.KNOWN_AS);

    /**
     * Whether the reader sees what {@code media_link} has come to. A link without the medium that it brought would tell that
     * there is one, and from where.
     */
    static final String SHOWN = """
            (media_link.evidence_id is null
             or exists (select from evidence where evidence.id = media_link.evidence_id))
            """;

    /** Whether {@code :report} has a medium that is more than a picture. */
    private static final String HAS_RECORDING = """
            exists (select from report_evidence join evidence on evidence.id = report_evidence.evidence_id
                    where report_evidence.report_id = :report and evidence.media_type not like 'image/%')
            """;

    private static final String NEXT_POSITION =
            "(select coalesce(max(position) + 1, 0) from media_link where report_id = :report)";

    private static final String INSERT_FIRST = """
            insert into media_link (id, report_id, position, kind, url, address_key, state, since, next_attempt_at)
            values (?, ?, ?, ?, ?, ?, 'TO_OBTAIN', ?, now() + ? * interval '1 millisecond')
            """;

    private final Session session;
    private final DataSource pool;

    LinkRepository(Session session, DataSource pool) {
        this.session = session;
        this.pool = pool;
    }

    /**
     * Adds all that a report names that was inserted just now: each report comes this way, so that it opens no session and
     * asks for no position.
     *
     * @param delay of its pages
     */
    void insertFirst(UUID reportId, List<MediaLink> links, Duration delay) {
        if (links.isEmpty()) {
            return;
        }
        try (var connection = pool.getConnection();
                var insert = connection.prepareStatement(INSERT_FIRST)) {
            for (int position = 0; position < links.size(); position++) {
                MediaLink link = links.get(position);
                insert.setObject(1, link.id());
                insert.setObject(2, reportId);
                insert.setInt(3, position);
                insert.setString(4, link.kind().name());
                insert.setString(5, link.url());
                insert.setBytes(6, AddressFingerprint.of(link.url()));
                insert.setObject(7, OffsetDateTime.ofInstant(link.since(), ZoneOffset.UTC));
                insert.setLong(8, link.kind() == MediaLink.Kind.PAGE ? delay.toMillis() : 0);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the links of a report cannot be written", e);
        }
    }

    /**
     * Adds what is to be obtained, behind the report's other links.
     *
     * @param foundOn the page that shows it
     */
    void insertToObtain(UUID reportId, MediaLink link, Duration delay, @Nullable UUID foundOn) {
        session.createNativeMutationQuery("""
                        insert into media_link (
                            id, report_id, position, kind, url, address_key, found_on, state, since, next_attempt_at)
                        values (:id, :report, %s, :kind, :url, :key, :foundOn, 'TO_OBTAIN', :now,
                                now() + :wait * interval '1 millisecond')
                        """.formatted(NEXT_POSITION))
                .setParameter("id", link.id())
                .setParameter("report", reportId)
                .setParameter("kind", link.kind().name())
                .setParameter("url", link.url())
                .setParameter("key", AddressFingerprint.of(link.url()))
                .setParameter("foundOn", foundOn, UUID.class)
                .setParameter("now", link.since())
                .setParameter("wait", delay.toMillis())
                .executeUpdate();
    }

    /** Adds what is known not to be obtainable. */
    void insertUnobtainable(UUID id, UUID reportId, String url, UUID foundOn, FailureReason why, Instant now) {
        session.createNativeMutationQuery("""
                        insert into media_link (
                            id, report_id, position, kind, url, address_key, found_on, state, since, reason, detail)
                        values (:id, :report, %s, 'MEDIUM', :url, :key, :foundOn, 'UNOBTAINABLE', :now,
                                :reason, :detail)
                        """.formatted(NEXT_POSITION))
                .setParameter("id", id)
                .setParameter("report", reportId)
                .setParameter("url", url)
                .setParameter("key", AddressFingerprint.of(url))
                .setParameter("foundOn", foundOn)
                .setParameter("now", now)
                .setParameter("reason", why.code())
                .setParameter("detail", why.detail())
                .executeUpdate();
    }

    /** Whether the report has no recording, waits for none, and no page of it was looked at. */
    boolean lacksRecording(UUID reportId) {
        return ScalarQuery.of(session, """
                        select not %s
                            and not exists (select from media_link where report_id = :report
                                            and (state = 'TO_OBTAIN' or kind = 'PAGE' or found_on is not null))
                        """.formatted(HAS_RECORDING), Boolean.class)
                .setParameter("report", reportId)
                .getSingleResult();
    }

    boolean hasMedium(UUID reportId) {
        return ScalarQuery.of(
                        session, "select exists (select from report_evidence where report_id = :report)", Boolean.class)
                .setParameter("report", reportId)
                .getSingleResult();
    }

    /** By report, in their order. */
    Map<UUID, List<MediaLink>> of(Collection<UUID> reportIds) {
        return session.createNativeQuery("""
                        select report_id, media_link.id, kind, media_link.url, state, reason, detail, since, %s
                        from media_link join report on report.id = report_id
                        where report_id = any(:reports) and state != 'ERASED' and %s order by report_id, position
                        """.formatted(OBTAINED, SHOWN), Tuple.class)
                .setParameter("reports", reportIds.toArray(UUID[]::new))
                .getResultStream()
                .collect(groupingBy(row -> row.get("report_id", UUID.class), mapping(LinkRepository::link, toList())));
    }

    /** The report's own page is not needed any more, or was read. */
    void mediumCame(UUID reportId, Instant now) {
        session.createNativeMutationQuery("""
                        update media_link
                        set state = case media_link.state when 'TO_OBTAIN' then 'NOT_NEEDED' else 'READ' end,
                            since = :now, next_attempt_at = null,
                            progress_bytes = null, progress_validator = null, progress_since = null
                        from report
                        where report.id = media_link.report_id and media_link.report_id = :report
                          and media_link.kind = 'PAGE' and media_link.url = report.url
                          and (media_link.state = 'TO_OBTAIN' and media_link.lease_owner is null and %s
                               or media_link.state = 'UNOBTAINABLE' and media_link.reason = 'NO_MEDIUM_ON_PAGE')
                        """.formatted(HAS_RECORDING))
                .setParameter("report", reportId)
                .setParameter("now", now)
                .executeUpdate();
    }

    boolean has(UUID reportId, UUID linkId) {
        return ScalarQuery.of(session, """
                        select exists (
                            select from media_link
                            where report_id = :report and id = :id and state <> 'ERASED' and %s)
                        """.formatted(SHOWN), Boolean.class)
                .setParameter("report", reportId)
                .setParameter("id", linkId)
                .getSingleResult();
    }

    /**
     * A person has brought its medium: no attempt has, so none may be told as its origin.
     *
     * @return false when it is obtained already
     */
    boolean brought(UUID linkId, UUID evidenceId, Instant now) {
        return session.createNativeMutationQuery("""
                        update media_link
                        set state = 'OBTAINED', evidence_id = :evidence, since = :now, reason = null, detail = null,
                            fetch_id = null, next_attempt_at = null, lease_owner = null, lease_until = null,
                            progress_bytes = null, progress_validator = null, progress_since = null
                        where id = :id and state <> 'OBTAINED'
                        """)
                        .setParameter("id", linkId)
                        .setParameter("evidence", evidenceId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Of these links, those that still have to be obtained. */
    Set<UUID> stillToObtain(Collection<UUID> ids) {
        return new HashSet<>(ScalarQuery.of(
                        session, "select id from media_link where state = 'TO_OBTAIN' and id = any(:ids)", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList());
    }

    private static MediaLink link(Tuple row) {
        return new MediaLink(
                row.get("id", UUID.class),
                MediaLink.Kind.valueOf(row.get("kind", String.class)),
                row.get("url", String.class),
                MediaLink.State.valueOf(row.get("state", String.class)),
                row.get("reason", String.class),
                row.get("detail", String.class),
                row.get("since", Instant.class),
                row.get("obtained", UUID.class));
    }
}
