package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.CommonProblem;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportLinks;
import org.jspecify.annotations.Nullable;

/** The media and pages that reports name, as what is to be obtained. */
@ApplicationScoped
class ReportLinkService implements ReportLinks {

    private static final Pattern PICTURE =
            Pattern.compile("[^?#]*\\.(?:jpe?g|png|gif|webp|avif|heic)(?:[?#].*)?", Pattern.CASE_INSENSITIVE);

    /** A report that names more media than that is somebody's flood. */
    private static final int MOST = 200;

    private final LinkRepository repository;
    private final ObtainConfig config;
    private final Clock clock;

    ReportLinkService(LinkRepository repository, ObtainConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<MediaLink> take(Report report, List<String> mediaUrls) {
        var links = new ArrayList<MediaLink>();
        mediaUrls.forEach(url -> links.add(link(MediaLink.Kind.MEDIUM, url)));
        // Feeds name the picture of an article whose recording only the page has.
        if (report.url() != null
                && mediaUrls.stream().allMatch(url -> PICTURE.matcher(url).matches())) {
            links.add(link(MediaLink.Kind.PAGE, report.url()));
        }
        // Who files by hand or by program is about to send the media; a feed has said all that it has to say.
        repository.insertFirst(report.id(), links, report.sourceId() == null ? config.pageDelay() : Duration.ZERO);
        return links;
    }

    @Override
    @Transactional
    public void takeMore(UUID reportId, List<String> mediaUrls) {
        Set<String> known = of(List.of(reportId)).getOrDefault(reportId, List.of()).stream()
                .map(MediaLink::url)
                .collect(Collectors.toSet());
        mediaUrls.stream()
                .filter(url -> !known.contains(url))
                .limit(Math.max(0, MOST - known.size()))
                .forEach(url -> toObtain(reportId, MediaLink.Kind.MEDIUM, url, Duration.ZERO, null));
    }

    /**
     * Adds what is to be obtained.
     *
     * @param foundOn the page that shows it
     */
    MediaLink toObtain(UUID reportId, MediaLink.Kind kind, String url, Duration delay, @Nullable UUID foundOn) {
        var link = link(kind, url);
        repository.insertToObtain(reportId, link, delay, foundOn);
        return link;
    }

    private MediaLink link(MediaLink.Kind kind, String url) {
        return new MediaLink(IdGenerator.next(), kind, url, MediaLink.State.TO_OBTAIN, null, null, now(), null);
    }

    /** Adds what is known not to be obtainable; gives its id. */
    UUID unobtainable(UUID reportId, String url, UUID foundOn, FailureReason why) {
        UUID id = IdGenerator.next();
        repository.insertUnobtainable(id, reportId, url, foundOn, why, clock.instant());
        return id;
    }

    /** Of a report that has no recording and waits for nothing, the own page is looked at, too. */
    void takeOwnPage(Report report) {
        String url = report.url();
        if (url != null && repository.lacksRecording(report.id())) {
            toObtain(report.id(), MediaLink.Kind.PAGE, url, Duration.ZERO, null);
        }
    }

    /** Whether the report has a medium by now. */
    boolean hasMedium(UUID reportId) {
        return repository.hasMedium(reportId);
    }

    @Override
    public Map<UUID, List<MediaLink>> of(Collection<UUID> reportIds) {
        return repository.of(reportIds);
    }

    @Override
    @Transactional
    public void mediumCame(UUID reportId) {
        repository.mediumCame(reportId, clock.instant());
    }

    @Override
    public boolean has(UUID reportId, UUID linkId) {
        return repository.has(reportId, linkId);
    }

    @Override
    @Transactional
    public void brought(UUID linkId, UUID evidenceId) {
        if (!repository.brought(linkId, evidenceId, clock.instant())) {
            throw CommonProblem.CONFLICT.because("the medium of this link is here already");
        }
    }

    /** Of these links, those that still have to be obtained. */
    @Transactional
    Set<UUID> stillToObtain(Collection<UUID> ids) {
        return repository.stillToObtain(ids);
    }

    /** As PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
