package ma.balagh.intake.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.intake.evidence.ContainerFormat;
import ma.balagh.intake.evidence.DeclaredMetadata;
import ma.balagh.intake.evidence.Sha256Digest;
import ma.balagh.intake.report.ReportAudience;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code upload}. Each change names the state that it was meant for, and does nothing in another; it is a
 * transaction of its own where the caller has none.
 */
@ApplicationScoped
@Transactional
class UploadRepository {

    private static final String SELECT = """
            select upload.id, upload.report_id, upload.created_by, upload.sender, upload.sees, upload.metadata,
                   upload.declared_type, upload.file_name, upload.announced_sha256, upload.length, upload.position,
                   upload.status, upload.sha256, upload.container, upload.evidence_id, upload.received_at,
                   upload.expires_at
            from upload
            """;

    private final Session session;

    UploadRepository(Session session) {
        this.session = session;
    }

    /** How many a caller has open, who cannot open another one before this transaction ends. */
    int countOpen(String createdBy) {
        ScalarQuery.of(
                        session,
                        "select pg_advisory_xact_lock(hashtextextended('upload:' || :createdBy, 0))",
                        String.class)
                .setParameter("createdBy", createdBy)
                .getResultList();
        return ScalarQuery.of(
                        session,
                        "select count(*) from upload where created_by = :createdBy and status = 'OPEN'",
                        Integer.class)
                .setParameter("createdBy", createdBy)
                .getSingleResult();
    }

    void insert(Upload upload, Instant now) {
        Sha256Digest announced = upload.metadata().announced();
        session.createNativeMutationQuery("""
                        insert into upload (id, report_id, created_by, sender, sees, metadata, declared_type, file_name,
                                            announced_sha256, length, position, status, created_at, expires_at)
                        values (:id, :report, :createdBy, :sender, :sees, :metadata, :declaredType, :fileName,
                                :announced, :length, 0, 'OPEN', :now, :expiresAt)
                        """)
                .setParameter("id", upload.id())
                .setParameter("report", upload.reportId())
                .setParameter("createdBy", upload.createdBy())
                .setParameter("sender", upload.sender())
                .setParameter("sees", upload.sees().jurisdictions().toArray(String[]::new))
                .setParameter("metadata", upload.metadata().header())
                .setParameter("declaredType", upload.declared().mediaType())
                .setParameter("fileName", upload.declared().fileName(), String.class)
                .setParameter("announced", announced == null ? null : announced.hex(), String.class)
                .setParameter("length", upload.length())
                .setParameter("now", now)
                .setParameter("expiresAt", upload.expiresAt())
                .executeUpdate();
    }

    /** An upload is its creator's, for as long as that one sees the report. */
    Optional<Upload> find(UUID id, String createdBy) {
        return session.createNativeQuery(
                        SELECT + "where upload.id = :id and upload.created_by = :createdBy", Tuple.class)
                .setParameter("id", id)
                .setParameter("createdBy", createdBy)
                .uniqueResultOptional()
                .map(UploadRepository::upload);
    }

    Optional<Upload> find(UUID id) {
        return session.createNativeQuery(SELECT + " where upload.id = :id", Tuple.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(UploadRepository::upload);
    }

    /** @return false when it is no longer where {@code from} says: nothing has changed */
    boolean advance(Upload from, Upload to) {
        Upload.Contents contents = to.contents();
        return session.createNativeMutationQuery("""
                        update upload
                        set position = :to, received_at = :receivedAt, expires_at = :expiresAt,
                            sha256 = :sha256, container = :container
                        where id = :id and status = 'OPEN' and position = :from
                        """)
                        .setParameter("id", from.id())
                        .setParameter("from", from.position())
                        .setParameter("to", to.position())
                        .setParameter("receivedAt", to.receivedAt(), Instant.class)
                        .setParameter("expiresAt", to.expiresAt())
                        .setParameter(
                                "sha256",
                                contents == null ? null : contents.digest().hex(),
                                String.class)
                        .setParameter(
                                "container",
                                contents == null ? null : contents.container().name(),
                                String.class)
                        .executeUpdate()
                == 1;
    }

    /** @return false when it had ended already */
    boolean secured(UUID id, UUID evidenceId, Instant now) {
        return session.createNativeMutationQuery("""
                        update upload set status = 'SECURED', evidence_id = :evidence, ended_at = :now
                        where id = :id and status = 'OPEN' and position = length
                        """)
                        .setParameter("id", id)
                        .setParameter("evidence", evidenceId)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Ends it in another way. */
    void end(UUID id, UploadStatus status, Instant now) {
        session.createNativeMutationQuery("""
                        update upload set status = :status, ended_at = :now
                        where id = :id and status in ('OPEN', 'SECURED')
                        """)
                .setParameter("id", id)
                .setParameter("status", status.name())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Those of which all bytes are there, oldest first. */
    List<UUID> unsecured(int limit) {
        return ScalarQuery.of(
                        session,
                        "select id from upload where status = 'OPEN' and position = length order by id limit :limit",
                        UUID.class)
                .setParameter("limit", limit)
                .getResultList();
    }

    List<UUID> expired(Instant now, int limit) {
        return ScalarQuery.of(session, """
                        select id from upload
                        where status = 'OPEN' and expires_at <= :now and position < length
                        order by expires_at limit :limit
                        """, UUID.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Which of these are open. */
    List<UUID> open(Collection<UUID> ids) {
        return ScalarQuery.of(session, "select id from upload where id = any(:ids) and status = 'OPEN'", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    void forget(Instant endedBefore) {
        session.createNativeMutationQuery("delete from upload where status <> 'OPEN' and ended_at < :before")
                .setParameter("before", endedBefore)
                .executeUpdate();
    }

    private static Upload upload(Tuple row) {
        return new Upload(
                row.get("id", UUID.class),
                row.get("report_id", UUID.class),
                row.get("created_by", String.class),
                row.get("sender", String.class),
                ReportAudience.within(row.get("created_by", String.class), List.of(row.get("sees", String[].class))),
                new UploadMetadata(
                        row.get("metadata", String.class),
                        row.get("report_id", UUID.class),
                        new DeclaredMetadata(
                                row.get("declared_type", String.class), row.get("file_name", String.class)),
                        digest(row, "announced_sha256")),
                row.get("length", Long.class),
                row.get("position", Long.class),
                UploadStatus.valueOf(row.get("status", String.class)),
                contents(row),
                row.get("evidence_id", UUID.class),
                row.get("received_at", Instant.class),
                row.get("expires_at", Instant.class));
    }

    private static Upload.@Nullable Contents contents(Tuple row) {
        Sha256Digest digest = digest(row, "sha256");
        return digest == null
                ? null
                : new Upload.Contents(digest, ContainerFormat.valueOf(row.get("container", String.class)));
    }

    private static @Nullable Sha256Digest digest(Tuple row, String column) {
        String hex = row.get(column, String.class);
        return hex == null ? null : new Sha256Digest(hex);
    }
}
