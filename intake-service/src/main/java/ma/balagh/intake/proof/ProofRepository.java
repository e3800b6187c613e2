package ma.balagh.intake.proof;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** What is proved, as it is in the database: all of one moment, or the evidence as it is by now. */
@ApplicationScoped
class ProofRepository {

    private static final String EVIDENCE = """
            select id, digest as sha256, size, erased_at is not null as erased,
                   bytes_gone_at is not null as gone,
                   exists (select from evidence other
                           where other.digest = evidence.digest
                             and other.id <> evidence.id
                             and (other.erased_at is null or other.bytes_gone_at is null)) as shared,
                   (select action from custody_entry
                    where evidence_id = evidence.id and action in ('SECURED', 'DAMAGED', 'RESTORED', 'RETENTION')
                    order by sequence desc limit 1) as state
            from evidence
            """;

    /**
     * @param gone whether none of its bytes is to be left
     * @param shared whether another evidence has the same bytes, which are not gone
     * @param state the last thing that custody says of its bytes
     */
    record StoredEvidence(
            UUID id,
            String sha256,
            long size,
            boolean erased,
            boolean gone,
            boolean shared,
            @Nullable String state) {}

    private final AgroalDataSource pool;
    private final SessionFactory sessions;
    private final Session session;

    ProofRepository(AgroalDataSource pool, SessionFactory sessions, Session session) {
        this.pool = pool;
        this.sessions = sessions;
        this.session = session;
    }

    /**
     * The database at one moment, however long it is looked at: longer than a transaction of JTA may be. Nothing can be
     * written in it.
     */
    void look(Consumer<CustodySnapshotRepository> looking) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var snapshot = sessions.withStatelessOptions()
                            .connection(connection)
                            .openStatelessSession()) {
                statement.execute("set transaction isolation level repeatable read read only");
                looking.accept(new CustodySnapshotRepository(snapshot));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be looked at", e);
        }
    }

    /** In the order of their ids. */
    @Transactional
    List<StoredEvidence> evidence(UUID after, int limit) {
        return session
                .createNativeQuery(EVIDENCE + "where id > :after order by id limit :limit", Tuple.class)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(ProofRepository::stored)
                .toList();
    }

    @Transactional
    Optional<StoredEvidence> evidence(UUID id) {
        return session.createNativeQuery(EVIDENCE + "where id = :id", Tuple.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(ProofRepository::stored);
    }

    private static StoredEvidence stored(Tuple row) {
        return new StoredEvidence(
                row.get("id", UUID.class),
                row.get("sha256", String.class),
                row.get("size", Long.class),
                row.get("erased", Boolean.class),
                row.get("gone", Boolean.class),
                row.get("shared", Boolean.class),
                row.get("state", String.class));
    }
}
