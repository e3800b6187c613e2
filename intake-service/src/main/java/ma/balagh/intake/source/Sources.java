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
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;

/** What people can do with sources: each with those of the own territory. */
@ApplicationScoped
class Sources {

    private final SourceRows rows;
    private final SourceRules rules;
    private final RecentItems recent;
    private final Clock clock;

    Sources(SourceRows rows, SourceRules rules, RecentItems recent, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.recent = recent;
        this.clock = clock;
    }

    Page<SourceView> page(SourceFilter filter, PageRequest request, Caller caller) {
        Page<Source> page = Page.of(rows.page(filter, request, caller.jurisdictions()), request, Source::id);
        Map<UUID, RecentItems.Counts> lately =
                recent.of(page.items().stream().map(Source::id).toList(), now());
        return page.map(source -> SourceView.of(source, requireNonNull(lately.get(source.id()))));
    }

    SourceView shown(Source source) {
        return SourceView.of(
                source, requireNonNull(recent.of(List.of(source.id()), now()).get(source.id())));
    }

    SourcesHealth health(Caller caller) {
        return rows.health(caller.jurisdictions());
    }

    Optional<Source> find(UUID id, Caller caller) {
        return rows.find(id, caller.jurisdictions());
    }

    /** Watches a source from now on: it is polled at once. */
    @Transactional
    Source watch(SourceDescription description, Caller caller) {
        UUID id = Ids.next();
        rows.insert(id, rules.accept(description, caller.jurisdictions()), now(), caller.name());
        return visible(id, caller);
    }

    /** @param unchanged refuses when the source is not as the caller has read it */
    @Transactional
    Source describe(UUID id, SourceDescription description, Caller caller, Consumer<Source> unchanged) {
        Source source = held(id, caller, unchanged);
        SourceRules.Accepted accepted = rules.accept(description, caller.jurisdictions());
        if (accepted.kind().isPolled() != source.kind().isPolled()) {
            throw CommonProblem.invalid(new Violation(
                    "kind",
                    ViolationCode.OF_A_WEBHOOK,
                    "a source that is polled does not become a webhook, nor the reverse"));
        }
        rows.update(id, accepted, now());
        return visible(id, caller);
    }

    /** What it brought stays. */
    @Transactional
    void remove(UUID id, Caller caller, Consumer<Source> unchanged) {
        held(id, caller, unchanged);
        rows.remove(id, now(), caller.name());
    }

    /** @throws ma.balagh.http.ProblemException 409 when it is switched off, or no source that is polled */
    @Transactional
    Source pollNow(UUID id, Caller caller) {
        Source source = held(id, caller, _ -> {});
        if (!source.kind().isPolled()) {
            throw CommonProblem.CONFLICT.because("a webhook is called by its sender, it cannot be polled");
        }
        if (!source.enabled()) {
            throw CommonProblem.CONFLICT.because("the source is switched off");
        }
        rows.pollNow(id, now());
        return visible(id, caller);
    }

    private Source held(UUID id, Caller caller, Consumer<Source> unchanged) {
        Source source = rows.lock(id, caller.jurisdictions()).orElseThrow(Sources::notFound);
        unchanged.accept(source);
        return source;
    }

    private Source visible(UUID id, Caller caller) {
        return find(id, caller).orElseThrow(Sources::notFound);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RuntimeException notFound() {
        return CommonProblem.notFound("the source");
    }
}
