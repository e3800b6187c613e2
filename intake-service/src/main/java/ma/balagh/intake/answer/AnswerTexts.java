package ma.balagh.intake.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.IntakeProblem;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The texts and their versions. They are read anew for each answer, a handful of short rows, so that an edited one is
 * shown by every replica at once.
 */
@ApplicationScoped
public class AnswerTexts {

    private final Jdbi jdbi;
    private final BuiltInTexts builtIn;
    private final TextProposalRepository proposals;
    private final Clock clock;

    AnswerTexts(Jdbi jdbi, BuiltInTexts builtIn, TextProposalRepository proposals, Clock clock) {
        this.jdbi = jdbi;
        this.builtIn = builtIn;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** What answers say now. */
    public Wording wording() {
        return new Wording(current().stream().collect(Collectors.toMap(TextVersion::key, TextVersion::text)));
    }

    /** The newest version of each text with what is proposed, in the order of their keys. */
    List<TextVersion> withProposals() {
        Map<String, TextProposal> waiting =
                proposals.pending().stream().collect(Collectors.toMap(TextProposal::key, Function.identity()));
        return current().stream()
                .map(text -> text.with(waiting.get(text.key())))
                .toList();
    }

    /** The newest version of each text, in the order of their keys. */
    List<TextVersion> current() {
        Map<String, TextVersion> newest = new TreeMap<>();
        builtIn.all().forEach((key, text) -> newest.put(key, TextVersion.builtIn(key, text)));
        jdbi.useHandle(handle -> handle.createQuery("""
                        select distinct on (key) key, version, ar, fr, en, edited_at, edited_by, approved_by
                        from answer_text order by key, version desc
                        """)
                .map(AnswerTexts::version)
                // One that an earlier release knew and this one does not tells of no ending any more.
                .forEach(edited -> newest.replace(edited.key(), edited)));
        return List.copyOf(newest.values());
    }

    Optional<TextVersion> current(String key) {
        return withProposals().stream().filter(text -> text.key().equals(key)).findFirst();
    }

    /** Every version of a text, newest first; the one that came with the system is the last. */
    Page<TextVersion> versions(String key, PageRequest request) {
        int before = request.after(Integer::parseInt).orElse(Integer.MAX_VALUE);
        List<TextVersion> edited = jdbi.withHandle(handle -> handle.createQuery("""
                        select key, version, ar, fr, en, edited_at, edited_by, approved_by from answer_text
                        where key = :key and version < :before order by version desc limit :fetch
                        """)
                .bind("key", key)
                .bind("before", before)
                .bind("fetch", request.fetch())
                .map(AnswerTexts::version)
                .list());
        AnswerText first = before > 0 ? builtIn.all().get(key) : null;
        Stream<TextVersion> last = first == null ? Stream.empty() : Stream.of(TextVersion.builtIn(key, first));
        return Page.of(Stream.concat(edited.stream(), last).toList(), request, TextVersion::version);
    }

    /**
     * Proposes a text, unless it is as it was. What receipts say stays until a second person confirms.
     *
     * @param key of a text that there is
     * @param precondition refuses when the version that there is is not the one that was read; called while nobody else
     *     edits
     * @return the text with what is proposed
     */
    @Transactional
    TextVersion propose(String key, AnswerText text, Caller caller, Consumer<TextVersion> precondition) {
        proposals.lock();
        TextVersion current = current(key).orElseThrow();
        precondition.accept(current);
        if (current.text().equals(text)) {
            return current;
        }
        if (current.proposal() != null) {
            throw IntakeProblem.PROPOSAL_WAITS.because("decide first on what %s proposed"
                    .formatted(current.proposal().proposedBy()));
        }
        var proposal = new TextProposal(Ids.next(), key, current.version(), text, now(), caller.name());
        proposals.add(proposal, caller);
        return current.with(proposal);
    }

    /**
     * Confirms a proposed text, which is in force then, or refuses it. Its author may only refuse it.
     *
     * @param precondition as for proposing
     */
    @Transactional
    TextVersion decide(
            String key, UUID id, TextProposal.Choice choice, Caller caller, Consumer<TextVersion> precondition) {
        proposals.lock();
        TextVersion current = current(key).orElseThrow();
        TextProposalRepository.Stored stored =
                proposals.find(key, id).orElseThrow(() -> CommonProblem.notFound("the proposal"));
        precondition.accept(current);
        if (stored.decided()) {
            throw IntakeProblem.ALREADY_DECIDED.because("read the text again");
        }
        if (choice == TextProposal.Choice.CONFIRM && stored.subject().equals(caller.id())) {
            throw IntakeProblem.FOUR_EYES.because("you proposed this text, so somebody else has to confirm it");
        }
        Instant now = now();
        proposals.decide(id, choice, caller, now);
        return switch (choice) {
            case CONFIRM -> putInForce(current, stored, caller, now);
            case REFUSE -> current.with(null);
        };
    }

    private TextVersion putInForce(TextVersion current, TextProposalRepository.Stored stored, Caller by, Instant at) {
        TextProposal proposal = stored.proposal();
        if (proposal.baseVersion() != current.version()) {
            throw CommonProblem.CONFLICT.because("the text was edited after this was proposed");
        }
        AnswerText text = proposal.text();
        var edited = new TextVersion(
                proposal.key(), current.version() + 1, text, at, proposal.proposedBy(), by.name(), null);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into answer_text
                            (key, version, ar, fr, en, edited_at, edited_by, subject, approved_by, approver_subject)
                        values (:key, :version, :ar, :fr, :en, :at, :by, :subject, :approvedBy, :approver)
                        """)
                .bind("key", edited.key())
                .bind("version", edited.version())
                .bind("ar", text.ar())
                .bind("fr", text.fr())
                .bind("en", text.en())
                .bind("at", at)
                .bind("by", proposal.proposedBy())
                .bind("subject", stored.subject())
                .bind("approvedBy", by.name())
                .bind("approver", by.id())
                .execute());
        return edited;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static TextVersion version(ResultSet row, StatementContext context) throws SQLException {
        return new TextVersion(
                row.getString("key"),
                row.getInt("version"),
                new AnswerText(row.getString("ar"), row.getString("fr"), row.getString("en")),
                row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                row.getString("edited_by"),
                row.getString("approved_by"),
                null);
    }
}
