package ma.balagh.intake.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.intake.evidence.Container;
import ma.balagh.intake.evidence.Declared;
import ma.balagh.intake.evidence.Digest;
import ma.balagh.intake.report.Visibility;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Uploads in the database. Each change names the state that it was meant for, and does nothing in another. */
@ApplicationScoped
class UploadRows {

    private static final String SELECT = """
            select upload.id, upload.report_id, upload.created_by, upload.sender, upload.sees, upload.metadata,
                   upload.declared_type, upload.file_name, upload.announced_sha256, upload.length, upload.position,
                   upload.status, upload.sha256, upload.container, upload.evidence_id, upload.received_at,
                   upload.expires_at
            from upload
            """;

    private final Jdbi jdbi;

    UploadRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many a caller has open, who cannot open another one before this transaction ends. */
    int countOpen(String createdBy) {
        return jdbi.withHandle(handle -> {
            handle.createQuery("select pg_advisory_xact_lock(hashtextextended('upload:' || :createdBy, 0))")
                    .bind("createdBy", createdBy)
                    .mapTo(String.class)
                    .list();
            return handle.createQuery("select count(*) from upload where created_by = :createdBy and status = 'OPEN'")
                    .bind("createdBy", createdBy)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    void insert(Upload upload, Instant now) {
        Digest announced = upload.metadata().announced();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into upload (id, report_id, created_by, sender, sees, metadata, declared_type, file_name,
                                            announced_sha256, length, position, status, created_at, expires_at)
                        values (:id, :report, :createdBy, :sender, :sees, :metadata, :declaredType, :fileName,
                                :announced, :length, 0, 'OPEN', :now, :expiresAt)
                        """)
                .bind("id", upload.id())
                .bind("report", upload.reportId())
                .bind("createdBy", upload.createdBy())
                .bind("sender", upload.sender())
                .bindArray("sees", String.class, upload.sees().jurisdictions())
                .bind("metadata", upload.metadata().header())
                .bind("declaredType", upload.declared().mediaType())
                .bind("fileName", upload.declared().fileName())
                .bind("announced", announced == null ? null : announced.hex())
                .bind("length", upload.length())
                .bind("now", now)
                .bind("expiresAt", upload.expiresAt())
                .execute());
    }

    /** An upload is its creator's, for as long as that one sees the report. */
    Optional<Upload> find(UUID id, String createdBy, Visibility visibility) {
        return jdbi.withHandle(handle -> visibility
                .bindTo(handle.createQuery(SELECT + """
                        join report on report.id = upload.report_id
                        where upload.id = :id and upload.created_by = :createdBy and
                        """ + Visibility.CONDITION))
                .bind("id", id)
                .bind("createdBy", createdBy)
                .map(UploadRows::upload)
                .findOne());
    }

    Optional<Upload> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where upload.id = :id")
                .bind("id", id)
                .map(UploadRows::upload)
                .findOne());
    }

    /** @return false when it is no longer where {@code from} says: nothing has changed */
    boolean advance(Upload from, Upload to) {
        Upload.Contents contents = to.contents();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update upload
                        set position = :to, received_at = :receivedAt, expires_at = :expiresAt,
                            sha256 = cast(:sha256 as text), container = cast(:container as text)
                        where id = :id and status = 'OPEN' and position = :from
                        """)
                        .bind("id", from.id())
                        .bind("from", from.position())
                        .bind("to", to.position())
                        .bind("receivedAt", to.receivedAt())
                        .bind("expiresAt", to.expiresAt())
                        .bind(
                                "sha256",
                                contents == null ? null : contents.digest().hex())
                        .bind(
                                "container",
                                contents == null ? null : contents.container().name())
                        .execute())
                == 1;
    }

    /** @return false when it had ended already */
    boolean secured(UUID id, UUID evidenceId, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update upload set status = 'SECURED', evidence_id = :evidence, ended_at = :now
                        where id = :id and status = 'OPEN' and position = length
                        """)
                        .bind("id", id)
                        .bind("evidence", evidenceId)
                        .bind("now", now)
                        .execute())
                == 1;
    }

    /** Ends it in another way. */
    void end(UUID id, UploadStatus status, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update upload set status = :status, ended_at = :now
                        where id = :id and status in ('OPEN', 'SECURED')
                        """)
                .bind("id", id)
                .bind("status", status.name())
                .bind("now", now)
                .execute());
    }

    /** Those of which all bytes are there, oldest first. */
    List<UUID> unsecured(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from upload where status = 'OPEN' and position = length order by id limit :limit")
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    List<UUID> expired(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id from upload
                        where status = 'OPEN' and expires_at <= :now and position < length
                        order by expires_at limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    /** Which of these are open. */
    List<UUID> open(Collection<UUID> ids) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from upload where id = any(:ids) and status = 'OPEN'")
                        .bindArray("ids", UUID.class, ids)
                        .mapTo(UUID.class)
                        .list());
    }

    void forget(Instant endedBefore) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from upload where status <> 'OPEN' and ended_at < :before")
                .bind("before", endedBefore)
                .execute());
    }

    private static Upload upload(ResultSet row, StatementContext context) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                row.getObject("report_id", UUID.class),
                row.getString("created_by"),
                row.getString("sender"),
                Visibility.within(row.getString("created_by"), List.of((String[])
                        row.getArray("sees").getArray())),
                new UploadMetadata(
                        row.getString("metadata"),
                        row.getObject("report_id", UUID.class),
                        new Declared(row.getString("declared_type"), row.getString("file_name")),
                        digest(row, "announced_sha256")),
                row.getLong("length"),
                row.getLong("position"),
                UploadStatus.valueOf(row.getString("status")),
                contents(row),
                row.getObject("evidence_id", UUID.class),
                instant(row, "received_at"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static Upload.@Nullable Contents contents(ResultSet row) throws SQLException {
        Digest digest = digest(row, "sha256");
        return digest == null ? null : new Upload.Contents(digest, Container.valueOf(row.getString("container")));
    }

    private static @Nullable Digest digest(ResultSet row, String column) throws SQLException {
        String hex = row.getString(column);
        return hex == null ? null : new Digest(hex);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
