package ma.balagh.intake.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Roles;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The chains of all evidence, and of what internal affairs did with it, in the database. Appending happens in the
 * transaction of what is recorded.
 */
@ApplicationScoped
public class CustodyLog {

    /**
     * The key in a detail that names the only role that may read the entry. Such an entry goes to the evidence's chain of
     * the compartment, so that the ordinary chain is the same as if nothing had happened.
     */
    public static final String COMPARTMENT = "compartment";

    /** The only role that it names. */
    public static final String INTERNAL_AFFAIRS = Roles.INTERNAL_AFFAIRS;

    private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    CustodyLog(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** Appends an entry to an evidence's chain; concurrent ones come one after the other. */
    @Transactional
    public void append(UUID evidenceId, String actor, CustodyAction action, Map<String, String> detail) {
        jdbi.useHandle(handle -> append(handle, evidenceId, actor, action, detail));
    }

    /** Holds an evidence's chains until the transaction ends: nobody else appends to them. */
    void hold(UUID evidenceId) {
        jdbi.useHandle(handle -> lock(handle, evidenceId));
    }

    /** The first entry of evidence that came into being in this transaction, so that nobody else can append to it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(UUID evidenceId, String actor, CustodyAction action, Map<String, String> detail) {
        jdbi.useHandle(
                handle -> insert(handle, CustodyEntry.first(evidenceId, clock.instant(), actor, action, detail)));
    }

    /** Records that the bytes are no longer those that were secured; once, however often it is noticed. */
    @Transactional
    public void damaged(UUID evidenceId, String actor, Map<String, String> detail) {
        jdbi.useHandle(handle -> {
            lock(handle, evidenceId);
            if (!isDamaged(handle, evidenceId)) {
                append(handle, evidenceId, actor, CustodyAction.DAMAGED, detail);
            }
        });
    }

    /** Records that the bytes are those that were secured; nothing unless they were found damaged. */
    @Transactional
    public void restored(UUID evidenceId, String actor, Map<String, String> detail) {
        jdbi.useHandle(handle -> {
            lock(handle, evidenceId);
            if (isDamaged(handle, evidenceId)) {
                append(handle, evidenceId, actor, CustodyAction.RESTORED, detail);
            }
        });
    }

    /**
     * A part of a chain, oldest first.
     *
     * @param chainId an evidence's id, or that of a compartment's chain
     * @param after sequence of the entry before; 0 for the first one
     * @param newest sequence of the last entry that is wanted
     */
    public List<CustodyEntry> page(UUID chainId, int after, int newest, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select evidence_id, sequence, at, actor, action, detail::text as detail, previous_hash, hash
                        from custody_entry
                        where evidence_id = :chain and sequence > :after and sequence <= :newest
                        order by sequence limit :limit
                        """)
                .bind("chain", chainId)
                .bind("after", after)
                .bind("newest", newest)
                .bind("limit", limit)
                .map(this::entry)
                .list());
    }

    /** The sequence of a chain's newest entry; 0 where there is none. */
    public int newest(UUID chainId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(max(sequence), 0) from custody_entry where evidence_id = :chain")
                .bind("chain", chainId)
                .mapTo(Integer.class)
                .one());
    }

    /** The chain of what internal affairs did with an evidence; absent until they do something. */
    public Optional<UUID> compartment(UUID evidenceId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select chain_id from custody_compartment where evidence_id = :evidence")
                        .bind("evidence", evidenceId)
                        .mapTo(UUID.class)
                        .findOne());
    }

    private void append(
            Handle handle, UUID evidenceId, String actor, CustodyAction action, Map<String, String> detail) {
        if (detail.containsKey(COMPARTMENT)) {
            var named = new TreeMap<>(detail);
            named.put("evidenceId", evidenceId.toString());
            appendTo(lockCompartment(handle, evidenceId), handle, actor, action, named);
        } else {
            lock(handle, evidenceId);
            appendTo(evidenceId, handle, actor, action, detail);
        }
    }

    private void appendTo(UUID chainId, Handle handle, String actor, CustodyAction action, Map<String, String> detail) {
        Instant now = clock.instant();
        CustodyEntry entry = last(handle, chainId)
                .map(last -> last.next(now, actor, action, detail))
                .orElseGet(() -> CustodyEntry.first(chainId, now, actor, action, detail));
        insert(handle, entry);
    }

    private void insert(Handle handle, CustodyEntry entry) {
        handle.createUpdate("""
                        insert into custody_entry
                            (evidence_id, sequence, at, actor, action, detail, previous_hash, hash)
                        values (:evidence, :sequence, :at, :actor, :action, cast(:detail as jsonb), :previousHash, :hash)
                        """)
                .bind("evidence", entry.evidenceId())
                .bind("sequence", entry.sequence())
                .bind("at", entry.at())
                .bind("actor", entry.actor())
                .bind("action", entry.action().name())
                .bind("detail", written(entry.detail()))
                .bind("previousHash", entry.previousHash())
                .bind("hash", entry.hash())
                .execute();
    }

    private static void lock(Handle handle, UUID evidenceId) {
        handle.createQuery("select 1 from evidence where id = :evidence for no key update")
                .bind("evidence", evidenceId)
                .mapTo(Integer.class)
                .one();
    }

    private static UUID lockCompartment(Handle handle, UUID evidenceId) {
        handle.createUpdate("""
                        insert into custody_compartment (chain_id, evidence_id) values (:chain, :evidence)
                        on conflict (evidence_id) do nothing
                        """)
                .bind("chain", Ids.next())
                .bind("evidence", evidenceId)
                .execute();
        return handle.createQuery(
                        "select chain_id from custody_compartment where evidence_id = :evidence for no key update")
                .bind("evidence", evidenceId)
                .mapTo(UUID.class)
                .one();
    }

    private Optional<CustodyEntry> last(Handle handle, UUID evidenceId) {
        return handle.createQuery("""
                        select evidence_id, sequence, at, actor, action, detail::text as detail, previous_hash, hash
                        from custody_entry where evidence_id = :evidence order by sequence desc limit 1
                        """)
                .bind("evidence", evidenceId)
                .map(this::entry)
                .findOne();
    }

    private static boolean isDamaged(Handle handle, UUID evidenceId) {
        return handle.createQuery("""
                        select action from custody_entry
                        where evidence_id = :evidence and action in ('SECURED', 'DAMAGED', 'RESTORED', 'RETENTION')
                        order by sequence desc limit 1
                        """)
                .bind("evidence", evidenceId)
                .mapTo(String.class)
                .findOne()
                .filter(CustodyAction.DAMAGED.name()::equals)
                .isPresent();
    }

    private CustodyEntry entry(ResultSet row, StatementContext context) throws SQLException {
        try {
            return new CustodyEntry(
                    row.getObject("evidence_id", UUID.class),
                    row.getInt("sequence"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    CustodyAction.valueOf(row.getString("action")),
                    json.readValue(row.getString("detail"), DETAIL),
                    row.getString("previous_hash"),
                    row.getString("hash"));
        } catch (JsonProcessingException e) {
            throw new SQLException("a custody entry's detail is no object of strings", e);
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
