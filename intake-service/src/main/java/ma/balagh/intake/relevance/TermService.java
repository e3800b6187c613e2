package ma.balagh.intake.relevance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import ma.balagh.http.Caller;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;

/** The list of terms and its earlier versions. */
@ApplicationScoped
class TermService {

    private final TermRepository repository;
    private final CurrentTermsCache current;
    private final Clock clock;

    TermService(TermRepository repository, CurrentTermsCache current, Clock clock) {
        this.repository = repository;
        this.current = current;
        this.clock = clock;
    }

    TermVersion newest() {
        // Makes sure that there is one.
        current.vocabulary();
        return repository.find(repository.newest()).orElseThrow();
    }

    Optional<TermVersion> find(int version) {
        return repository.find(version);
    }

    Page<TermsView.TermsSummary> page(PageRequest request) {
        int before = request.after(Integer::valueOf).orElse(Integer.MAX_VALUE);
        return Page.of(repository.before(before, request.fetch()), request, TermsView.TermsSummary::version);
    }

    /**
     * Makes a new version, unless nothing would change.
     *
     * @throws ma.balagh.http.ProblemException 412 when somebody has changed the list since the caller read it
     */
    @Transactional
    TermVersion change(TermList list, String reason, Caller caller, Preconditions preconditions) {
        current.vocabulary();
        repository.lock();
        TermVersion newest = repository.find(repository.newest()).orElseThrow();
        preconditions.requireMatch(Preconditions.tag(newest.version()));
        if (newest.list().equals(list)) {
            return newest;
        }
        var version = new TermVersion(
                newest.version() + 1,
                list,
                reason,
                caller.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        repository.insert(version, caller.id());
        return version;
    }
}
