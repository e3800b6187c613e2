package ma.balagh.intake.source;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;

/** What people can do with sources: each with those of the own territory. */
@ApplicationScoped
public class SourceService {

    private final SourceRepository repository;
    private final SourceRules rules;
    private final RecentItemRepository recent;
    private final Clock clock;

    SourceService(SourceRepository repository, SourceRules rules, RecentItemRepository recent, Clock clock) {
        this.repository = repository;
        this.rules = rules;
        this.recent = recent;
        this.clock = clock;
    }

    Page<SourceView> page(SourceCriteria filter, PageRequest request) {
        Page<Source> page = Page.of(repository.page(filter, request), request, Source::id);
        Map<UUID, RecentItemRepository.Counts> lately =
                recent.of(page.items().stream().map(Source::id).toList(), now());
        return page.map(source -> SourceView.of(source, requireNonNull(lately.get(source.id()))));
    }

    SourceView shown(Source source) {
        return SourceView.of(
                source, requireNonNull(recent.of(List.of(source.id()), now()).get(source.id())));
    }

    SourcesHealth health() {
        return repository.health();
    }

    public Optional<Source> find(UUID id) {
        return repository.present(id);
    }

    /**
     * The source, held until the end of the transaction.
     *
     * @throws ma.balagh.http.ProblemException 404 for a source that the caller does not see
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Source lock(UUID id) {
        return repository.lock(id).orElseThrow(() -> CommonProblem.notFound("the source"));
    }

    /** Watches a source from now on: it is polled at once. */
    @Transactional
    Source watch(SourceDescription description, Caller caller) {
        var source = Source.watch(
                IdGenerator.next(), rules.accept(description, caller.jurisdictions()), now(), caller.name());
        repository.persistAndFlush(source);
        return source;
    }

    /** @param unchanged refuses when the source is not as the caller has read it */
    @Transactional
    Source describe(UUID id, SourceDescription description, Caller caller, Consumer<Source> unchanged) {
        Source source = lock(id);
        unchanged.accept(source);
        source.describe(rules.accept(description, caller.jurisdictions()), now());
        repository.flush();
        return source;
    }

    /** What it brought stays. */
    @Transactional
    void remove(UUID id, Caller caller, Consumer<Source> unchanged) {
        Source source = lock(id);
        unchanged.accept(source);
        source.remove(now(), caller.name());
    }

    /** @throws ma.balagh.http.ProblemException 409 when it is switched off, or no source that is polled */
    @Transactional
    Source pollNow(UUID id) {
        Source source = lock(id);
        source.requirePollable();
        repository.pollNow(source, now());
        return source;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
