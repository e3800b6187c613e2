package ma.balagh.analysis.urgency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is reckoned and what people say: the tables {@code urgency} and {@code urgency_change}, and the order of dossiers.
 * Whoever writes here has locked the dossier in the same transaction.
 */
@ApplicationScoped
class UrgencyRepository {

    private static final TypeReference<Map<UrgencyReason, Map<String, String>>> REASONS = new TypeReference<>() {};

    /** With so many reports, one more hardly changes anything, and reading all of them takes its time. */
    private static final int CROWD = 50;

    /** @param level as reckoned */
    record Kept(UrgencyLevel level, Map<UrgencyReason, Map<String, String>> reasons, Instant since) {

        Kept {
            reasons = Map.copyOf(reasons);
        }
    }

    private final Session session;
    private final ObjectMapper json;

    UrgencyRepository(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    void keep(UUID dossierId, UrgencyScore score) {
        sql("""
                insert into urgency (dossier_id, level, reasons, since)
                values (:dossierId, :level, cast(:reasons as jsonb), :since)
                on conflict (dossier_id) do update
                set level = excluded.level, reasons = excluded.reasons, since = excluded.since
                """)
                .setParameter("dossierId", dossierId)
                .setParameter("level", score.level().name())
                .setParameter("reasons", written(score.reasons()))
                .setParameter("since", score.since())
                .executeUpdate();
    }

    /** Whether so many reports stand in the dossier that it is not reckoned anew with each of them; it has been once. */
    boolean isCrowded(UUID dossierId) {
        return ScalarQuery.of(session, """
                        select exists (select from urgency where dossier_id = :dossierId) and (
                            select count(*) > :crowd
                            from (select from dossier_report where dossier_id = :dossierId limit :crowd + 1) joined)
                        """, Boolean.class)
                .setParameter("dossierId", dossierId)
                .setParameter("crowd", CROWD)
                .getSingleResult();
    }

    /** To be reckoned anew soon. Whoever calls has locked the dossier, as has whoever reckons it. */
    void outdated(UUID dossierId, Instant at) {
        sql("update urgency set unreckoned = 1, outdated_since = :at where dossier_id = :dossierId and unreckoned = 0")
                .setParameter("at", at)
                .setParameter("dossierId", dossierId)
                .executeUpdate();
    }

    /** The same where the dossier is not locked: whoever reckons it at this moment may have missed this. */
    void outdatedUnlocked(UUID dossierId, Instant at) {
        sql("""
                update urgency set unreckoned = unreckoned + 1, outdated_since = coalesce(outdated_since, :at)
                where dossier_id = :dossierId
                """).setParameter("at", at).setParameter("dossierId", dossierId).executeUpdate();
    }

    /** How much came since it was reckoned. */
    int unreckoned(UUID dossierId) {
        return ScalarQuery.of(session, "select unreckoned from urgency where dossier_id = :dossierId", Integer.class)
                .setParameter("dossierId", dossierId)
                .getSingleResult();
    }

    /** Reckoned, unless more has come since it was so much. */
    void upToDate(UUID dossierId, int unreckoned) {
        sql("""
                update urgency set unreckoned = 0, outdated_since = null
                where dossier_id = :dossierId and unreckoned = :unreckoned
                """)
                .setParameter("dossierId", dossierId)
                .setParameter("unreckoned", unreckoned)
                .executeUpdate();
    }

    List<UUID> outdatedBefore(Instant time) {
        return ScalarQuery.of(session, """
                        select dossier_id from urgency where outdated_since <= :time order by outdated_since limit 100
                        """, UUID.class)
                .setParameter("time", time)
                .getResultList();
    }

    Optional<Kept> reckoned(UUID dossierId) {
        return session.createNativeQuery(
                        "select level, reasons, since from urgency where dossier_id = :dossierId", Tuple.class)
                .setParameter("dossierId", dossierId)
                .uniqueResultOptional()
                .map(row -> new Kept(
                        UrgencyLevel.valueOf(row.get("level", String.class)),
                        read(row.get("reasons", String.class)),
                        row.get("since", Instant.class)));
    }

    /** @param change absent, like its reason, to go back to what is reckoned */
    void change(UUID dossierId, @Nullable UrgencyLevel change, @Nullable String reason, Caller by, Instant at) {
        sql("""
                insert into urgency_change (change_id, dossier_id, level, reason, person, person_name, changed_at)
                values (:id, :dossierId, :level, :reason, :person, :name, :at)
                """)
                .setParameter("id", IdGenerator.next())
                .setParameter("dossierId", dossierId)
                .setParameter("level", change == null ? null : change.name(), String.class)
                .setParameter("reason", reason, String.class)
                .setParameter("person", by.id())
                .setParameter("name", by.name())
                .setParameter("at", at)
                .executeUpdate();
    }

    /** What was said last of one dossier is said of the other, too: by the same person, with the same reason and time. */
    void carryOver(UUID fromId, UUID intoId) {
        sql("""
                insert into urgency_change (change_id, dossier_id, level, reason, person, person_name, changed_at)
                select :id, :into, level, reason, person, person_name, changed_at
                from urgency_change
                where dossier_id = :from
                order by change_id desc
                limit 1
                """)
                .setParameter("id", IdGenerator.next())
                .setParameter("into", intoId)
                .setParameter("from", fromId)
                .executeUpdate();
    }

    /** Oldest first. */
    List<UrgencyView.ChangeView> changes(UUID dossierId) {
        return session.createNativeQuery("""
                        select level, reason, person_name, changed_at
                        from urgency_change
                        where dossier_id = :dossierId
                        order by change_id
                        """, Tuple.class)
                .setParameter("dossierId", dossierId)
                .getResultStream()
                .map(UrgencyRepository::change)
                .toList();
    }

    /** What lists go by. */
    void order(UUID dossierId, UrgencyLevel level, Instant lookBy) {
        sql("update dossier set urgency = :level, look_by = :lookBy where dossier_id = :dossierId")
                .setParameter("level", level.name())
                .setParameter("lookBy", lookBy)
                .setParameter("dossierId", dossierId)
                .executeUpdate();
    }

    List<UUID> evidenceIn(UUID dossierId) {
        return ScalarQuery.of(
                        session, "select evidence_id from dossier_evidence where dossier_id = :dossierId", UUID.class)
                .setParameter("dossierId", dossierId)
                .getResultList();
    }

    private static UrgencyView.ChangeView change(Tuple row) {
        @Nullable String level = row.get("level", String.class);
        return new UrgencyView.ChangeView(
                level == null ? null : UrgencyLevel.valueOf(level),
                row.get("reason", String.class),
                row.get("person_name", String.class),
                row.get("changed_at", Instant.class));
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

    private MutationQuery sql(String statement) {
        return session.createNativeMutationQuery(statement);
    }
}
