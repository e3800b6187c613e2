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
import ma.balagh.intake.page.PageFinding;
import ma.balagh.intake.page.PageReading;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.Reports;
import ma.balagh.intake.report.Visibility;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** Links that end without a medium, and pages that lead to others: each in one transaction with what follows from it. */
@ApplicationScoped
class MissingLinks {

    private final LinkLeaseRepository leases;
    private final ReportLinkService links;
    private final MediaFetchRepository fetches;
    private final Reports reports;
    private final Outbox outbox;
    private final Clock clock;

    MissingLinks(
            LinkLeaseRepository leases,
            ReportLinkService links,
            MediaFetchRepository fetches,
            Reports reports,
            Outbox outbox,
            Clock clock) {
        this.leases = leases;
        this.links = links;
        this.fetches = fetches;
        this.reports = reports;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * It is tried again later; for ever, if need be.
     *
     * @param begun what the next attempt can go on from; null when it has to begin anew
     * @param failures attempts in a row that brought nothing, this one included
     */
    @Transactional
    void putOff(Claim claim, Why why, Duration pause, Claim.@Nullable Begun begun, int failures) {
        if (!why.detail().equals(claim.detail())) {
            reports.linkChanged(claim.reportId());
        }
        leases.putOff(claim, why, pause, begun, failures);
    }

    /** What a report called a medium is a page: it is read as one, at once. */
    @Transactional
    void turnIntoPage(Claim claim) {
        reports.linkChanged(claim.reportId());
        leases.turnIntoPage(claim);
    }

    /**
     * Only a person can help.
     *
     * @param fetch the attempt that showed it
     * @throws LeaseLost when somebody else may work on the link by now; nothing is written
     */
    @Transactional
    void unobtainable(Claim claim, Why why, MediaFetch fetch) {
        Report report = held(claim);
        fetches.record(fetch);
        missing(claim, report, why, fetch.id());
        links.takeOwnPage(report);
    }

    /** The same for a link that waited for the one that the attempt was made at. */
    @Transactional
    void unobtainableToo(Claim follower, Why why, UUID fetchId) {
        Report report = held(follower);
        missing(follower, report, why, fetchId);
        links.takeOwnPage(report);
    }

    /**
     * A page was read: what it shows becomes links of the same report.
     *
     * @param page its address, after redirects
     * @param fetch the attempt that brought it
     * @throws LeaseLost when somebody else may work on the link by now; nothing is written
     */
    @Transactional
    void read(Claim claim, URI page, PageReading reading, MediaFetch fetch) {
        Report report = held(claim);
        fetches.record(fetch.showing(reading));
        conclude(claim, report, page, reading, fetch.id());
    }

    /** The same for a link that waited for the one that the page was fetched for. */
    @Transactional
    void readToo(Claim follower, URI page, PageReading reading, UUID fetchId) {
        conclude(follower, held(follower), page, reading, fetchId);
    }

    private void conclude(Claim claim, Report report, URI page, PageReading reading, UUID fetchId) {
        boolean itself = reading.findings().stream()
                .anyMatch(finding -> finding.address().equals(page));
        boolean ownPage = claim.url().equals(report.url());
        if (itself) {
            missing(claim, report, Why.of(MissingReason.PLATFORM_PLAYER, "this page is the player"), fetchId);
        } else if (!reading.findings().isEmpty()) {
            leases.endRead(claim, found(reading), fetchId, clock.instant());
        } else if (ownPage && links.hasMedium(report.id())) {
            leases.endRead(claim, Why.of(MissingReason.NO_MEDIUM_ON_PAGE, ""), fetchId, clock.instant());
        } else {
            missing(claim, report, Why.of(MissingReason.NO_MEDIUM_ON_PAGE, ""), fetchId);
        }
        add(claim, report, page, reading);
    }

    private void add(Claim claim, Report report, URI page, PageReading reading) {
        Set<String> known = new HashSet<>();
        links.of(List.of(report.id()), Visibility.EVERYTHING)
                .getOrDefault(report.id(), List.of())
                .forEach(link -> known.add(AddressKey.compared(link.url())));
        for (PageFinding finding : reading.findings()) {
            String address = finding.address().toString();
            if (finding.address().equals(page) || !known.add(AddressKey.compared(address))) {
                continue;
            }
            Why why = switch (finding.kind()) {
                case MEDIUM -> null;
                case PLAYER -> Why.of(MissingReason.PLATFORM_PLAYER, "");
                case PLAYLIST -> Why.of(MissingReason.PLAYLIST, "");
            };
            if (why == null) {
                links.toObtain(report.id(), MediaLink.Kind.MEDIUM, address, Duration.ZERO, claim.id());
            } else {
                publish(links.unobtainable(report.id(), address, claim.id(), why), report, why);
            }
        }
    }

    private void missing(Claim claim, Report report, Why why, UUID fetchId) {
        leases.endUnobtainable(claim, why, fetchId, clock.instant());
        publish(claim.id(), report, why);
    }

    /** The report's row is locked before the link's. */
    private Report held(Claim claim) {
        reports.linkChanged(claim.reportId());
        return reports.find(claim.reportId(), Visibility.EVERYTHING).orElseThrow();
    }

    private void publish(UUID linkId, Report report, Why why) {
        outbox.publish(new EvidenceUnobtainable(
                linkId,
                report.id(),
                why.code(),
                report.jurisdiction(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** @return null where nothing was left out */
    private static @Nullable Why found(PageReading reading) {
        return reading.leftOut() == 0
                ? null
                : new Why("MORE_ON_PAGE", "The page shows %d more, which are not taken.".formatted(reading.leftOut()));
    }
}
