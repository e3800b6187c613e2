package ma.balagh.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table of answers that were given under an idempotency key. Everything here is in the caller's transaction. */
@ApplicationScoped
class StoredAnswers {

    /** Where an answer is kept: one caller's key at one URL. */
    record Slot(String callerId, String operation, String key) {

        Map<String, String> columns() {
            return Map.of("callerId", callerId, "operation", operation, "key", key);
        }
    }

    record Answer(
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    private record Row(String commandHash, Answer answer) {}

    private final Jdbi jdbi;
    private final ObjectMapper json;

    StoredAnswers(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * Takes the slot. While another transaction holds it, this waits for how that one ends.
     *
     * @return false when an answer is there already
     */
    boolean claim(Slot slot, Object command) {
        prune();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into idempotency_key (caller_id, operation, key, command_hash)
                        values (:callerId, :operation, :key, :hash)
                        on conflict do nothing
                        """)
                        .bindMap(slot.columns())
                        .bind("hash", hash(command))
                        .execute())
                == 1;
    }

    void store(Slot slot, RestResponse<?> answer) {
        EntityTag etag = answer.getEntityTag();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update idempotency_key
                        set status = :status, location = :location, etag = :etag, body = :body
                        where caller_id = :callerId and operation = :operation and key = :key
                        """)
                .bindMap(slot.columns())
                .bind("status", answer.getStatus())
                .bind(
                        "location",
                        answer.getLocation() == null
                                ? null
                                : answer.getLocation().toString())
                .bind("etag", etag == null ? null : etag.getValue())
                .bind("body", answer.getEntity() == null ? null : written(answer.getEntity()))
                .execute());
    }

    /** @throws ProblemException 422 when the slot belongs to another command */
    Answer find(Slot slot, Object command) {
        Row row = jdbi.withHandle(handle -> handle.createQuery("""
                        select command_hash, status, location, etag, body
                        from idempotency_key
                        where caller_id = :callerId and operation = :operation and key = :key
                        """)
                .bindMap(slot.columns())
                .map(StoredAnswers::row)
                .one());
        if (!row.commandHash().equals(hash(command))) {
            throw CommonProblem.IDEMPOTENCY_KEY_REUSED.because(
                    "this " + IdempotencyKeys.HEADER + " came with another body before: take a new key");
        }
        return row.answer();
    }

    private void prune() {
        // A few with each new key keep up with expiry, and locked rows are left to whoever holds them.
        jdbi.useHandle(handle -> handle.execute("""
                delete from idempotency_key
                where (caller_id, operation, key) in (
                    select caller_id, operation, key from idempotency_key
                    where created_at < now() - interval '7 days'
                    order by created_at limit 20
                    for update skip locked)
                """));
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getString("command_hash"),
                new Answer(
                        row.getInt("status"), row.getString("location"), row.getString("etag"), row.getString("body")));
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
