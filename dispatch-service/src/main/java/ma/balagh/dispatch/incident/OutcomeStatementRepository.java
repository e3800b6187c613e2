package ma.balagh.dispatch.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The table {@code outcome_statement}: rows are only ever added. */
@ApplicationScoped
class OutcomeStatementRepository {

    private final Session session;
    private final ObjectMapper json;

    OutcomeStatementRepository(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    void add(UUID incidentId, OutcomeStatement statement) {
        session.createNativeMutationQuery("""
                        insert into outcome_statement (id, incident_id, kind, persons, note, details, reason,
                                                       stated_at, stated_by)
                        values (:id, :incidentId, :kind, :persons, :note, cast(:details as jsonb), :reason, :at, :by)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("incidentId", incidentId)
                .setParameter("kind", statement.kind().name())
                .setParameter("persons", statement.persons())
                .setParameter("note", statement.note(), String.class)
                .setParameter("details", written(statement.details()))
                .setParameter("reason", statement.reason(), String.class)
                .setParameter("at", statement.at())
                .setParameter("by", statement.by())
                .executeUpdate();
    }

    /** In the order in which they were stated. */
    List<OutcomeStatement> of(UUID incidentId) {
        return session.createNativeQuery("""
                        select kind, persons, note, cast(details as text) as details, reason, stated_at, stated_by
                        from outcome_statement where incident_id = :incidentId order by id
                        """, Object[].class)
                .setParameter("incidentId", incidentId)
                .addScalar("kind", String.class)
                .addScalar("persons", Integer.class)
                .addScalar("note", String.class)
                .addScalar("details", String.class)
                .addScalar("reason", String.class)
                .addScalar("stated_at", Instant.class)
                .addScalar("stated_by", String.class)
                .setTupleTransformer((row, columns) -> new OutcomeStatement(
                        OutcomeKind.valueOf((String) row[0]),
                        (Integer) row[1],
                        (@Nullable String) row[2],
                        read((String) row[3]),
                        (@Nullable String) row[4],
                        (Instant) row[5],
                        (String) row[6]))
                .getResultList();
    }

    /** How many were arrested, as the latest one says. */
    int arrested(UUID incidentId) {
        return ScalarQuery.of(session, """
                        select case kind when 'ARRESTED' then persons else 0 end
                        from outcome_statement where incident_id = :incidentId order by id desc limit 1
                        """, Integer.class)
                .setParameter("incidentId", incidentId)
                .uniqueResultOptional()
                .orElse(0);
    }

    /** What people wrote with the outcomes of these incidents, each once. */
    List<String> notes(Collection<UUID> incidentIds) {
        return ScalarQuery.of(session, """
                        select note from outcome_statement
                        where incident_id = any (:incidentIds) and note is not null
                        union
                        select reason from outcome_statement
                        where incident_id = any (:incidentIds) and reason is not null
                        """, String.class)
                .setParameter("incidentIds", incidentIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    private String written(OutcomeDetails details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details of an outcome can be written", e);
        }
    }

    private OutcomeDetails read(String details) {
        try {
            return json.readValue(details, OutcomeDetails.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details of an outcome can be read", e);
        }
    }
}
