package ma.balagh.dispatch.communique;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Violation;
import org.hibernate.exception.ConstraintViolationException;

/** The use cases of communiqués. What a commander's territory does not cover does not exist for them. */
@ApplicationScoped
class CommuniqueService {

    private static final String VERDICT_WITHDRAWN = "the verdict of one of its incidents was withdrawn";

    private final CommuniqueRepository repository;
    private final FindingAnswerRepository answers;
    private final CommuniqueDraftService drafts;
    private final Timestamps moments;

    CommuniqueService(
            CommuniqueRepository repository,
            FindingAnswerRepository answers,
            CommuniqueDraftService drafts,
            Timestamps moments) {
        this.repository = repository;
        this.answers = answers;
        this.drafts = drafts;
        this.moments = moments;
    }

    @Transactional
    Communique find(UUID id, Jurisdictions own) {
        return repository
                .findByIdOptional(id)
                .filter(communique -> own.covers(communique.jurisdiction()))
                .orElseThrow(CommuniqueService::missing);
    }

    @Transactional
    Communique draft(WriteCommunique command, Jurisdictions own, CommuniqueActor by) {
        UUID corrects = command.corrects();
        Communique corrected = corrects == null ? null : correctable(corrects, own);
        if (corrected != null) {
            requireAlertStaysOne(corrected, command.kind());
        }
        var draft = drafts.draft(command, own, corrected);
        var communique = Communique.draft(IdGenerator.next(), draft, corrects, by, moments.now());
        repository.persistAndFlush(communique);
        return communique;
    }

    private Communique correctable(UUID id, Jurisdictions own) {
        var corrected = repository
                .findByIdOptional(id)
                .filter(communique -> own.covers(communique.jurisdiction()))
                .orElseThrow(() ->
                        CommonProblem.invalid(Violation.unfitting("corrects", "there is none that you may correct")));
        if (!corrected.isCorrectable(moments.now())) {
            throw DispatchProblem.COMMUNIQUE_OUT_OF_TURN.because(
                    "only what is published, and not corrected, is corrected");
        }
        return corrected;
    }

    /** Receivers of alerts end one for its update alone: corrected by anything else, it would stay. */
    private static void requireAlertStaysOne(Communique corrected, CommuniqueKind kind) {
        if (corrected.kind() == CommuniqueKind.ALERT && kind != CommuniqueKind.ALERT) {
            throw CommonProblem.invalid(Violation.unfitting(
                    "kind", "an alert is corrected by an alert; to end it without another one, withdraw it"));
        }
    }

    /** @param precondition refuses when the caller has read another version */
    @Transactional
    Communique rewrite(
            UUID id,
            WriteCommunique command,
            Jurisdictions own,
            CommuniqueActor by,
            Consumer<Communique> precondition) {
        var communique = lock(id, own);
        precondition.accept(communique);
        if (command.corrects() != null
                && !communique.corrects().filter(command.corrects()::equals).isPresent()) {
            throw CommonProblem.invalid(Violation.unfitting("corrects", "stays as it was when it was drafted"));
        }
        communique.requireState(CommuniqueState.DRAFT);
        communique
                .corrects()
                .flatMap(repository::findByIdOptional)
                .ifPresent(corrected -> requireAlertStaysOne(corrected, command.kind()));
        communique.rewrite(drafts.rewritten(command, own), by, moments.now());
        repository.flush();
        return communique;
    }

    @Transactional
    Communique answer(
            UUID id, AnswerFinding command, Jurisdictions own, CommuniqueActor by, Consumer<Communique> precondition) {
        var communique = lock(id, own);
        precondition.accept(communique);
        communique.requireState(CommuniqueState.DRAFT);
        var answer = new FindingAnswer(
                command.language(),
                command.kind(),
                command.from(),
                command.to(),
                command.reason().strip(),
                by.name(),
                moments.now());
        if (drafts.check(communique).stream().noneMatch(answer::isAbout)) {
            throw CommonProblem.invalid(
                    Violation.unfitting("from", "there is no such finding in the texts as they are"));
        }
        answers.insert(communique.id(), communique.textVersion(), answer, by.id());
        repository.touch(communique);
        repository.flush();
        return communique;
    }

