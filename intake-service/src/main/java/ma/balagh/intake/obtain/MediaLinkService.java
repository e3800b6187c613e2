package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.obtain.LinkWorkRepository.Waiting;
import ma.balagh.intake.report.ReportService;
import ma.balagh.persistence.ServiceWorkRunner;

/** The links as work for people: what could not be had, oldest first, and having it tried again. */
@ApplicationScoped
class MediaLinkService {

    private static final UUID LEAST = new UUID(0, 0);

    private final LinkWorkRepository repository;
    private final ReportService reports;
    private final ServiceWorkRunner serviceWork;
    private final Clock clock;

    MediaLinkService(LinkWorkRepository repository, ReportService reports, ServiceWorkRunner serviceWork, Clock clock) {
        this.repository = repository;
        this.reports = reports;
        this.serviceWork = serviceWork;
        this.clock = clock;
    }

    /** Oldest first: who has waited longest comes first. */
    Page<MediaLinkView> page(LinkCriteria filter, PageRequest request) {
        UUID after = request.after(UUID::fromString).orElse(LEAST);
        return Page.of(repository.page(filter, after, request.fetch()), request, MediaLinkView::id);
    }

    Optional<MediaLinkView> find(UUID id) {
        return repository.find(id);
    }

    /**
     * Has a link tried again at once, whatever it has come to; one that is being tried goes on.
     *
     * @throws ma.balagh.http.ProblemException 409 when its medium is here
     */
    @Transactional
    void retry(MediaLinkView link, String reason, Caller caller) {
        // The report's row is locked before the link's.
        reports.linkChanged(link.reportId());
        // With the link whose end it waits for, which may be that of a report that the officer does not see.
        if (!serviceWork.call(() -> repository.retry(link.id(), clock.instant()))) {
            throw CommonProblem.CONFLICT.because("the medium of this link is here already");
        }
        repository.insertRetry(link.id(), clock.instant(), caller, reason);
    }

    @Transactional
    Waiting waiting() {
        return repository.waiting();
    }

    /** How many only a person can obtain, by reason. */
    @Transactional
    Map<String, Long> unobtainable() {
        return repository.unobtainable();
    }
}
