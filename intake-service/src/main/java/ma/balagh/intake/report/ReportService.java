package ma.balagh.intake.report;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** The use cases of reports. */
@ApplicationScoped
public class ReportService {

    /** Where a partner's report belongs when neither it nor the partner's token says. */
    private static final String WHOLE_COUNTRY = "MA";

    record Filed(Report report, List<MediaLink> links) {}

    private final ReportRepository repository;
    private final ReportLinks links;
    private final ReporterIdentityService vault;
    private final AnswerRuleService rules;
    private final Outbox outbox;
    private final ReceiptListener watch;
    private final Clock clock;

    ReportService(
            ReportRepository repository,
            ReportLinks links,
            ReporterIdentityService vault,
            AnswerRuleService rules,
            Outbox outbox,
            ReceiptListener watch,
            Clock clock) {
        this.repository = repository;
        this.links = links;
        this.vault = vault;
        this.rules = rules;
        this.outbox = outbox;
        this.watch = watch;
        this.clock = clock;
    }

    /** @throws ma.balagh.http.ProblemException 400 with every field that is wrong */
    @Transactional
    Filed file(FileReport command, Caller caller) {
        Instant now = now();
        List<Violation> violations = FilingRules.violations(command, caller, now);
        if (!violations.isEmpty()) {
            throw CommonProblem.invalid(violations);
        }
        Report report = Report.filed(
                command,
                caller.jurisdictions().first().orElse(WHOLE_COUNTRY),
                caller.id(),
                caller.has(Roles.PARTNER),
                now);
        List<String> links = command.links().stream()
                .distinct()
                .map(url -> requireNonNull(url))
                .toList();
        List<MediaLink> taken = receive(report, links);
        if (command.reporter() != null) {
            vault.keep(report.id(), command.reporter());
        }
        return new Filed(report, taken);
    }

    /** Makes a report of what a source published, in the caller's transaction; tells its id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID takeIn(PublishedItem published) {
        Report report = Report.published(published, now());
        receive(report, published.mediaUrls());
        return report.id();
    }

    /** Makes a report of what a crew tells from an incident, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Report takeIn(CrewReport told) {
        Report report = Report.told(told, now());
        receive(report, List.of());
        return report;
    }

    /** A source tells media of its report that it had not told before; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellsMore(UUID id, List<String> mediaUrls) {
        if (repository.touch(id)) {
            links.takeMore(id, mediaUrls);
        }
    }

    private List<MediaLink> receive(Report report, List<String> mediaUrls) {
        repository.insert(report);
        List<MediaLink> taken = links.take(report, mediaUrls);
        outbox.publish(new ReportReceived(
                report.id(),
                report.channel(),
                report.jurisdiction(),
                report.publishedAt(),
                report.receivedAt(),
                report.url(),
                report.title(),
                report.text(),
                report.language(),
                report.claim()));
        return taken;
    }

    public Optional<Report> find(UUID id) {
        return repository.find(id);
    }

    public boolean isVisible(UUID id) {
        return repository.isVisible(id);
    }

    /** What all see who read the report, so that what is fetched for it tells them of nothing else. */
    @Transactional
    public ReportAudience readersOf(UUID id) {
        return repository.readersOf(id);
    }

    public Optional<Report> find(ReceiptCode receipt) {
        return repository.find(receipt);
    }

    /** Newest first. */
    public Page<Report> page(@Nullable ReportStatus status, PageRequest request) {
        return Page.of(repository.page(status, request), request, Report::id);
    }

    /** A medium was added: what a reader is shown has changed. */
    @Transactional
    public void mediumAdded(UUID id) {
        repository.touch(id);
        links.mediumCame(id);
    }

    /** @throws ma.balagh.http.ProblemException 400 when the report has no such link */
    public void requireLink(UUID id, UUID linkId) {
        if (!links.has(id, linkId)) {
            throw CommonProblem.invalid(Violation.unfitting("mediaLink", "must be one of the report's links"));
        }
    }

    /**
     * A medium that was added is what stands, or stood, at the address of that link.
     *
     * @throws ma.balagh.http.ProblemException 409 when the link's medium is here already
     */
    @Transactional
    public void mediumBrought(UUID linkId, UUID evidenceId) {
        links.brought(linkId, evidenceId);
    }

    /** What became of one of its links has changed. */
    @Transactional
    public void linkChanged(UUID id) {
        repository.touch(id);
    }

    /**
     * Something was learnt about the dossiers that a report stands in. A report that is not there is passed over.
     *
     * @param standing what follows from all its dossiers; called while the report is held, so that two dossiers that
     *     are answered at once both count
     */
    @Transactional
    public void reconsider(UUID id, Function<Report, ReportStanding> standing) {
        repository.lock(id).ifPresent(report -> {
            Answer before = report.answer();
            int version = report.version();
            ReportStanding stands = standing.apply(report);
            boolean changed = report.follow(stands);
            // Of the same answer, too: an outcome that is heard before its verdict does not show yet that nobody
            // looked.
            if (stands.ruledBy() != null || before != null) {
                rules.note(id, stands.ruledBy());
            }
            if (!changed) {
                return;
            }
            repository.flush();
            // Not where it was only hidden from others: who filed it must not learn of that.
            if (report.version() != version) {
                watch.changed(report);
            }
            publish(report, before);
        });
    }

    /** Of what is forwarded the topic says nothing: whoever reads it is not internal affairs. */
    private void publish(Report report, @Nullable Answer before) {
        Answer published = published(before);
        Answer answer = published(report.answer());
        if (answer == null && published != null) {
            // Also of what is forwarded since, as where its verdict is heard to be withdrawn before that.
            outbox.publish(new AnswerWithdrawn(report.id(), report.jurisdiction(), now()));
        } else if (answer != null && !answer.equals(published)) {
            outbox.publish(new ReportAnswered(report.id(), report.jurisdiction(), answer.kind(), now()));
        }
    }

    private static @Nullable Answer published(@Nullable Answer answer) {
        return answer == null || answer.kind() == AnswerKind.FORWARDED ? null : answer;
    }

    /** They are about misconduct, whatever they are answered: of the staff, only internal affairs see them from now on. */
    @Transactional
    public void forwarded(Collection<UUID> ids) {
        repository.forwarded(ids);
    }

    /** What its receipt tells of another case has changed. A report that is not there is passed over. */
    @Transactional
    public void receiptChanged(UUID id) {
        repository
                .lock(id)
                .filter(report -> report.answer() != null && report.answer().kind() == AnswerKind.KNOWN_CASE)
                .ifPresent(watch::changed);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
