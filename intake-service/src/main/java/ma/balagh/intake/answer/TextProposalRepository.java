package ma.balagh.intake.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Caller;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads and writes proposed texts. */
@ApplicationScoped
class TextProposalRepository {

    /** Who proposed it, for the four-eyes rule. */
    record Stored(TextProposal proposal, String subject, boolean decided) {}

    private final Jdbi jdbi;

    TextProposalRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Until the transaction ends, nobody else proposes or decides. */
    void lock() {
        jdbi.useHandle(handle -> handle.execute("lock table answer_text_proposal in share row exclusive mode"));
    }

    /** Those that wait for a second person. */
    List<TextProposal> pending() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from answer_text_proposal where decision is null")
                .map(TextProposalRepository::stored)
                .map(Stored::proposal)
                .list());
    }

    Optional<Stored> find(String key, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from answer_text_proposal where key = :key and proposal_id = :id")
                .bind("key", key)
                .bind("id", id)
                .map(TextProposalRepository::stored)
                .findOne());
    }

    void add(TextProposal proposal, Caller by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into answer_text_proposal
                            (proposal_id, key, base_version, ar, fr, en, proposed_at, proposed_by, subject)
                        values (:id, :key, :base, :ar, :fr, :en, :at, :by, :subject)
                        """)
                .bind("id", proposal.id())
                .bind("key", proposal.key())
                .bind("base", proposal.baseVersion())
                .bind("ar", proposal.text().ar())
                .bind("fr", proposal.text().fr())
                .bind("en", proposal.text().en())
                .bind("at", proposal.proposedAt())
                .bind("by", proposal.proposedBy())
                .bind("subject", by.id())
                .execute());
    }

    void decide(UUID id, TextProposal.Choice choice, Caller by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update answer_text_proposal
                        set decision = :choice, decided_at = :at, decided_by = :by, decider_subject = :subject
                        where proposal_id = :id
                        """)
                .bind("id", id)
                .bind("choice", choice)
                .bind("at", at)
                .bind("by", by.name())
                .bind("subject", by.id())
                .execute());
    }

    private static Stored stored(ResultSet row, StatementContext context) throws SQLException {
        var proposal = new TextProposal(
                row.getObject("proposal_id", UUID.class),
                row.getString("key"),
                row.getInt("base_version"),
                new AnswerText(row.getString("ar"), row.getString("fr"), row.getString("en")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("proposed_by"));
        return new Stored(proposal, row.getString("subject"), row.getString("decision") != null);
    }
}
