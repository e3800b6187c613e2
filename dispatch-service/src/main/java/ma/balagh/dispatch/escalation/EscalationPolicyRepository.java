package ma.balagh.dispatch.escalation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.dispatch.runcard.IncidentType;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The table {@code escalation_policy}. */
@ApplicationScoped
class EscalationPolicyRepository {

    private static final TypeReference<List<StageTarget>> STAGES = new TypeReference<>() {};
    private static final String SELECT = """
            select jurisdiction, incident_type, cast(stages as text) as stages, version, changed_by, changed_at
            from escalation_policy
            """;

    private final Session session;
    private final ObjectMapper json;

    EscalationPolicyRepository(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /** The caller's, and those of the territories around. */
    List<EscalationPolicy> list() {
        return query(SELECT + " order by jurisdiction, incident_type nulls first")
                .getResultList();
    }

    /** The one that applies: of the nearest territory, and there the one for the type, if it has one. */
    Optional<EscalationPolicy> applying(String jurisdiction, @Nullable IncidentType incidentType) {
        return query(SELECT + """
                where (jurisdiction = :jurisdiction or :jurisdiction like jurisdiction || '-%')
                  and (incident_type is null or incident_type = cast(:incidentType as text))
                order by length(jurisdiction) desc, incident_type nulls last
                limit 1
                """)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("incidentType", nameOf(incidentType), String.class)
                .uniqueResultOptional();
    }

    /** Nobody else changes a policy until the end of the transaction: people do that seldom, and one may be new. */
    void lock() {
        session.createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended('escalation_policy', 0))", Object.class)
                .getSingleResult();
    }

    void put(UUID id, EscalationPolicy policy) {
        session.createNativeMutationQuery("""
                        insert into escalation_policy (id, jurisdiction, incident_type, stages, version,
                                                       changed_by, changed_at)
                        values (:id, :jurisdiction, :incidentType, cast(:stages as jsonb), :version,
                                :changedBy, :changedAt)
                        on conflict on constraint escalation_policy_key do update
                        set stages = excluded.stages, version = excluded.version,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .setParameter("id", id)
                .setParameter("jurisdiction", policy.jurisdiction())
                .setParameter("incidentType", nameOf(policy.incidentType()), String.class)
                .setParameter("stages", written(policy.stages()))
                .setParameter("version", policy.version())
                .setParameter("changedBy", policy.changedBy())
                .setParameter("changedAt", policy.changedAt())
                .executeUpdate();
    }

    private NativeQuery<EscalationPolicy> query(String sql) {
        return session.createNativeQuery(sql, Object[].class)
                .addScalar("jurisdiction", String.class)
                .addScalar("incident_type", String.class)
                .addScalar("stages", String.class)
                .addScalar("version", Long.class)
                .addScalar("changed_by", String.class)
                .addScalar("changed_at", Instant.class)
                .setTupleTransformer((row, columns) -> new EscalationPolicy(
                        (String) row[0],
                        row[1] == null ? null : IncidentType.valueOf((String) row[1]),
                        read((String) row[2]),
                        (Long) row[3],
                        (String) row[4],
                        (Instant) row[5]));
    }

    private static @Nullable String nameOf(@Nullable IncidentType type) {
        return type == null ? null : type.name();
    }

    private String written(List<StageTarget> stages) {
        try {
            return json.writeValueAsString(stages);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy can be written", e);
        }
    }

    private List<StageTarget> read(String stages) {
        try {
            return json.readValue(stages, STAGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy that was written can be read", e);
        }
    }
}
