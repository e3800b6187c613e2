package ma.balagh.intake.source.item;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.http.CommonProblem;
import ma.balagh.intake.report.PublishedItem;
import ma.balagh.intake.report.ReportService;
import ma.balagh.intake.source.Source;
import ma.balagh.intake.source.feed.FeedItem;
import ma.balagh.intake.source.feed.FeedMedium;
import ma.balagh.intake.source.feed.MediumKind;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes in what sources publish: each thing once, whoever tells it and however often. */
@ApplicationScoped
public class ItemService {

    /** How far ahead of ours a publisher's clock may be; a later time of publication is no time of publication. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    /**
     * What a batch came to.
     *
     * @param fresh so many had not been told by the source before
     * @param known so many had
     * @param leftOut so many cannot be written, and are neither; no sender is told, who is refused then
     */
    public record Taken(int fresh, int known, @JsonIgnore int leftOut) {}

    private enum Outcome {
        FRESH,
        KNOWN,
        UNWRITABLE
    }

    private static final Logger LOG = Logger.getLogger(ItemService.class);

    private final ItemRepository repository;
    private final ItemAssessmentService assessor;
    private final ReportService reports;
    private final MeterRegistry meters;
    private final ServiceWorkRunner serviceWork;
    private final Clock clock;

    ItemService(
            ItemRepository repository,
            ItemAssessmentService assessor,
            ReportService reports,
            MeterRegistry meters,
            ServiceWorkRunner serviceWork,
            Clock clock) {
        this.repository = repository;
        this.assessor = assessor;
        this.reports = reports;
        this.meters = meters;
        this.serviceWork = serviceWork;
        this.clock = clock;
    }

    /** Whether the source has told any of these before. */
    public boolean anyKnown(UUID sourceId, Collection<FeedItem> items) {
        return !known(sourceId, items.stream().map(ItemFingerprints::of)).isEmpty();
    }

    /**
     * Takes in a batch, each item in a transaction of its own: what a crash cuts off comes again with the next poll, and
     * what was taken in stays so. What cannot be written is left out, so that it does not keep out what comes after it; it
     * has to come again.
     *
     * @param items oldest first
     */
    public Taken takeIn(Source source, List<FeedItem> items) {
        Map<FeedItem, ItemFingerprints> fingerprints =
                items.stream().distinct().collect(Collectors.toMap(Function.identity(), ItemFingerprints::of));
        Map<String, ItemRepository.Known> known = known(source.id(), fingerprints.values().stream());
        int fresh = 0;
        int told = 0;
        int leftOut = 0;
        for (FeedItem item : items) {
            ItemFingerprints recognised = requireNonNull(fingerprints.get(item));
            switch (takeIn(source, item, recognised, known.get(recognised.key()))) {
                case FRESH -> fresh++;
                case KNOWN -> told++;
                case UNWRITABLE -> leftOut++;
            }
        }
        return new Taken(fresh, told, leftOut);
    }

    private Outcome takeIn(
            Source source, FeedItem item, ItemFingerprints recognised, ItemRepository.@Nullable Known earlier) {
        try {
            if (earlier == null) {
                Judgement judgement = assessor.assess(source, item);
                return QuarkusTransaction.requiringNew().call(() -> takeIn(source, item, recognised, judgement))
                        ? Outcome.FRESH
                        : Outcome.KNOWN;
            }
            if (!earlier.erased() && !earlier.media().containsAll(media(source, item))) {
                QuarkusTransaction.requiringNew().run(() -> addMedia(earlier.id(), media(source, item)));
            }
            return Outcome.KNOWN;
        } catch (RuntimeException e) {
            if (!ItemRepository.isUnwritable(e)) {
                throw e;
            }
            LOG.errorf(
                    e, "an item cannot be written and is left out; sourceId=%s item=%s", source.id(), recognised.key());
            count("UNWRITABLE");
            return Outcome.UNWRITABLE;
        }
    }

    private Map<String, ItemRepository.Known> known(UUID sourceId, Stream<ItemFingerprints> fingerprints) {
        String[] keys = fingerprints.map(ItemFingerprints::key).toArray(String[]::new);
        return QuarkusTransaction.joiningExisting().call(() -> repository.known(sourceId, keys));
    }

    /** The press often publishes first, and adds the recording when it has it. */
    private void addMedia(UUID id, List<String> media) {
        Item item = repository.lock(id).orElse(null);
        if (item == null) {
            return;
        }
        repository.media(
                id,
                Stream.concat(item.media().stream(), media.stream()).distinct().toList());
        if (item.reportId() != null) {
            reports.tellsMore(item.reportId(), media);
        }
    }

