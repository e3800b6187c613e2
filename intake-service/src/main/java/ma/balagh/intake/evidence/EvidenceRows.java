package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.intake.report.ReportMedia;
import ma.balagh.intake.report.Visibility;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Evidence in the database: descriptions and the reports that it stands in. */
@ApplicationScoped
class EvidenceRows implements ReportMedia {

    private static final String COLUMNS = """
            evidence.id, evidence.sha256, evidence.size, evidence.media_type, evidence.received_at, evidence.secured_at,
            evidence.erased_at, evidence.bytes_gone_at is null as bytes_remain
            """;

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

    /**
     * Of two transactions that bring the same bytes at once, the second waits here for the first.
     *
     * @return false when these bytes are an evidence already
     */
    boolean insert(Evidence evidence) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into evidence (id, sha256, size, media_type, received_at, secured_at)
                        values (:id, :sha256, :size, :mediaType, :receivedAt, :securedAt)
                        on conflict (sha256) do nothing
                        """)
                        .bind("id", evidence.id())
                        .bind("sha256", evidence.digest().hex())
                        .bind("size", evidence.size())
                        .bind("mediaType", evidence.mediaType())
                        .bind("receivedAt", evidence.receivedAt())
                        .bind("securedAt", evidence.securedAt())
                        .execute())
                == 1;
    }

    Optional<Evidence> find(Digest digest) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from evidence where sha256 = :sha256")
                        .bind("sha256", digest.hex())
                        .map(EvidenceRows::evidence)
                        .findOne());
    }

    /**
     * An evidence that there is, held until the transaction ends: nobody erases it, or removes bytes of it that were
     * erased.
     */
    Evidence lock(Digest digest) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from evidence where sha256 = :sha256 for no key update")
                .bind("sha256", digest.hex())
                .map(EvidenceRows::evidence)
                .one());
    }

    /**
     * Of an evidence that was erased: bytes of it may be in the store again, and are left there for a while. They may be the
     * only ones: what a crash cut off before the row was written goes on with what the store has.
     */
    void expectBytes(UUID id) {
        jdbi.useHandle(handle -> handle.execute(
                "update evidence set bytes_gone_at = null, bytes_asked_at = now()"
                        + " where id = ? and erased_at is not null",
                id));
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

    /** Nothing when it stands there already. */
    void place(UUID evidenceId, Placement placement, String addedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into report_evidence
                            (report_id, evidence_id, declared_type, file_name, added_at, added_by)
                        values (:report, :evidence, :declaredType, :fileName, :addedAt, :addedBy)
                        on conflict do nothing
                        """)
                .bind("report", placement.reportId())
                .bind("evidence", evidenceId)
                .bind("declaredType", placement.declaredType())
                .bind("fileName", placement.fileName())
                .bind("addedAt", placement.addedAt())
                .bind("addedBy", addedBy)
                .execute());
    }

    /** An evidence is seen by whoever sees one of the reports that it stands in. */
    Optional<Evidence> find(UUID id, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("select " + COLUMNS + """
                         from evidence where evidence.id = :id and exists (
                            select from report_evidence
                            join report on report.id = report_evidence.report_id
                            where report_evidence.evidence_id = evidence.id and
                        """ + Visibility.CONDITION + ")"))
                .bind("id", id)
                .map(EvidenceRows::evidence)
                .findOne());
    }

    /** In how many reports it stands, as far as they may be seen. */
    int count(UUID id, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("""
                        select count(*)
                        from report_evidence
                        join report on report.id = report_evidence.report_id
                        where report_evidence.evidence_id = :id and
                        """ + Visibility.CONDITION))
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
    }

    /** The first of these reports. */
    List<Placement> placements(UUID id, Visibility visibility, int most) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery("""
                        select report_evidence.report_id, report_evidence.declared_type, report_evidence.file_name,
                               report_evidence.added_at
                        from report_evidence
                        join report on report.id = report_evidence.report_id
                        where report_evidence.evidence_id = :id and
                        """ + Visibility.CONDITION
                        + " order by report_evidence.added_at, report_evidence.report_id limit :most"))
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

    @Override
    public Map<UUID, List<Medium>> of(Collection<UUID> reportIds) {
        record Row(UUID reportId, Medium medium) {}
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select report_evidence.report_id, evidence.id, evidence.sha256, evidence.size,
                               evidence.media_type, report_evidence.file_name, report_evidence.added_at,
                               evidence.erased_at
                        from report_evidence
                        join evidence on evidence.id = report_evidence.evidence_id
                        where report_evidence.report_id = any(:reports)
                        order by report_evidence.added_at, evidence.id
                        """)
                .bindArray("reports", UUID.class, reportIds)
                .map((row, context) -> new Row(
                        row.getObject("report_id", UUID.class),
                        new Medium(
                                row.getObject("id", UUID.class),
                                row.getString("sha256"),
                                row.getLong("size"),
                                row.getString("media_type"),
                                row.getString("file_name"),
                                instant(row, "added_at"),
                                row.getObject("erased_at") == null ? null : instant(row, "erased_at"))))
                .collect(Collectors.groupingBy(Row::reportId, Collectors.mapping(Row::medium, Collectors.toList()))));
    }

    private static Evidence evidence(ResultSet row, StatementContext context) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                new Digest(row.getString("sha256")),
                row.getLong("size"),
                row.getString("media_type"),
                instant(row, "received_at"),
                instant(row, "secured_at"),
                row.getObject("erased_at") == null
                        ? null
                        : new Evidence.Erased(instant(row, "erased_at"), row.getBoolean("bytes_remain")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
