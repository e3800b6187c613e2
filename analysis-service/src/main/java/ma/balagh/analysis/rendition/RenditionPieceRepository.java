package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/**
 * The table {@code rendition_piece}. Each statement is a transaction of its own, so that a large rendition holds nobody
 * up.
 */
@ApplicationScoped
class RenditionPieceRepository {

    private final Session session;

    RenditionPieceRepository(Session session) {
        this.session = session;
    }

    /** @return false when the lease is lost, and nothing written */
    @Transactional
    boolean insert(RenditionTask task, int number, byte[] piece) {
        return session.createNativeMutationQuery("""
                        insert into rendition_piece (rendition_id, number, bytes)
                        select id, :number, :bytes from rendition where id = :id and lease_owner = :owner
                        for share
                        """)
                        .setParameter("number", number)
                        .setParameter("bytes", piece)
                        .setParameter("id", task.id())
                        .setParameter("owner", task.token())
                        .executeUpdate()
                == 1;
    }

    @Transactional
    Optional<byte[]> find(UUID renditionId, int number) {
        return ScalarQuery.of(
                        session,
                        "select bytes from rendition_piece where rendition_id = :id and number = :number",
                        byte[].class)
                .setParameter("id", renditionId)
                .setParameter("number", number)
                .uniqueResultOptional();
    }

    @Transactional
    void deleteAll(UUID renditionId) {
        session.createNativeMutationQuery("delete from rendition_piece where rendition_id = :id")
                .setParameter("id", renditionId)
                .executeUpdate();
    }
}
