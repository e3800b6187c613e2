package ma.balagh.intake.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The chains of all evidence, in the database. Appending happens in the transaction of what is recorded. */
@ApplicationScoped
public class CustodyLog {

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

    /**
     * Records that somebody looks at the bytes. A player asks for many ranges of one file: what the same person does
     * for the same purpose within the window is one consultation and one entry.
     *
     * @param detail who and why, besides the name
     * @param window how long a consultation lasts
     */
    @Transactional
    public void consulted(UUID evidenceId, String actor, Map<String, String> detail, Duration window) {
        Instant since = clock.instant().minus(window);
        jdbi.useHandle(handle -> {
            if (!isConsulting(handle, evidenceId, actor, written(detail), since)) {
                lock(handle, evidenceId);
                // Again under the lock: the player's first two requests may come at once.
                if (!isConsulting(handle, evidenceId, actor, written(detail), since)) {
                    append(handle, evidenceId, actor, CustodyAction.CONSULTED, detail);
                }
            }
        });
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

    /** The whole chain, oldest first. */
    public List<CustodyEntry> of(UUID evidenceId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select evidence_id, sequence, at, actor, action, detail::text as detail, previous_hash, hash
                        from custody_entry where evidence_id = :evidence order by sequence
                        """)
                .bind("evidence", evidenceId)
                .map(this::entry)
                .list());
    }

    private void append(
            Handle handle, UUID evidenceId, String actor, CustodyAction action, Map<String, String> detail) {
        lock(handle, evidenceId);
        Instant now = clock.instant();
        CustodyEntry entry = last(handle, evidenceId)
                .map(last -> last.next(now, actor, action, detail))
                .orElseGet(() -> CustodyEntry.first(evidenceId, now, actor, action, detail));
        handle.createUpdate("""
                        insert into custody_entry
                            (evidence_id, sequence, at, actor, action, detail, previous_hash, hash)
                        values (:evidence, :sequence, :at, :actor, :action, cast(:detail as jsonb), :previousHash, :hash)
                        """)
                .bind("evidence", evidenceId)
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

    private static boolean isConsulting(Handle handle, UUID evidenceId, String actor, String detail, Instant since) {
        return handle.createQuery("""
                        select exists (
                            select from custody_entry
                            where evidence_id = :evidence and action = 'CONSULTED' and actor = :actor
                              and detail = cast(:detail as jsonb) and at > :since)
                        """)
                .bind("evidence", evidenceId)
                .bind("actor", actor)
                .bind("detail", detail)
                .bind("since", since)
                .mapTo(Boolean.class)
                .one();
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
