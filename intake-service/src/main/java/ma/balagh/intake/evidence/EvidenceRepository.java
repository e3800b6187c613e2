package ma.balagh.intake.evidence;

import static ma.balagh.persistence.NamedValueBinder.bind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportAudience;
import ma.balagh.intake.report.ReportMedia;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code evidence} and {@code report_evidence}: descriptions and the reports that it stands in. An evidence
 * is bytes within what who brought them may see: the same bytes are several where these do not see each other, or where
 * one lies in the compartment.
 */
@ApplicationScoped
class EvidenceRepository {

    private static final String COLUMNS = """
            evidence.id, evidence.digest, evidence.size, evidence.media_type, evidence.received_at, evidence.secured_at,
            evidence.erased_at, evidence.bytes_gone_at is null as bytes_remain
            """;

    private static final String SEEN = """
            exists (
                select from report_evidence join report on report.id = report_evidence.report_id
                where report_evidence.evidence_id = evidence.id and %s)
            """.formatted(ReportAudience.SEE_EVIDENCE);

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
            where (report_evidence.evidence_id = :id or report_evidence.answered_as = :id) and %s = :id
            """.formatted(ReportMedia.KNOWN_AS);

    /**
     * An evidence in a report.
     *
     * @param declaredType media type as the sender declared it
     */
    record Placement(
            UUID reportId, String declaredType, @Nullable String fileName, Instant addedAt) {}

    private final Session session;

    EvidenceRepository(Session session) {
        this.session = session;
    }

    /** Of bytes that are locked. What is brought to a hidden report is hidden. */
    void insert(Evidence evidence, Report report) {
        session.createNativeMutationQuery("""
                        insert into evidence
                            (id, digest, size, media_type, received_at, secured_at, hidden)
                        select :id, :digest, :size, :mediaType, :receivedAt, :securedAt, forwarded
                        from report where id = :report
                        """)
                .setParameter("id", evidence.id())
                .setParameter("digest", evidence.digest().hex())
                .setParameter("size", evidence.size())
                .setParameter("mediaType", evidence.mediaType())
                .setParameter("receivedAt", evidence.receivedAt())
                .setParameter("securedAt", evidence.securedAt())
                .setParameter("report", report.id())
                .executeUpdate();
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
        return session.createNativeQuery("select " + COLUMNS + " from evidence where id = :id" + further, Tuple.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(EvidenceRepository::evidence);
    }

    /** All that have these bytes. */
    List<Evidence> with(Sha256Digest digest) {
        return session
                .createNativeQuery(
                        "select " + COLUMNS + " from evidence where evidence.digest = :digest order by id", Tuple.class)
                .setParameter("digest", digest.hex())
                .getResultList()
                .stream()
                .map(EvidenceRepository::evidence)
                .toList();
    }

    /**
     * What has bytes that come in, as far as it is seen. Of what was erased, bytes may be in the store again, and are left
     * there for a while. They may be the only ones: what a crash cut off before the row was written goes on with what the
     * store has.
     */
    @Transactional
    List<Evidence> expect(Sha256Digest digest, ReportAudience readers) {
        return bind(readers.values(), session.createNativeQuery("""
                        with erased as (
                            update evidence set bytes_gone_at = null, bytes_asked_at = now()
                            where digest = :digest and erased_at is not null)
                        select %s from evidence where digest = :digest and %s order by id
                        """.formatted(COLUMNS, SEEN), Tuple.class))
                .setParameter("digest", digest.hex())
                .getResultList()
                .stream()
                .map(EvidenceRepository::evidence)
                .toList();
    }

    /** All that have the bytes, which are locked, that are brought to a report: what is kept first. */
    List<EvidenceTwin> twins(Sha256Digest digest, Report report, ReportAudience readers) {
        return bind(readers.values(), session.createNativeQuery("""
                        select %1$s, %2$s as seen,
                            (%3$s) is distinct from (select forwarded from report where id = :report) as fits,
                            (select coalesce(report_evidence.answered_as, evidence.id)
                             from report_evidence join report on report.id = report_evidence.report_id
                             where report_evidence.evidence_id = evidence.id and report.filed_by = :filedBy
                             order by 1 limit 1) as filed
                        from evidence where evidence.digest = :digest
                        order by evidence.erased_at is not null, evidence.id
                        """.formatted(COLUMNS, SEEN, COMMON), Tuple.class))
                .setParameter("report", report.id())
                .setParameter("filedBy", report.filedBy())
                .setParameter("digest", digest.hex())
                .getResultList()
                .stream()
                .map(row -> new EvidenceTwin(
                        evidence(row),
                        row.get("seen", Boolean.class),
                        row.get("fits", Boolean.class),
                        row.get("filed", UUID.class)))
                .toList();
    }

    /** Of what was erased: bytes that another evidence keeps are none of it. */
    void goneFromErased(Sha256Digest digest) {
        session.createNativeMutationQuery("""
                        update evidence set bytes_gone_at = now()
                        where digest = :digest and erased_at is not null and bytes_gone_at is null
                          and bytes_refusal is null and not %s
                        """.formatted(EvidenceErasureService.HELD))
                .setParameter("digest", digest.hex())
                .executeUpdate();
    }

    /** Of an evidence that was erased: its bytes are kept again, since now. */
    void secureAgain(Evidence evidence) {
        session.createNativeMutationQuery("""
                        update evidence set
                            erased_at = null, erased_as = null, bytes_gone_at = null, bytes_asked_at = null,
                            bytes_refusal = null, received_at = :receivedAt, secured_at = :securedAt
                        where id = :id
                        """)
                .setParameter("receivedAt", evidence.receivedAt())
                .setParameter("securedAt", evidence.securedAt())
                .setParameter("id", evidence.id())
                .executeUpdate();
    }

    /**
     * Nothing when it stands there already.
     *
     * @param answeredAs by which id who filed the report knows it; null where that is its own
     */
    void place(UUID evidenceId, Placement placement, String addedBy, @Nullable UUID answeredAs) {
        session.createNativeMutationQuery("""
                        insert into report_evidence
                            (report_id, evidence_id, declared_type, file_name, added_at, added_by, answered_as)
                        values (:report, :evidence, :declaredType, :fileName, :addedAt, :addedBy,
                            :answeredAs)
                        on conflict do nothing
                        """)
                .setParameter("answeredAs", answeredAs, UUID.class)
                .setParameter("report", placement.reportId())
                .setParameter("evidence", evidenceId)
                .setParameter("declaredType", placement.declaredType())
                .setParameter("fileName", placement.fileName(), String.class)
                .setParameter("addedAt", placement.addedAt())
                .setParameter("addedBy", addedBy)
                .executeUpdate();
    }

    /** By the id by which the caller knows it, in one of the reports that it stands in. */
    Optional<Evidence> findAsKnown(UUID id) {
        return session.createNativeQuery(
                        "select " + COLUMNS + " from evidence where id = :id and exists (select " + PLACES + ")",
                        Tuple.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(EvidenceRepository::evidence);
    }

    /** In how many of the reports that the caller sees it stands. */
    int count(UUID id) {
        return ScalarQuery.of(session, "select count(distinct report.id) " + PLACES, Integer.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** The first of these reports. */
    List<Placement> placements(UUID id, int most) {
        return session
                .createNativeQuery("""
                        select * from (
                            select distinct on (report_evidence.report_id) report_evidence.report_id,
                                report_evidence.declared_type, report_evidence.file_name, report_evidence.added_at
                            %s
                            order by report_evidence.report_id, report_evidence.added_at) placed
                        order by added_at, report_id limit :most
                        """.formatted(PLACES), Tuple.class)
                .setParameter("id", id)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new Placement(
                        row.get("report_id", UUID.class),
                        row.get("declared_type", String.class),
                        row.get("file_name", String.class),
                        row.get("added_at", Instant.class)))
                .toList();
    }

    /** Those of the reports that may be seen. */
    Set<UUID> visibleReports(Collection<UUID> reports) {
        return ScalarQuery.of(session, "select id from report where id = any(:reports)", UUID.class)
                .setParameter("reports", reports.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.toSet());
    }

    /** What lies in the compartment from now on, for good. */
    void hide(Collection<UUID> ids) {
        session.createNativeMutationQuery("""
                        update evidence set hidden = true
                        where id in (select id from evidence where id = any(:ids) and not hidden order by id
                                     for no key update)
                        """)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    private static Evidence evidence(Tuple row) {
        Instant erasedAt = row.get("erased_at", Instant.class);
        return new Evidence(
                row.get("id", UUID.class),
                new Sha256Digest(row.get("digest", String.class)),
                row.get("size", Long.class),
                row.get("media_type", String.class),
                row.get("received_at", Instant.class),
                row.get("secured_at", Instant.class),
                erasedAt == null ? null : new Evidence.Erased(erasedAt, row.get("bytes_remain", Boolean.class)));
    }
}
