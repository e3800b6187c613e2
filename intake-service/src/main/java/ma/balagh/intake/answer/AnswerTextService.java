package ma.balagh.intake.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
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
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.IntakeProblem;

/**
 * The texts and their versions. They are read for each answer, a handful of short rows, so that every replica shows an
 * edited text at once.
 */
@ApplicationScoped
public class AnswerTextService {

    private final TextVersionRepository versions;
    private final BuiltInTexts builtIn;
    private final TextProposalRepository proposals;
    private final Clock clock;

    AnswerTextService(
            TextVersionRepository versions, BuiltInTexts builtIn, TextProposalRepository proposals, Clock clock) {
        this.versions = versions;
        this.builtIn = builtIn;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** What answers say now. */
    public AnswerWording wording() {
        return new AnswerWording(current().stream().collect(Collectors.toMap(TextVersion::key, TextVersion::text)));
    }

    /** The newest version of each text with what is proposed, in the order of their keys. */
    List<TextVersion> withProposals() {
        Map<String, TextProposal> waiting = proposals.pending().stream()
                .map(ProposedText::view)
                .collect(Collectors.toMap(TextProposal::key, Function.identity()));
        return current().stream()
                .map(text -> text.with(waiting.get(text.key())))
                .toList();
    }

    /** The newest version of each text, in the order of their keys. */
    List<TextVersion> current() {
        Map<String, TextVersion> newest = new TreeMap<>();
        builtIn.all().forEach((key, text) -> newest.put(key, TextVersion.builtIn(key, text)));
        versions.newest().forEach(edited -> newest.put(edited.key(), edited));
        return List.copyOf(newest.values());
    }

    Optional<TextVersion> current(String key) {
        return withProposals().stream().filter(text -> text.key().equals(key)).findFirst();
    }

    /** Every version of a text, newest first; the one that came with the system is the last. */
    Page<TextVersion> versions(String key, PageRequest request) {
        int before = request.after(Integer::parseInt).orElse(Integer.MAX_VALUE);
        List<TextVersion> edited = versions.before(key, before, request.fetch());
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
        var proposed = ProposedText.propose(current, text, caller, now());
        proposals.persistAndFlush(proposed);
        return current.with(proposed.view());
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
        ProposedText proposed = proposals.find(key, id).orElseThrow(() -> CommonProblem.notFound("the proposal"));
        precondition.accept(current);
        Instant now = now();
        proposed.decide(choice, caller, now);
        proposals.flush();
        return switch (choice) {
            case CONFIRM -> putInForce(current, proposed, caller, now);
            case REFUSE -> current.with(null);
        };
    }

    private TextVersion putInForce(TextVersion current, ProposedText proposed, Caller by, Instant at) {
        TextProposal proposal = proposed.view();
        if (proposal.baseVersion() != current.version()) {
            throw CommonProblem.CONFLICT.because("the text was edited after this was proposed");
        }
        var edited = new TextVersion(
                proposal.key(), current.version() + 1, proposal.text(), at, proposal.proposedBy(), by.name(), null);
        versions.insert(edited, proposed.proposerSubject(), by.id());
        return edited;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
