package ma.balagh.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The table of responses that were given under an idempotency key. Everything here is in the caller's transaction. */
@ApplicationScoped
class StoredAnswerRepository {

    private static final String CLAIM = """
            insert into idempotency_key (caller_id, operation, key, command_hash)
            values (?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String STORE = """
            update idempotency_key
            set status = ?, location = ?, etag = ?, body = ?
            where caller_id = ? and operation = ? and key = ?
            """;

    private static final String FIND = """
            select command_hash, status, location, etag, body
            from idempotency_key
            where caller_id = ? and operation = ? and key = ?
            """;

    // A few with each new key keep up with expiry, and locked rows are left to whoever holds them.
    private static final String PRUNE = """
            delete from idempotency_key
            where (caller_id, operation, key) in (
                select caller_id, operation, key from idempotency_key
                where created_at < now() - interval '7 days'
                order by created_at limit 20
                for update skip locked)
            """;

    /** Where an answer is kept: one caller's key at one URL. */
    record Slot(String callerId, String operation, String key) {}

    record Answer(
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    private final DataSource pool;
    private final ObjectMapper json;

    StoredAnswerRepository(DataSource pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /**
     * Takes the slot. While another transaction holds it, this waits for how that one ends.
     *
     * @return false when an answer is there already
     */
    boolean claim(Slot slot, Object command) {
        var hash = hash(command);
        try (var connection = pool.getConnection();
                var prune = connection.prepareStatement(PRUNE);
                var claim = connection.prepareStatement(CLAIM)) {
            prune.executeUpdate();
            bind(claim, 1, slot);
            claim.setString(4, hash);
            return claim.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("an idempotency key cannot be taken", e);
        }
    }

    void store(Slot slot, RestResponse<?> answer) {
        EntityTag etag = answer.getEntityTag();
        var location = answer.getLocation();
        var body = answer.getEntity() == null ? null : written(answer.getEntity());
        try (var connection = pool.getConnection();
                var store = connection.prepareStatement(STORE)) {
            store.setInt(1, answer.getStatus());
            store.setString(2, location == null ? null : location.toString());
            store.setString(3, etag == null ? null : etag.getValue());
            store.setString(4, body);
            bind(store, 5, slot);
            store.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an answer cannot be stored", e);
        }
    }

    /** @throws ProblemException 422 when the slot belongs to another command */
    Answer find(Slot slot, Object command) {
        try (var connection = pool.getConnection();
                var find = connection.prepareStatement(FIND)) {
            bind(find, 1, slot);
            try (var row = find.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("an answer that was there is gone");
                }
                if (!row.getString("command_hash").equals(hash(command))) {
                    throw CommonProblem.IDEMPOTENCY_KEY_REUSED.because(
                            "this " + IdempotencyService.HEADER + " came with another body before: take a new key");
                }
                return new Answer(
                        row.getInt("status"), row.getString("location"), row.getString("etag"), row.getString("body"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a stored answer cannot be read", e);
        }
    }

    private static void bind(PreparedStatement statement, int first, Slot slot) throws SQLException {
        statement.setString(first, slot.callerId());
        statement.setString(first + 1, slot.operation());
        statement.setString(first + 2, slot.key());
    }

    private String hash(Object command) {
        try {
            byte[] canonical = json.writer()
                    .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsBytes(command);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "cannot hash a " + command.getClass().getSimpleName(), e);
        }
    }

    private String written(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "cannot write a " + entity.getClass().getSimpleName(), e);
        }
    }
}
