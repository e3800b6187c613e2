package ma.balagh.analysis.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Reads and writes proposals to reopen a dossier, which is locked by the caller in the same transaction. */
@ApplicationScoped
class ReopeningRepository {

    private final Jdbi jdbi;

    ReopeningRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(ReopeningProposal proposal) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into reopening_proposal (reopening_id, dossier_id, verdict_id, reason,
                            proposed_by, proposed_by_name, proposed_at)
                        values (:id, :dossierId, :verdictId, :reason, :by, :byName, :at)
                        """)
                .bind("id", proposal.id())
                .bind("dossierId", proposal.dossierId())
                .bind("verdictId", proposal.verdictId())
                .bind("reason", proposal.reason())
                .bind("by", proposal.proposedBy().id())
                .bind("byName", proposal.proposedBy().name())
                .bind("at", proposal.proposedAt())
                .execute());
    }

    void decide(UUID id, Proposal.Decision decision) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update reopening_proposal
                        set decision = :choice, decision_reason = :reason,
                            decided_by = :by, decided_by_name = :byName, decided_at = :at
                        where reopening_id = :id
                        """)
                .bind("id", id)
                .bind("choice", decision.choice())
                .bind("reason", decision.reason())
                .bind("by", decision.by().id())
                .bind("byName", decision.by().name())
                .bind("at", decision.at())
                .execute());
    }

    Optional<ReopeningProposal> find(UUID dossierId, UUID id) {
        return of(dossierId).stream()
                .filter(proposal -> proposal.id().equals(id))
                .findFirst();
    }

    /** The proposals to reopen a dossier, oldest first. */
    List<ReopeningProposal> of(UUID dossierId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from reopening_proposal where dossier_id = :dossierId order by reopening_id")
                .bind("dossierId", dossierId)
                .map(ReopeningRepository::proposal)
                .list());
    }

    private static ReopeningProposal proposal(RowView row) {
        return new ReopeningProposal(
                row.getColumn("reopening_id", UUID.class),
                row.getColumn("dossier_id", UUID.class),
                row.getColumn("verdict_id", UUID.class),
                row.getColumn("reason", String.class),
                new Person(row.getColumn("proposed_by", String.class), row.getColumn("proposed_by_name", String.class)),
                row.getColumn("proposed_at", Instant.class),
                decision(row));
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
                        null);
    }
}
