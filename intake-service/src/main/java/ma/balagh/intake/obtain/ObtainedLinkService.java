package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.fetch.FetchOutcome.Fetched;
import ma.balagh.fetch.FetchOutcome.TlsPeer;
import ma.balagh.intake.custody.CustodyEntry;
import ma.balagh.intake.evidence.FetchedMediaService;
import ma.balagh.intake.evidence.PartialMediumWriter;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportService;
import org.jspecify.annotations.Nullable;

/**
 * Ends links with their downloaded medium: evidence, custody, event, link and provenance in one transaction. Rows are
 * locked in the order evidence, report, link, as for uploads.
 */
@ApplicationScoped
class ObtainedLinkService {

    /** Custody tells the address as far as people read; the whole one stands with the attempt. */
    private static final int LONGEST_ADDRESS = 2_000;

    private final LinkEndRepository ends;
    private final MediaFetchRepository fetches;
    private final FetchedMediaService media;
    private final ReportService reports;
    private final Clock clock;

    ObtainedLinkService(
            LinkEndRepository ends,
            MediaFetchRepository fetches,
            FetchedMediaService media,
            ReportService reports,
            Clock clock) {
        this.ends = ends;
        this.fetches = fetches;
        this.media = media;
        this.reports = reports;
        this.clock = clock;
    }

    /** What takes long, and stays right when the transaction fails. */
    void prepare(LinkTask task, PartialMediumWriter medium) {
        media.prepare(medium, reports.readersOf(task.reportId()));
    }

    /** @throws LeaseLostException when another replica may have it; nothing is written */
    @Transactional
    void secure(LinkTask task, PartialMediumWriter medium, Fetched fetched) {
        Report report = reports.find(task.reportId()).orElseThrow();
        MediaFetch fetch = MediaFetch.fetched(task, fetched);
        UUID evidence = media.secure(
                report,
                reports.readersOf(report.id()),
                medium,
                fetched.answer().header("Content-Type"),
                fetched.answer().header("Content-Disposition"),
                origin(fetch));
        fetches.record(fetch.becoming(evidence));
        ends.obtained(task, evidence, fetch.id(), clock.instant());
    }

    /**
     * The medium of a link that waited for another one with the same address: the same evidence, by the same attempt.
     *
     * @throws LinkEndedException when it waits no more; nothing is written
     */
    @Transactional
    void share(FollowingLink follower, UUID evidence, MediaFetchRepository.Shared fetch) {
        Report report = reports.find(follower.reportId()).orElseThrow();
        var origin = origin(fetch.id(), fetch.finalAddress(), fetch.certificateSha256());
        origin.put("fetchedAt", CustodyEntry.time(fetch.endedAt()));
        media.share(
                report,
                reports.readersOf(report.id()),
                evidence,
                fetch.header("Content-Type"),
                fetch.header("Content-Disposition"),
                origin);
        ends.obtained(follower, evidence, fetch.id(), clock.instant());
    }

    private static Map<String, String> origin(MediaFetch fetch) {
        TlsPeer tls = fetch.answer() == null ? null : fetch.answer().tls();
        return origin(fetch.id(), fetch.finalAddress(), tls == null ? null : tls.sha256());
    }

    private static Map<String, String> origin(UUID fetchId, String address, @Nullable String certificate) {
        var origin = new TreeMap<String, String>();
        origin.put("fetchId", fetchId.toString());
        origin.put("finalUrl", address.substring(0, Math.min(address.length(), LONGEST_ADDRESS)));
        if (certificate != null) {
            origin.put("certificateSha256", certificate);
        }
        return origin;
    }
}
