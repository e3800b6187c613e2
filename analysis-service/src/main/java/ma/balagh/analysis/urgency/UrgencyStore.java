package ma.balagh.analysis.urgency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** What is reckoned and what people say. Whoever writes here has locked the dossier in the same transaction. */
@ApplicationScoped
class UrgencyStore {

    private static final TypeReference<Map<UrgencyReason, Map<String, String>>> REASONS = new TypeReference<>() {};

    /** With so many reports, one more hardly changes anything, and reading all of them takes its time. */
    private static final int CROWD = 50;

    /** @param level as reckoned */
    record Kept(UrgencyLevel level, Map<UrgencyReason, Map<String, String>> reasons, Instant since) {

        Kept {
            reasons = Map.copyOf(reasons);
        }
    }

    private final Jdbi jdbi;
    private final ObjectMapper json;

    UrgencyStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    void keep(UUID dossierId, Reckoning reckoning) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into urgency (dossier_id, level, reasons, since)
                        values (:dossierId, :level, cast(:reasons as jsonb), :since)
                        on conflict (dossier_id) do update
                        set level = excluded.level, reasons = excluded.reasons, since = excluded.since
                        """)
                .bind("dossierId", dossierId)
                .bind("level", reckoning.level())
                .bind("reasons", written(reckoning.reasons()))
                .bind("since", reckoning.since())
                .execute());
    }

    /** Whether so many reports stand in the dossier that it is not reckoned anew with each of them; it has been once. */
    boolean isCrowded(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from urgency where dossier_id = :dossierId) and (
                            select count(*) > :crowd
                            from (select from dossier_report where dossier_id = :dossierId limit :crowd + 1) joined)
                        """)
                .bind("dossierId", dossierId)
                .bind("crowd", CROWD)
                .mapTo(Boolean.class)
                .one());
    }

    /** To be reckoned anew soon. Whoever calls has locked the dossier, as has whoever reckons it. */
    void outdated(UUID dossierId, Instant at) {
        jdbi.useHandle(handle -> handle.execute(
                "update urgency set unreckoned = 1, outdated_since = ? where dossier_id = ? and unreckoned = 0",
                at,
                dossierId));
    }

    /** The same where the dossier is not locked: whoever reckons it at this moment may have missed this. */
    void outdatedUnlocked(UUID dossierId, Instant at) {
        jdbi.useHandle(handle -> handle.execute("""
                update urgency set unreckoned = unreckoned + 1, outdated_since = coalesce(outdated_since, ?)
                where dossier_id = ?
                """, at, dossierId));
    }

    /** How much came since it was reckoned. */
    int unreckoned(UUID dossierId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select unreckoned from urgency where dossier_id = :dossierId")
                        .bind("dossierId", dossierId)
                        .mapTo(Integer.class)
                        .one());
    }

    /** Reckoned, unless more has come since it was so much. */
    void upToDate(UUID dossierId, int unreckoned) {
        jdbi.useHandle(handle -> handle.execute(
                "update urgency set unreckoned = 0, outdated_since = null where dossier_id = ? and unreckoned = ?",
                dossierId,
                unreckoned));
    }

    List<UUID> outdatedBefore(Instant time) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select dossier_id from urgency where outdated_since <= :time order by outdated_since limit 100
                        """).bind("time", time).mapTo(UUID.class).list());
    }

    Optional<Kept> reckoned(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select level, reasons, since from urgency where dossier_id = :dossierId")
                .bind("dossierId", dossierId)
                .map(row -> new Kept(
                        row.getColumn("level", UrgencyLevel.class),
                        read(row.getColumn("reasons", String.class)),
                        row.getColumn("since", Instant.class)))
                .findOne());
    }

    /** @param change absent, like its reason, to go back to what is reckoned */
    void change(UUID dossierId, @Nullable UrgencyLevel change, @Nullable String reason, Caller by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into urgency_change
                            (change_id, dossier_id, level, reason, person, person_name, changed_at)
                        values (:id, :dossierId, :level, :reason, :person, :name, :at)
                        """)
                .bind("id", Ids.next())
                .bind("dossierId", dossierId)
                .bind("level", change)
                .bind("reason", reason)
                .bind("person", by.id())
                .bind("name", by.name())
                .bind("at", at)
                .execute());
    }

    /** What was said last of one dossier is said of the other, too: by the same person, with the same reason and time. */
    void carryOver(UUID fromId, UUID intoId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into urgency_change
                            (change_id, dossier_id, level, reason, person, person_name, changed_at)
                        select :id, :into, level, reason, person, person_name, changed_at
                        from urgency_change
                        where dossier_id = :from
                        order by change_id desc
                        limit 1
                        """)
                .bind("id", Ids.next())
                .bind("into", intoId)
                .bind("from", fromId)
                .execute());
    }

    /** Oldest first. */
    List<UrgencyView.ChangeView> changes(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select level, reason, person_name, changed_at
                        from urgency_change
                        where dossier_id = :dossierId
                        order by change_id
                        """)
                .bind("dossierId", dossierId)
                .map(UrgencyStore::change)
                .list());
    }

    /** What lists go by. */
    void order(UUID dossierId, UrgencyLevel level, Instant lookBy) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update dossier set urgency = :level, look_by = :lookBy where dossier_id = :dossierId")
                .bind("level", level)
                .bind("lookBy", lookBy)
                .bind("dossierId", dossierId)
                .execute());
    }

    List<UUID> evidenceIn(UUID dossierId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select evidence_id from dossier_evidence where dossier_id = :dossierId")
                        .bind("dossierId", dossierId)
                        .mapTo(UUID.class)
                        .list());
    }

    private static UrgencyView.ChangeView change(RowView row) {
        return new UrgencyView.ChangeView(
                row.getColumn("level", UrgencyLevel.class),
                row.getColumn("reason", String.class),
                row.getColumn("person_name", String.class),
                row.getColumn("changed_at", Instant.class));
    }

    private String written(Map<UrgencyReason, Map<String, String>> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    private Map<UrgencyReason, Map<String, String>> read(String reasons) {
        try {
            return json.readValue(reasons, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons of an urgency cannot be read", e);
        }
    }
}
