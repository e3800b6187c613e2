package ma.balagh.intake.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** The tables {@code custody_entry}, to which one can only append, and {@code custody_compartment}. */
@ApplicationScoped
class CustodyRepository {

    private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};

    private static final String SELECT =
            "select evidence_id, sequence, at, actor, action, detail, previous_hash, hash from custody_entry ";

    private final Session session;
    private final ObjectMapper json;

    CustodyRepository(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    void insert(CustodyEntry entry) {
        session.createNativeMutationQuery("""
                        insert into custody_entry
                            (evidence_id, sequence, at, actor, action, detail, previous_hash, hash)
                        values (:evidence, :sequence, :at, :actor, :action, cast(:detail as jsonb), :previousHash, :hash)
                        """)
                .setParameter("evidence", entry.evidenceId())
                .setParameter("sequence", entry.sequence())
                .setParameter("at", entry.at())
                .setParameter("actor", entry.actor())
                .setParameter("action", entry.action().name())
                .setParameter("detail", written(entry.detail()))
                .setParameter("previousHash", entry.previousHash())
                .setParameter("hash", entry.hash())
                .executeUpdate();
    }

    /** Holds the evidence until the end of the transaction. */
    void lock(UUID evidenceId) {
        ScalarQuery.of(session, "select 1 from evidence where id = :evidence for no key update", Integer.class)
                .setParameter("evidence", evidenceId)
                .getSingleResult();
    }

    /**
     * Holds the evidence's chain of the compartment until the end of the transaction.
     *
     * @return its id; a new one where there was none
     */
    UUID lockCompartment(UUID evidenceId) {
        session.createNativeMutationQuery("""
                        insert into custody_compartment (chain_id, evidence_id) values (:chain, :evidence)
                        on conflict (evidence_id) do nothing
                        """)
                .setParameter("chain", IdGenerator.next())
                .setParameter("evidence", evidenceId)
                .executeUpdate();
        return ScalarQuery.of(
                        session,
                        "select chain_id from custody_compartment where evidence_id = :evidence for no key update",
                        UUID.class)
                .setParameter("evidence", evidenceId)
                .getSingleResult();
    }

    Optional<UUID> compartment(UUID evidenceId) {
        return ScalarQuery.of(
                        session, "select chain_id from custody_compartment where evidence_id = :evidence", UUID.class)
                .setParameter("evidence", evidenceId)
                .uniqueResultOptional();
    }

    /** The newest entry of a chain. */
    Optional<CustodyEntry> last(UUID chainId) {
        return session.createNativeQuery(
                        SELECT + "where evidence_id = :chain order by sequence desc limit 1", Tuple.class)
                .setParameter("chain", chainId)
                .uniqueResultOptional()
                .map(this::entry);
    }

    /** Oldest first. */
    List<CustodyEntry> page(UUID chainId, int after, int newest, int limit) {
        return session
                .createNativeQuery(SELECT + """
                        where evidence_id = :chain and sequence > :after and sequence <= :newest
                        order by sequence limit :limit
                        """, Tuple.class)
                .setParameter("chain", chainId)
                .setParameter("after", after)
                .setParameter("newest", newest)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(this::entry)
                .toList();
    }

    /** The sequence of a chain's newest entry; 0 where there is none. */
    int newest(UUID chainId) {
        return ScalarQuery.of(
                        session,
                        "select coalesce(max(sequence), 0) from custody_entry where evidence_id = :chain",
                        Integer.class)
                .setParameter("chain", chainId)
                .getSingleResult();
    }

    /** Whether the last that was recorded of the bytes is their damage. */
    boolean isDamaged(UUID evidenceId) {
        return ScalarQuery.of(session, """
                        select action from custody_entry
                        where evidence_id = :evidence and action in ('SECURED', 'DAMAGED', 'RESTORED', 'RETENTION')
                        order by sequence desc limit 1
                        """, String.class)
                .setParameter("evidence", evidenceId)
                .uniqueResultOptional()
                .filter(CustodyAction.DAMAGED.name()::equals)
                .isPresent();
    }

    private CustodyEntry entry(Tuple row) {
        try {
            return new CustodyEntry(
                    row.get("evidence_id", UUID.class),
                    row.get("sequence", Integer.class),
                    row.get("at", Instant.class),
                    row.get("actor", String.class),
                    CustodyAction.valueOf(row.get("action", String.class)),
                    json.readValue(row.get("detail", String.class), DETAIL),
                    row.get("previous_hash", String.class),
                    row.get("hash", String.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a custody entry's detail is no object of strings", e);
        }
    }

    private String written(Map<String, String> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write a custody detail", e);
        }
    }
}
