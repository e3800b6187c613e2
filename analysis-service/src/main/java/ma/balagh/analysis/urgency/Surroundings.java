package ma.balagh.analysis.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.report.Report;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.analysis.report.Reports;
import ma.balagh.analysis.urgency.Reckoning.Place;
import org.jdbi.v3.core.Jdbi;

/**
 * What is known about a dossier to everybody for whom it exists. An urgency is shown to all of them, so what some of
 * them may not see (a report from elsewhere, misconduct, another territory) has no part in it.
 */
@ApplicationScoped
class Surroundings {

    private final Jdbi jdbi;
    private final Reports reports;
    private final UrgencyConfig config;

    Surroundings(Jdbi jdbi, Reports reports, UrgencyConfig config) {
        this.jdbi = jdbi;
        this.reports = reports;
        this.config = config;
    }

    Reckoning reckon(Dossier dossier) {
        List<Report> joined = reports.in(dossier.id(), ReportSight.common(dossier.jurisdiction()));
        Optional<Place> recorded = recordedPlace(dossier);
        Reckoning reckoning = Reckoning.of(joined, recorded, dossier.openedAt(), config.fresh());
        return Reckoning.position(joined, recorded)
                .map(place ->
                        reckoning.near(offencesNear(dossier, place, reckoning.since()), config.near(), config.repeat()))
                .orElse(reckoning);
    }

    private Optional<Place> recordedPlace(Dossier dossier) {
        return jdbi.withHandle(handle -> ReportSight.common(dossier.jurisdiction())
                .bindTo(handle.createQuery(
                        """
                        select facts ->> 'latitude' as latitude, facts ->> 'longitude' as longitude
                        from dossier_evidence
                        join examination using (evidence_id)
                        join finding on finding.examination_id = examination.id
                        where dossier_id = :dossierId and code = 'metadata.location.says-where' and %s
                        order by joined_at, evidence_id
                        limit 1
                        """.formatted(ReportSight.conditionOfEvidence("dossier_evidence.evidence_id"))))
                .bind("dossierId", dossier.id())
                .map(row ->
                        new Place(row.getColumn("latitude", Double.class), row.getColumn("longitude", Double.class)))
                .findOne());
    }

    /** Only verified ones count, as for black spots: reports alone must not make a place urgent. Metres on a sphere. */
    private int offencesNear(Dossier dossier, Place place, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*)
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
                        """)
                .bind("dossierId", dossier.id())
                .bind("jurisdiction", dossier.jurisdiction())
                .bind("within", dossier.jurisdiction() + "-%")
                .bind("from", since.minus(config.repeat()))
                .bind("latitude", place.latitude())
                .bind("longitude", place.longitude())
                .bind("metres", (double) config.near())
                .mapTo(Integer.class)
                .one());
    }

    /** Dossiers that wait, and for which it may make a difference that this one went into the compartment. */
    List<UUID> touchedByHiding(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
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
                        """)
                .bind("dossierId", dossierId)
                .mapTo(UUID.class)
                .list());
    }
}