    /** What is found in the texts, with the answers; of what is no draft any more only what was answered for. */
    @Transactional
    List<CheckedFinding> findings(Communique communique) {
        var given = answers.of(communique);
        boolean draft = communique.state() == CommuniqueState.DRAFT;
        return drafts.check(communique).stream()
                .map(finding -> CheckedFinding.of(
                        finding,
                        given.stream()
                                .filter(answer -> answer.isAbout(finding))
                                .findFirst()
                                .orElse(null)))
                .filter(finding -> draft || finding.answer() != null)
                .toList();
    }

    @Transactional
    Communique approve(UUID id, Jurisdictions own, CommuniqueActor by, Consumer<Communique> precondition) {
        var communique = lock(id, own);
        precondition.accept(communique);
        var now = moments.now();
        requireAlertAhead(communique);
        drafts.requireFactsStand(communique);
        long open = findings(communique).stream()
                .filter(finding -> finding.answer() == null)
                .count();
        communique.approve((int) open, by, now);
        communique.corrects().ifPresent(corrects -> correct(corrects, own, communique));
        try {
            repository.flush();
        } catch (ConstraintViolationException e) {
            throw "communique_corrects_key".equals(e.getConstraintName())
                    ? DispatchProblem.COMMUNIQUE_OUT_OF_TURN.because("another correction was faster")
                    : e;
        }
        return communique;
    }

    private void correct(UUID id, Jurisdictions own, Communique correction) {
        var corrected = lock(id, own);
        if (!corrected.isCorrectable(moments.now())) {
            throw DispatchProblem.COMMUNIQUE_OUT_OF_TURN.because(
                    "what it corrects was withdrawn or corrected meanwhile");
        }
        requireAlertStaysOne(corrected, correction.kind());
        corrected.correct(correction.id(), Objects.requireNonNull(correction.publishedAt()));
    }

    private void requireAlertAhead(Communique communique) {
        var alert = communique.alert();
        var start = communique.embargoUntil() == null ? moments.now() : communique.embargoUntil();
        if (alert != null && !alert.expiresAt().isAfter(start)) {
            throw DispatchProblem.COMMUNIQUE_OUT_OF_TURN.because("the alert would be over when it is published");
        }
    }

    @Transactional
    Communique retract(
            UUID id, String reason, Jurisdictions own, CommuniqueActor by, Consumer<Communique> precondition) {
        var communique = lock(id, own);
        precondition.accept(communique);
        var now = moments.now();
        retract(communique, reason.strip(), by, now);
        repository.flush();
        return communique;
    }

    private void retract(Communique communique, String reason, CommuniqueActor by, Instant now) {
        communique.retract(reason, by, now);
        if (!communique.isPublished(now)) {
            communique.corrects().flatMap(repository::lock).ifPresent(corrected -> corrected.release(communique.id()));
        }
    }

    /** Withdraws cases about the incident that are approved but not published yet. Runs in the transaction of the verdict. */
    @Transactional(Transactional.TxType.MANDATORY)
    void withhold(UUID incidentId) {
        var now = moments.now();
        repository
                .lockWaiting(incidentId, now)
                .forEach(communique -> retract(communique, VERDICT_WITHDRAWN, CommuniqueActor.SERVICE, now));
        repository.flush();
    }

    private Communique lock(UUID id, Jurisdictions own) {
        return repository
                .lock(id)
                .filter(communique -> own.covers(communique.jurisdiction()))
                .orElseThrow(CommuniqueService::missing);
    }

    private static RuntimeException missing() {
        return CommonProblem.notFound("the communiqué");
    }
}
