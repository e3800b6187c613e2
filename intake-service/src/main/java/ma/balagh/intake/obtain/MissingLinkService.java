package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.balagh.contracts.intake.EvidenceUnobtainable;
import ma.balagh.intake.page.PageContents;
import ma.balagh.intake.page.PageFinding;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportService;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** Ends links without a medium, and pages that lead to others: each in one transaction with its consequences. */
@ApplicationScoped
class MissingLinkService {

    private final LinkEndRepository ends;
    private final ReportLinkService links;
    private final MediaFetchRepository fetches;
    private final ReportService reports;
    private final Outbox outbox;
    private final Clock clock;

    MissingLinkService(
            LinkEndRepository ends,
            ReportLinkService links,
            MediaFetchRepository fetches,
            ReportService reports,
            Outbox outbox,
            Clock clock) {
        this.ends = ends;
        this.links = links;
        this.fetches = fetches;
        this.reports = reports;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Only a person can help.
     *
     * @param fetch the attempt that showed it
     * @throws LeaseLostException when another replica may have it; nothing is written
     */
    @Transactional
    void unobtainable(LinkTask task, FailureReason why, MediaFetch fetch) {
        Report report = held(task);
        fetches.record(fetch);
        missing(task, report, why, fetch.id());
        links.takeOwnPage(report);
    }

    /**
     * The same for a link that waited for the one that the attempt was made at.
     *
     * @throws LinkEndedException when it waits no more; nothing is written
     */
    @Transactional
    void unobtainableToo(FollowingLink follower, FailureReason why, UUID fetchId) {
        Report report = held(follower);
        missing(follower, report, why, fetchId);
        links.takeOwnPage(report);
    }

    /**
     * A page was read: what it shows becomes links of the same report.
     *
     * @param page its address, after redirects
     * @param fetch the attempt that brought it
     * @throws LeaseLostException when another replica may have it; nothing is written
     */
    @Transactional
    void read(LinkTask task, URI page, PageContents reading, MediaFetch fetch) {
        Report report = held(task);
        fetches.record(fetch.showing(reading));
        conclude(task, report, page, reading, fetch.id());
    }

    /**
     * The same for a link that waited for the one that the page was fetched for.
     *
     * @throws LinkEndedException when it waits no more; nothing is written
     */
    @Transactional
    void readToo(FollowingLink follower, URI page, PageContents reading, UUID fetchId) {
        conclude(follower, held(follower), page, reading, fetchId);
    }

    private void conclude(OpenLink link, Report report, URI page, PageContents reading, UUID fetchId) {
        boolean itself = reading.findings().stream()
                .anyMatch(finding -> finding.address().equals(page));
        boolean ownPage = link.url().equals(report.url());
        if (itself) {
            missing(link, report, FailureReason.of(MissingReason.PLATFORM_PLAYER, "this page is the player"), fetchId);
        } else if (!reading.findings().isEmpty()) {
            ends.read(link, found(reading), fetchId, clock.instant());
        } else if (ownPage && links.hasMedium(report.id())) {
            ends.read(link, FailureReason.of(MissingReason.NO_MEDIUM_ON_PAGE, ""), fetchId, clock.instant());
        } else {
            missing(link, report, FailureReason.of(MissingReason.NO_MEDIUM_ON_PAGE, ""), fetchId);
        }
        add(link, report, page, reading);
    }

    private void add(OpenLink link, Report report, URI page, PageContents reading) {
        Set<String> known = new HashSet<>();
        links.of(List.of(report.id()))
                .getOrDefault(report.id(), List.of())
                .forEach(earlier -> known.add(AddressFingerprint.compared(earlier.url())));
        for (PageFinding finding : reading.findings()) {
            String address = finding.address().toString();
            if (finding.address().equals(page) || !known.add(AddressFingerprint.compared(address))) {
                continue;
            }
            FailureReason why = switch (finding.kind()) {
                case MEDIUM -> null;
                case PLAYER -> FailureReason.of(MissingReason.PLATFORM_PLAYER, "");
                case PLAYLIST -> FailureReason.of(MissingReason.PLAYLIST, "");
            };
            if (why == null) {
                links.toObtain(report.id(), MediaLink.Kind.MEDIUM, address, Duration.ZERO, link.id());
            } else {
                publish(links.unobtainable(report.id(), address, link.id(), why), report, why);
            }
        }
    }

    private void missing(OpenLink link, Report report, FailureReason why, UUID fetchId) {
        ends.unobtainable(link, why, fetchId, clock.instant());
        publish(link.id(), report, why);
    }

    /** The report's row is locked before the link's. */
    private Report held(OpenLink link) {
        reports.linkChanged(link.reportId());
        return reports.find(link.reportId()).orElseThrow();
    }

    private void publish(UUID linkId, Report report, FailureReason why) {
        outbox.publish(new EvidenceUnobtainable(
                linkId,
                report.id(),
                why.code(),
                report.jurisdiction(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** @return null where nothing was left out */
    private static @Nullable FailureReason found(PageContents reading) {
        return reading.leftOut() == 0
                ? null
                : new FailureReason(
                        "MORE_ON_PAGE", "The page shows %d more, which are not taken.".formatted(reading.leftOut()));
    }
}
