package ma.balagh.dispatch.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.analysis.MarkedMoment;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.PlaceCertainty;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The table {@code verdict_facts}. */
@ApplicationScoped
class VerdictFactsRepository {

    private final Session session;
    private final ObjectMapper json;

    VerdictFactsRepository(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /** Does nothing where the verdict has told them before. */
    void insert(VerdictFacts told) {
        MarkedMoment still = told.still();
        PlaceCertainty certainty = told.placeCertainty();
        session.createNativeMutationQuery("""
                        insert into verdict_facts
                            (verdict_id, dossier_id, jurisdiction, facts, claim, place_certainty, reports,
                             still_evidence_id, still_at)
                        values (:verdictId, :dossierId, :jurisdiction, cast(:facts as jsonb), cast(:claim as jsonb),
                                :placeCertainty, :reports, :stillEvidenceId, :stillAt)
                        on conflict do nothing
                        """)
                .setParameter("verdictId", told.verdictId())
                .setParameter("dossierId", told.dossierId())
                .setParameter("jurisdiction", told.jurisdiction())
                .setParameter("facts", written(told.facts()), String.class)
                .setParameter("claim", written(told.claim()), String.class)
                .setParameter("placeCertainty", certainty == null ? null : certainty.name(), String.class)
                .setParameter("reports", told.reports(), Integer.class)
                .setParameter("stillEvidenceId", still == null ? null : still.evidenceId(), UUID.class)
                .setParameter("stillAt", still == null ? null : (Double) still.at(), Double.class)
                .executeUpdate();
    }

    Optional<VerdictFacts> find(UUID verdictId) {
        return session.createNativeQuery("""
                        select verdict_id, dossier_id, jurisdiction, facts, claim, place_certainty, reports,
                            still_evidence_id, still_at
                        from verdict_facts where verdict_id = :verdictId
                        """, Tuple.class)
                .setParameter("verdictId", verdictId)
                .uniqueResultOptional()
                .map(this::facts);
    }

    List<String> accounts(Collection<UUID> verdictIds) {
        return ScalarQuery.of(session, """
                        select facts ->> 'summary' as account from verdict_facts
                        where verdict_id = any (:verdictIds) and facts ->> 'summary' is not null
                        union
                        select facts ->> 'direction' as account from verdict_facts
                        where verdict_id = any (:verdictIds) and facts ->> 'direction' is not null
                        """, String.class)
                .setParameter("verdictIds", verdictIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    private VerdictFacts facts(Tuple row) {
        UUID evidenceId = row.get("still_evidence_id", UUID.class);
        String certainty = row.get("place_certainty", String.class);
        return new VerdictFacts(
                row.get("verdict_id", UUID.class),
                row.get("dossier_id", UUID.class),
                row.get("jurisdiction", String.class),
                read(row.get("facts", String.class), OffenceFacts.class),
                evidenceId == null ? null : new MarkedMoment(evidenceId, row.get("still_at", Double.class)),
                read(row.get("claim", String.class), Claim.class),
                certainty == null ? null : PlaceCertainty.valueOf(certainty),
                row.get("reports", Integer.class));
    }

    private @Nullable String written(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what an event said can be written", e);
        }
    }

    /** Passes over what a later release added. */
    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        try {
            return text == null
                    ? null
                    : json.readerFor(type)
                            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was written: " + type.getSimpleName(), e);
        }
    }
}
