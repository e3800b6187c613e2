package ma.balagh.analysis.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.analysis.Verdict;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Where proposals and verdicts are kept. The dossier is locked by whoever writes here, in the same transaction. */
@ApplicationScoped
class ProposalStore {

    private static final GenericType<List<String>> TEXTS = new GenericType<>() {};

    private final Jdbi jdbi;

    ProposalStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(Proposal proposal) {
        Assessment assessment = proposal.assessment();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into verdict_proposal (proposal_id, dossier_id, verdict, reasons, severity, place,
                            latitude, longitude, occurred_at, known_case, from_claim,
                            proposed_by, proposed_by_name, proposed_at)
                        values (:id, :dossierId, :verdict, :reasons, :severity, :place,
                            :latitude, :longitude, :occurredAt, :knownCase, :fromClaim,
                            :proposedBy, :proposedByName, :proposedAt)
                        """)
                .bind("id", proposal.id())
                .bind("dossierId", proposal.dossierId())
                .bind("verdict", assessment.verdict())
                .bind("reasons", assessment.reasons())
                .bind("severity", assessment.severity())
                .bind("place", assessment.place())
                .bind("latitude", assessment.latitude())
                .bind("longitude", assessment.longitude())
                .bind("occurredAt", assessment.occurredAt())
                .bind("knownCase", assessment.knownCase())
                .bindArray("fromClaim", String.class, assessment.fromClaim())
                .bind("proposedBy", proposal.proposedBy().id())
                .bind("proposedByName", proposal.proposedBy().name())
                .bind("proposedAt", proposal.proposedAt())
                .execute());
    }

    void decided(Proposal proposal, Proposal.Decision decision) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update verdict_proposal
                        set decision = :choice, decision_reason = :reason,
                            decided_by = :by, decided_by_name = :byName, decided_at = :at,
                            evidence_opened = :evidenceOpened
                        where proposal_id = :id
                        """)
                .bind("id", proposal.id())
                .bind("choice", decision.choice())
                .bind("reason", decision.reason())
                .bind("by", decision.by().id())
                .bind("byName", decision.by().name())
                .bind("at", decision.at())
                .bind("evidenceOpened", decision.evidenceOpened())
                .execute());
    }

    /**
     * Whether somebody has opened evidence of the dossier, as far as this service hands it out: stills, renditions, or
     * the dossier for a purpose, which is how the portal asks for it when it shows the media.
     *
     * @return null where there is none to open
     */
    @Nullable
    Boolean hasOpenedEvidence(UUID dossierId, Person person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
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
                        """)
                .bind("dossierId", dossierId)
                .bind("person", person.id())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(null));
    }

    /** The verdict that a confirmed proposal becomes. */
    void reached(UUID verdictId, Proposal proposal, Proposal.Decision confirmation) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into verdict (verdict_id, dossier_id, proposal_id, verdict,
                            proposed_by, confirmed_by, confirmed_at)
                        values (:verdictId, :dossierId, :proposalId, :verdict, :proposedBy, :confirmedBy, :at)
                        """)
                .bind("verdictId", verdictId)
                .bind("dossierId", proposal.dossierId())
                .bind("proposalId", proposal.id())
                .bind("verdict", proposal.assessment().verdict())
                .bind("proposedBy", proposal.proposedBy().id())
                .bind("confirmedBy", confirmation.by().id())
                .bind("at", confirmation.at())
                .execute());
    }

    Optional<Proposal> find(UUID dossierId, UUID proposalId) {
        return of(dossierId).stream()
                .filter(proposal -> proposal.id().equals(proposalId))
                .findFirst();
    }

    /** The proposals of a dossier, oldest first. */
    List<Proposal> of(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select verdict_proposal.*, dossier_act.at as withdrawn_at
                        from verdict_proposal
                        left join verdict using (proposal_id)
                        left join dossier_act on dossier_act.verdict_id = verdict.verdict_id
                        where verdict_proposal.dossier_id = :dossierId
                        order by proposal_id
                        """)
                .bind("dossierId", dossierId)
                .map(ProposalStore::proposal)
                .list());
    }

    private static Proposal proposal(RowView row) {
        return new Proposal(
                row.getColumn("proposal_id", UUID.class),
                row.getColumn("dossier_id", UUID.class),
                new Assessment(
                        row.getColumn("verdict", Verdict.class),
                        row.getColumn("reasons", String.class),
                        row.getColumn("severity", Integer.class),
                        row.getColumn("place", String.class),
                        row.getColumn("latitude", Double.class),
                        row.getColumn("longitude", Double.class),
                        row.getColumn("occurred_at", Instant.class),
                        row.getColumn("known_case", String.class),
                        row.getColumn("from_claim", TEXTS)),
                new Person(row.getColumn("proposed_by", String.class), row.getColumn("proposed_by_name", String.class)),
                row.getColumn("proposed_at", Instant.class),
                decision(row),
                row.getColumn("withdrawn_at", Instant.class));
    }

    private static Proposal.@Nullable Decision decision(RowView row) {
        Proposal.@Nullable Choice choice = row.getColumn("decision", Proposal.Choice.class);
        return choice == null
                ? null
                : new Proposal.Decision(
                        choice,
                        row.getColumn("decision_reason", String.class),
                        new Person(
                                row.getColumn("decided_by", String.class),
                                row.getColumn("decided_by_name", String.class)),
                        row.getColumn("decided_at", Instant.class),
                        row.getColumn("evidence_opened", Boolean.class));
    }
}