    private boolean takeIn(Source source, FeedItem told, ItemFingerprints fingerprints, Judgement judgement) {
        Item item = item(source, told, judgement);
        if (!repository.insert(item, fingerprints.key(), told.identity())) {
            return false;
        }
        Item first = first(item, fingerprints);
        if (first != null) {
            sighting(item, first);
            count(ItemStatus.SIGHTING.name());
        } else if (judgement.relevant()) {
            report(item);
            count(ItemStatus.REPORTED.name());
        } else {
            count(ItemStatus.SET_ASIDE.name());
        }
        return true;
    }

    /** What it shows belongs to the report of the first one; if that was set aside, this one may make it our business. */
    private void sighting(Item item, Item first) {
        repository.sighting(item.id(), first.id());
        UUID reportId = first.reportId();
        if (first.standing() == ItemStatus.SET_ASIDE && item.assessment().relevant()) {
            reportId = report(first);
        }
        if (reportId != null && !first.media().containsAll(item.media())) {
            reports.tellsMore(reportId, item.media());
        }
    }

    /** The item that this one is a further sighting of, held; or null. */
    private @Nullable Item first(Item item, ItemFingerprints fingerprints) {
        UUID id = marked(item, fingerprints);
        Item first = id == null ? null : repository.lock(id).orElse(null);
        if (id == null || first != null) {
            return first;
        }
        // It was erased just now: what is told again begins anew.
        repository.moveMarks(id, item.id());
        UUID next = marked(item, fingerprints);
        return next == null ? null : repository.lock(next).orElse(null);
    }

    private @Nullable UUID marked(Item item, ItemFingerprints fingerprints) {
        UUID first = item.id();
        // Always in this order, so that two that share both marks cannot wait for each other.
        if (fingerprints.address() != null) {
            first = repository.mark("ADDRESS", fingerprints.address(), first);
        }
        if (fingerprints.content() != null) {
            UUID byContent = repository.mark("CONTENT", fingerprints.content(), first);
            first = first.equals(item.id()) ? byContent : first;
        }
        return first.equals(item.id()) ? null : first;
    }

    /**
     * An officer looked at an item that was set aside.
     *
     * @param precondition refuses when the item is not as it was read; called while nobody else changes it
     * @throws ma.balagh.http.ProblemException 409 when what it said is erased
     */
    @Transactional
    Item review(UUID id, boolean relevant, String reason, String by, Consumer<Item> precondition) {
        Item item = unerased(id);
        precondition.accept(item);
        if (item.standing() == ItemStatus.SET_ASIDE) {
            repository.reviewed(id, new Item.Review(now(), by, reason));
            if (relevant) {
                // It lies where the item says, which need not be where the officer is.
                serviceWork.run(() -> report(item));
            }
        }
        return unerased(id);
    }

    private Item unerased(UUID id) {
        return repository
                .lock(id)
                .orElseThrow(() -> CommonProblem.CONFLICT.because("what the item said has been erased"));
    }

    private UUID report(Item item) {
        Instant publishedAt = item.publishedAt();
        boolean future = publishedAt != null && publishedAt.isAfter(now().plus(SKEW));
        UUID reportId = reports.takeIn(new PublishedItem(
                item.sourceId(),
                item.channel(),
                item.assessment().jurisdiction(item.jurisdiction()),
                item.address(),
                item.title(),
                item.text(),
                item.language(),
                future ? null : publishedAt,
                item.assessment().claim(),
                item.media()));
        repository.reported(item.id(), reportId);
        return reportId;
    }

    private Item item(Source source, FeedItem told, Judgement judgement) {
        URI address = told.address();
        UUID id = IdGenerator.next();
        return new Item(
                id,
                source.id(),
                source.kind().channel(),
                source.jurisdiction(),
                address == null ? null : address.toString(),
                told.title(),
                told.text(),
                told.language(),
                told.publishedAt() == null ? null : told.publishedAt().truncatedTo(ChronoUnit.MILLIS),
                now(),
                media(source, told),
                judgement,
                ItemStatus.SET_ASIDE,
                null,
                null,
                !judgement.relevant() && assessor.isDrawn(),
                null);
    }

    /** The press illustrates each article with some picture; on social media a picture is what somebody saw. */
    private static List<String> media(Source source, FeedItem told) {
        boolean pictures = source.kind().channel() != Channel.PRESS;
        return told.media().stream()
                .filter(medium -> pictures || medium.kind() != MediumKind.IMAGE)
                .map(FeedMedium::address)
                .map(URI::toString)
                .toList();
    }

    private void count(String standing) {
        meters.counter("balagh.items", "standing", standing).increment();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
