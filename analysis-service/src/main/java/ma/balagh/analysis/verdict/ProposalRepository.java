package ma.balagh.analysis.verdict;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.persistence.ScalarQuery;
import org.jspecify.annotations.Nullable;

/** The tables {@code verdict_proposal} and {@code verdict}. Whoever writes has locked the dossier in the same transaction. */
@ApplicationScoped
class ProposalRepository implements PanacheRepositoryBase<Proposal, UUID> {

    Optional<Proposal> find(UUID dossierId, UUID proposalId) {
        return find("dossierId = ?1 and id = ?2", dossierId, proposalId).firstResultOptional();
    }

    /** A query that loads no entity: the proposal is loaded later, once its dossier is locked. */
    Optional<Verdict> verdict(UUID dossierId, UUID proposalId) {
        return getSession()
                .createSelectionQuery(
                        "select assessment.verdict from Proposal where dossierId = :dossierId and id = :id",
                        Verdict.class)
                .setParameter("dossierId", dossierId)
                .setParameter("id", proposalId)
                .uniqueResultOptional();
    }

    /** The proposals of a dossier, oldest first. */
    List<Proposal> of(UUID dossierId) {
        return list("dossierId = ?1 order by id", dossierId);
    }

    /** Whether one of a dossier was ever confirmed. */
    boolean isAnyConfirmed(UUID dossierId) {
        return count("dossierId = ?1 and decision.choice = CONFIRM", dossierId) > 0;
    }

    /** Whether the medium belongs to the dossier, is still kept, and may be seen by whoever asks. */
    boolean hasMedium(UUID dossierId, UUID evidenceId, ReportVisibility visibility) {
        var query = ScalarQuery.of(
                getSession(),
                """
                        select exists (
                            select 1 from dossier_evidence
                            join evidence using (evidence_id)
                            where dossier_id = :dossierId and evidence_id = :evidenceId and erased_at is null and %s)
                        """.formatted(ReportVisibility.conditionOfEvidence("evidence.evidence_id")),
                Boolean.class);
        visibility.parameters().forEach(query::setParameter);
        return query.setParameter("dossierId", dossierId)
                .setParameter("evidenceId", evidenceId)
                .getSingleResult();
    }

    /** The verdict that a confirmed proposal becomes; the proposal is flushed before, for the foreign key. */
    void insertVerdict(UUID verdictId, Proposal proposal, Proposal.Decision confirmation) {
        getSession()
                .createNativeMutationQuery("""
                        insert into verdict (verdict_id, dossier_id, proposal_id, verdict,
                            proposed_by, confirmed_by, confirmed_at)
                        values (:verdictId, :dossierId, :proposalId, :verdict, :proposedBy, :confirmedBy, :at)
                        """)
                .setParameter("verdictId", verdictId)
                .setParameter("dossierId", proposal.dossierId())
                .setParameter("proposalId", proposal.id())
                .setParameter("verdict", proposal.assessment().verdict().name())
                .setParameter("proposedBy", proposal.proposedBy().id())
                .setParameter("confirmedBy", confirmation.by().id())
                .setParameter("at", confirmation.at())
                .executeUpdate();
    }

    /**
     * Whether somebody has opened evidence of the dossier, as far as this service hands it out: stills, renditions, or
     * the dossier for a purpose, which is how the portal asks for it when it shows the media.
     *
     * @return null where there is none to open
     */
    @Nullable
    Boolean hasOpenedEvidence(UUID dossierId, ResponsiblePerson person) {
        return ScalarQuery.of(getSession(), """
                        select exists (
                                select 1 from consultation
                                where dossier_id = :dossierId and person = :person and purpose is not null)
                            or exists (
                                select 1 from dossier_evidence
                                join examination using (evidence_id)
                                join still_look on still_look.examination_id = examination.id
                                where dossier_id = :dossierId and still_look.viewer_id = :person)
                            or exists (
                                select 1 from dossier_evidence
                                join examination using (evidence_id)
                                join rendition on rendition.examination_id = examination.id
                                join rendition_look on rendition_look.rendition_id = rendition.id
                                where dossier_id = :dossierId and rendition_look.viewer_id = :person) as opened
                        where exists (
                            select 1 from dossier_evidence
                            join evidence using (evidence_id)
                            where dossier_id = :dossierId and evidence.erased_at is null)
                        """, Boolean.class)
                .setParameter("dossierId", dossierId)
                .setParameter("person", person.id())
                .uniqueResult();
    }
}
