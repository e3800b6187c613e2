package ma.balagh.intake.report;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ma.balagh.contracts.Ids;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.Claim;
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

/** What can be done with reports. */
@ApplicationScoped
public class Reports {

    /** Where a report belongs when neither it nor its sender's token says. */
    private static final String WHOLE_COUNTRY = "MA";

    record Filed(Report report, List<MediaLink> links) {}

    private final ReportRows rows;
    private final ReportLinks links;
    private final ReporterVault vault;
    private final AnswerRuleRepository rules;
    private final Outbox outbox;
    private final ReceiptWatch watch;
    private final Clock clock;

    Reports(
            ReportRows rows,
            ReportLinks links,
            ReporterVault vault,
            AnswerRuleRepository rules,
            Outbox outbox,
            ReceiptWatch watch,
            Clock clock) {
        this.rows = rows;
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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Violation> violations = FilingRules.violations(command, caller.jurisdictions(), now);
        if (!violations.isEmpty()) {
            throw CommonProblem.invalid(violations);
        }
        Report report = received(command, caller, now);
        List<String> links = command.links().stream()
                .distinct()
                .map(url -> requireNonNull(url))
                .toList();
        List<MediaLink> taken = receive(report, caller.has(Roles.PARTNER), links);
        if (command.reporter() != null) {
            vault.keep(report.id(), command.reporter());
        }
        return new Filed(report, taken);
    }

    /** Makes a report of what a source published, in the caller's transaction; tells its id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID takeIn(Published published) {
        var report = new Report(
                Ids.next(),
                ReceiptCode.random(),
                published.channel(),
                ReportStatus.RECEIVED,
                published.jurisdiction(),
                "source/" + published.sourceId(),
                published.sourceId(),
                published.url(),
                textOrNull(published.title()),
                textOrNull(published.text()),
                published.language(),
                milliseconds(published.publishedAt()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                claim(published.claim()),
                null,
                false,
                1);
        receive(report, false, published.mediaUrls());
        return report.id();
    }

    /** A source tells media of its report that it had not told before; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellsMore(UUID id, List<String> mediaUrls) {
        rows.lock(id).ifPresent(report -> {
            links.takeMore(id, mediaUrls);
            rows.touch(id);
        });
    }

    private List<MediaLink> receive(Report report, boolean fromPartner, List<String> links) {
        List<MediaLink> taken = rows.insert(report, fromPartner, links);
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

    public Optional<Report> find(UUID id, Visibility visibility) {
        return rows.find(id, visibility);
    }

    /** What all see who read the report, so that what is fetched for it tells them of nothing else. */
    public Visibility readersOf(UUID id) {
        return rows.readersOf(id);
    }

    public Optional<Report> find(ReceiptCode receipt, Visibility visibility) {
        return rows.find(receipt, visibility);
    }

    /** Newest first. */
    public Page<Report> page(@Nullable ReportStatus status, PageRequest request, Visibility visibility) {
        return Page.of(rows.page(status, request, visibility), request, Report::id);
    }

    /** A medium was added: what a reader is shown has changed. */
    @Transactional
    public void mediumAdded(UUID id) {
        rows.touch(id);
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
        rows.touch(id);
    }

    /**
     * Something was learnt about the dossiers that a report stands in. A report that is not there is passed over.
     *
     * @param standing what follows from all its dossiers; called while the report is held, so that two dossiers that
     *     are answered at once both count
     */
    @Transactional
    public void reconsider(UUID id, Function<Report, Standing> standing) {
        rows.lock(id).ifPresent(report -> {
            Standing stands = standing.apply(report);
            Report changed = report.standing(stands);
            Answer answer = changed.answer();
            if (changed.equals(report)) {
                return;
            }
            rows.update(changed);
            if (stands.ruledBy() != null || report.answer() != null) {
                rules.note(id, stands.ruledBy());
            }
            // Not where it was only hidden from others: who filed it must not learn of that.
            if (changed.version() != report.version()) {
                watch.changed(changed);
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            // Of what is forwarded the topic says nothing: whoever reads it is not internal affairs.
            if (answer == null && report.answer() != null) {
                outbox.publish(new AnswerWithdrawn(id, report.jurisdiction(), now));
            } else if (answer != null && answer.kind() != AnswerKind.FORWARDED && !answer.equals(report.answer())) {
                outbox.publish(new ReportAnswered(id, report.jurisdiction(), answer.kind(), now));
            }
        });
    }

    /** They are about misconduct, whatever they are answered: of the staff, only internal affairs see them from now on. */
    @Transactional
    public void forwarded(Collection<UUID> ids) {
        rows.forwarded(ids);
    }

    /** What its receipt tells of another case has changed. A report that is not there is passed over. */
    @Transactional
    public void receiptChanged(UUID id) {
        rows.lock(id)
                .filter(report -> report.answer() != null && report.answer().kind() == AnswerKind.KNOWN_CASE)
                .ifPresent(watch::changed);
    }

    private static Report received(FileReport command, Caller caller, Instant now) {
        String jurisdiction = command.jurisdiction() != null
                ? command.jurisdiction()
                : caller.jurisdictions().first().orElse(WHOLE_COUNTRY);
        return new Report(
                Ids.next(),
                ReceiptCode.random(),
                requireNonNull(command.channel()),
                ReportStatus.RECEIVED,
                jurisdiction,
                caller.id(),
                null,
                command.url(),
                textOrNull(command.title()),
                textOrNull(command.text()),
                command.language() == null
                        ? null
                        : Locale.forLanguageTag(command.language()).toLanguageTag(),
                milliseconds(command.publishedAt()),
                now,
                claim(command.claim()),
                null,
                false,
                1);
    }

    private static @Nullable Claim claim(@Nullable Claim claim) {
        if (claim == null) {
            return null;
        }
        var said = new Claim(
                milliseconds(claim.occurredAt()), textOrNull(claim.place()), claim.latitude(), claim.longitude());
        return said.equals(new Claim(null, null, null, null)) ? null : said;
    }

    private static @Nullable Instant milliseconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
