package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.Visibility;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Evidence in the database: descriptions and the reports that it stands in. An evidence is bytes within what who brought
 * them may see: the same bytes are several where these do not see each other, or where one lies in the compartment.
 */
@ApplicationScoped
class EvidenceRows {

    /** The SHA-256 of {@code evidence}; the release before this one has written no digest. */
    static final String DIGEST = "coalesce(evidence.digest, evidence.sha256)";

    private static final String COLUMNS = "evidence.id, " + DIGEST + """
             as digest, evidence.size, evidence.media_type, evidence.received_at, evidence.secured_at,
            evidence.erased_at, evidence.bytes_gone_at is null as bytes_remain
            """;

    private static final String SEEN = """
            exists (
                select from report_evidence join report on report.id = report_evidence.report_id
                where report_evidence.evidence_id = evidence.id and %s)
            """.formatted(Visibility.CONDITION_OF_EVIDENCE);

    /** Neither judged as misconduct nor in reports of misconduct alone. */
    private static final String COMMON = """
            not evidence.hidden and exists (
                select from report_evidence join report on report.id = report_evidence.report_id
                where report_evidence.evidence_id = evidence.id and not report.forwarded)
            """;

    /** What stands in {@code :id} for a reader. */
    private static final String PLACES = """
            from report_evidence
            join report on report.id = report_evidence.report_id
            join evidence on evidence.id = report_evidence.evidence_id
            where (report_evidence.evidence_id = :id or report_evidence.answered_as = :id) and %s = :id and %s
            """.formatted(Visibility.KNOWN_AS, Visibility.CONDITION_OF_EVIDENCE);

    /**
     * An evidence in a report.
     *
     * @param declaredType media type as the sender declared it
     */
    record Placement(
            UUID reportId, String declaredType, @Nullable String fileName, Instant addedAt) {}

    private final Jdbi jdbi;

    EvidenceRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Of bytes that are locked. What is brought to a hidden report is hidden. */
    void insert(Evidence evidence, Report report) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into evidence
                            (id, digest, sha256, size, media_type, received_at, secured_at, hidden)
                        select :id, :digest,
                            case when not exists (select from evidence where sha256 = :digest) then :digest end,
                            :size, :mediaType, :receivedAt, :securedAt, forwarded
                        from report where id = :report
                        """)
                .bind("id", evidence.id())
                .bind("digest", evidence.digest().hex())
                .bind("size", evidence.size())
                .bind("mediaType", evidence.mediaType())
                .bind("receivedAt", evidence.receivedAt())
                .bind("securedAt", evidence.securedAt())
                .bind("report", report.id())
                .execute());
    }

    Optional<Evidence> find(UUID id) {
        return one(id, "");
    }

    /** Until the transaction ends nobody erases it. */
    Evidence hold(UUID id) {
        return one(id, " for no key update").orElseThrow();
    }

    /** The same for one outside the compartment. */
    Optional<Evidence> holdCommon(UUID id) {
        return one(id, " and not hidden for no key update");
    }

    private Optional<Evidence> one(UUID id, String further) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from evidence where id = :id" + further)
                        .bind("id", id)
                        .map(EvidenceRows::evidence)
                        .findOne());
    }

    /** All that have these bytes. */
    List<Evidence> with(Digest digest) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from evidence where " + DIGEST + " = :digest order by id")
                .bind("digest", digest.hex())
                .map(EvidenceRows::evidence)
                .list());
    }

    /**
     * What has bytes that come in, as far as it is seen. Of what was erased, bytes may be in the store again, and are left
     * there for a while. They may be the only ones: what a crash cut off before the row was written goes on with what the
     * store has.
     */
    List<Evidence> expect(Digest digest, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("""
                        with erased as (
                            update evidence set bytes_gone_at = null, bytes_asked_at = now()
                            where <digest> = :digest and erased_at is not null)
                        select <columns> from evidence where <digest> = :digest and <seen> order by id
                        """))
                .define("digest", DIGEST)
                .define("columns", COLUMNS)
                .define("seen", SEEN)
                .bind("digest", digest.hex())
                .map(EvidenceRows::evidence)
                .list());
    }

    /** All that have the bytes, which are locked, that are brought to a report: what is kept first. */
    List<EvidenceTwin> twins(Digest digest, Report report, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("""
                        select <columns>, <seen> as seen,
                            (<common>) is distinct from (select forwarded from report where id = :report) as fits,
                            (select coalesce(report_evidence.answered_as, evidence.id)
                             from report_evidence join report on report.id = report_evidence.report_id
                             where report_evidence.evidence_id = evidence.id and report.filed_by = :filedBy
                             order by 1 limit 1) as filed
                        from evidence where <digest> = :digest
                        order by evidence.erased_at is not null, evidence.id
                        """))
                .define("columns", COLUMNS)
                .define("seen", SEEN)
                .define("common", COMMON)
                .define("digest", DIGEST)
                .bind("report", report.id())
                .bind("filedBy", report.filedBy())
                .bind("digest", digest.hex())
                .map((row, context) -> new EvidenceTwin(
                        evidence(row, context),
                        row.getBoolean("seen"),
                        row.getBoolean("fits"),
                        row.getObject("filed", UUID.class)))
                .list());
    }

    /** Of what was erased: bytes that another evidence keeps are none of it. */
    void goneFromErased(Digest digest) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update evidence set bytes_gone_at = now()
                        where <digest> = :digest and erased_at is not null and bytes_gone_at is null
                          and bytes_refusal is null and not <held>
                        """)
                .define("digest", DIGEST)
                .define("held", EvidenceErasing.HELD)
                .bind("digest", digest.hex())
                .execute());
    }

    /** Of an evidence that was erased: its bytes are kept again, since now. */
    void secureAgain(Evidence evidence) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update evidence set
                            erased_at = null, erased_as = null, bytes_gone_at = null, bytes_asked_at = null,
                            bytes_refusal = null, received_at = :receivedAt, secured_at = :securedAt
                        where id = :id
                        """)
                .bind("receivedAt", evidence.receivedAt())
                .bind("securedAt", evidence.securedAt())
                .bind("id", evidence.id())
                .execute());
    }

    /**
     * Nothing when it stands there already.
     *
     * @param answeredAs by which id who filed the report knows it; null where that is its own
     */
    void place(UUID evidenceId, Placement placement, String addedBy, @Nullable UUID answeredAs) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into report_evidence
                            (report_id, evidence_id, declared_type, file_name, added_at, added_by, answered_as)
                        values (:report, :evidence, :declaredType, :fileName, :addedAt, :addedBy,
                            cast(:answeredAs as uuid))
                        on conflict do nothing
                        """)
                .bind("answeredAs", answeredAs)
                .bind("report", placement.reportId())
                .bind("evidence", evidenceId)
                .bind("declaredType", placement.declaredType())
                .bind("fileName", placement.fileName())
                .bind("addedAt", placement.addedAt())
                .bind("addedBy", addedBy)
                .execute());
    }

    /** An evidence is seen by whoever sees it in one of the reports that it stands in. */
    Optional<Evidence> find(UUID id, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery(
                        "select " + COLUMNS + " from evidence where id = :id and exists (select " + PLACES + ")"))
                .bind("id", id)
                .map(EvidenceRows::evidence)
                .findOne());
    }

    /** In how many reports it stands, as far as they may be seen. */
    int count(UUID id, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("select count(distinct report.id) " + PLACES))
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
    }

    /** The first of these reports. */
    List<Placement> placements(UUID id, Visibility visibility, int most) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("""
                        select * from (
                            select distinct on (report_evidence.report_id) report_evidence.report_id,
                                report_evidence.declared_type, report_evidence.file_name, report_evidence.added_at
                            <places>
                            order by report_evidence.report_id, report_evidence.added_at) placed
                        order by added_at, report_id limit :most
                        """))
                .define("places", PLACES)
                .bind("id", id)
                .bind("most", most)
                .map((row, context) -> new Placement(
                        row.getObject("report_id", UUID.class),
                        row.getString("declared_type"),
                        row.getString("file_name"),
                        instant(row, "added_at")))
                .list());
    }

    /** Those of the reports that may be seen. */
    Set<UUID> visibleReports(Collection<UUID> reports, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery(
                        "select id from report where id = any(:reports) and " + Visibility.CONDITION))
                .bindArray("reports", UUID.class, reports)
                .mapTo(UUID.class)
                .set());
    }

    private static Evidence evidence(ResultSet row, StatementContext context) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                new Digest(row.getString("digest")),
                row.getLong("size"),
                row.getString("media_type"),
                instant(row, "received_at"),
                instant(row, "secured_at"),
                row.getObject("erased_at") == null
                        ? null
                        : new Evidence.Erased(instant(row, "erased_at"), row.getBoolean("bytes_remain")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
