package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.examination.VisibleExaminationService.Seen;
import ma.balagh.analysis.incident.CrewVisibility;
import ma.balagh.http.Jurisdictions;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The moments that standing verdicts mark. A dossier leads to one only where two people agreed on a presumed offence, and
 * never in the compartment. Those who ask may see no dossiers, so the service asks for them, and the statement says who
 * may know of what.
 */
@ApplicationScoped
class RedactedStillRepository {

    /**
     * A marked moment, and the examination of its medium.
     *
     * @param at seconds from the beginning
     */
    record Marked(Seen examination, double at) {

        RenditionRequest wish() {
            return RenditionRequest.still(at);
        }
    }

    private static final String MARKED = """
            select examination.id, examination.evidence_id, examination.sha256, examination.erased_at, proposal.still_at
            from dossier
            join verdict using (verdict_id)
            join verdict_proposal proposal on proposal.proposal_id = verdict.proposal_id
            join dossier_evidence held
                on held.dossier_id = dossier.dossier_id and held.evidence_id = proposal.still_evidence_id
            join examination on examination.evidence_id = held.evidence_id
            where dossier.dossier_id = :dossierId and dossier.state = 'CONCLUDED' and dossier.compartment = 'COMMON'
                and dossier.verdict = 'PRESUMED_OFFENCE'
            """;

    private static final String SENT = """
            and exists (
                select 1 from incident
                join incident_assignment sent using (incident_id)
                where incident.dossier_id = dossier.dossier_id and %s
                    and sent.cleared_at is null and sent.stood_down_at is null
                    and incident.cancelled_at is null
                    and (incident.resolved_at is null or incident.reopened_at >= incident.resolved_at)
                    and not coalesce(sent.assigned_at < incident.reopened_at, false))
            """.formatted(CrewVisibility.CONDITION);

    private final Session session;

    RedactedStillRepository(Session session) {
        this.session = session;
    }

    Optional<Marked> find(UUID dossierId) {
        return one(session.createNativeQuery(MARKED, Tuple.class).setParameter("dossierId", dossierId));
    }

    /**
     * The same, as far as it exists for somebody.
     *
     * @param jurisdictions their territories: one of them covers the dossier, or the unit that was sent, which may come from
     *     another one
     * @param callSign of a field unit, which has to be on the dossier's incident now: an outcome released it, also where that
     *     was taken back; null for others
     */
    Optional<Marked> find(UUID dossierId, Jurisdictions jurisdictions, @Nullable String callSign) {
        if (callSign == null) {
            return one(session.createNativeQuery(
                            MARKED + "and dossier.jurisdiction like any(:jurisdictions)", Tuple.class)
                    .setParameter("dossierId", dossierId)
                    .setParameter("jurisdictions", jurisdictions.patterns().toArray(String[]::new)));
        }
        var query = session.createNativeQuery(MARKED + SENT, Tuple.class).setParameter("dossierId", dossierId);
        new CrewVisibility(callSign, jurisdictions).parameters().forEach(query::setParameter);
        return one(query);
    }

    private static Optional<Marked> one(NativeQuery<Tuple> query) {
        return query.uniqueResultOptional()
                .map(row -> new Marked(
                        new Seen(
                                row.get("id", UUID.class),
                                row.get("evidence_id", UUID.class),
                                row.get("sha256", String.class),
                                row.get("erased_at", Instant.class)),
                        row.get("still_at", Double.class)));
    }
}
