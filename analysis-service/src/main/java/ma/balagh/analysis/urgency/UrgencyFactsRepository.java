package ma.balagh.analysis.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.analysis.urgency.UrgencyScore.Place;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/**
 * Reads what is known about a dossier to everybody for whom it exists. An urgency is shown to all of them, so what some of
 * them may not see (a report from elsewhere, misconduct, another territory) has no part in it.
 */
@ApplicationScoped
class UrgencyFactsRepository {

    private final Session session;

    UrgencyFactsRepository(Session session) {
        this.session = session;
    }

    /** Where the metadata of the evidence say that it is. */
    Optional<Place> recordedPlace(Dossier dossier) {
        var query = session.createNativeQuery(
                """
                select cast(facts ->> 'latitude' as float8) as latitude, cast(facts ->> 'longitude' as float8) as longitude
                from dossier_evidence
                join examination using (evidence_id)
                join finding on finding.examination_id = examination.id
                where dossier_id = :dossierId and code = 'metadata.location.says-where' and %s
                order by joined_at, evidence_id
                limit 1
                """.formatted(ReportVisibility.conditionOfEvidence("dossier_evidence.evidence_id")), Tuple.class);
        ReportVisibility.common(dossier.jurisdiction()).parameters().forEach(query::setParameter);
        return query.setParameter("dossierId", dossier.id())
                .uniqueResultOptional()
                .map(row -> new Place(row.get("latitude", Double.class), row.get("longitude", Double.class)));
    }

    /**
     * How many offences were near the place. Only verified ones count, as for black spots: reports alone must not make a
     * place urgent. Distances are on a sphere.
     */
    int offencesNear(Dossier dossier, Place place, int metres, Instant from) {
        return ScalarQuery.of(session, """
                        select cast(count(*) as integer)
                        from dossier
                        join verdict on verdict.verdict_id = dossier.verdict_id
                        join verdict_proposal on verdict_proposal.proposal_id = verdict.proposal_id
                        where dossier.verdict = 'PRESUMED_OFFENCE' and dossier.compartment = 'COMMON'
                          and dossier.dossier_id <> :dossierId
                          and (dossier.jurisdiction = :jurisdiction or dossier.jurisdiction like :within)
                          and dossier.concluded_at > :from
                          and verdict_proposal.verdict = 'PRESUMED_OFFENCE' and verdict_proposal.decision = 'CONFIRM'
                          and latitude between :latitude - :metres / 111195.0 and :latitude + :metres / 111195.0
                          and power((latitude - :latitude) * 111195, 2)
                              + power((longitude - :longitude) * 111195 * cos(radians(:latitude)), 2)
                              <= power(:metres, 2)
                        """, Integer.class)
                .setParameter("dossierId", dossier.id())
                .setParameter("jurisdiction", dossier.jurisdiction())
                .setParameter("within", dossier.jurisdiction() + "-%")
                .setParameter("from", from)
                .setParameter("latitude", place.latitude())
                .setParameter("longitude", place.longitude())
                .setParameter("metres", (double) metres)
                .getSingleResult();
    }

    /** Dossiers that wait, and for which it may make a difference that this one goes into the compartment. */
    List<UUID> dependentOn(UUID dossierId) {
        return ScalarQuery.of(session, """
                        select dossier_id from dossier
                        where state in ('OPEN', 'PROPOSED') and (
                            exists (
                                select 1 from dossier_report here
                                join dossier_report hidden using (report_id)
                                where here.dossier_id = dossier.dossier_id and hidden.dossier_id = :dossierId)
                            or exists (
                                select 1 from urgency
                                where urgency.dossier_id = dossier.dossier_id and reasons -> 'REPEAT_PLACE' is not null))
                        order by dossier_id
                        """, UUID.class)
                .setParameter("dossierId", dossierId)
                .getResultList();
    }
}
