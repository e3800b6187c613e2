package ma.balagh.intake.source.poll;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ma.balagh.fetch.AddressProspect;
import ma.balagh.fetch.FetchClient;
import ma.balagh.fetch.FetchOutcome;
import ma.balagh.fetch.FetchOutcome.Fetched;
import ma.balagh.fetch.FetchOutcome.NotModified;
import ma.balagh.fetch.FetchOutcome.Redirect;
import ma.balagh.fetch.FetchReason;
import ma.balagh.fetch.FetchRequest;
import ma.balagh.fetch.FetchRequest.Bounds;
import ma.balagh.fetch.FetchRequest.Validators;
import ma.balagh.fetch.FetchSink;
import ma.balagh.intake.source.feed.FeedItem;
import ma.balagh.intake.source.feed.FeedReader;
import ma.balagh.intake.source.feed.ParsedFeed;
import ma.balagh.intake.source.feed.UnreadableFeedException;
import ma.balagh.intake.source.feed.WebAddressParser;
import ma.balagh.intake.source.item.ItemService;
import org.jspecify.annotations.Nullable;

/**
 * Polls a source and takes in its items. A timeline comes in pages, newest first: they are read until one contains a
 * known item, so that nothing between two polls is missed.
 */
@ApplicationScoped
class SourcePollService {

    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");
    private static final int MOVED_PERMANENTLY = 301;
    private static final int PERMANENT_REDIRECT = 308;

    /** So many places of a timeline are kept to go on with. */
    private static final int MOST_LEFT = 100;

    private final FetchClient fetcher;
    private final ItemService items;
    private final PollConfig config;

    SourcePollService(FetchClient fetcher, ItemService items, PollConfig config) {
        this.fetcher = fetcher;
        this.items = items;
        this.config = config;
    }

    /** @throws InterruptedException when the replica stops; what was taken in stays so */
    PollOutcome poll(PollClaim claim) throws InterruptedException {
        return new Reading(claim).outcome();
    }

    private final class Reading {

        private final PollClaim claim;
        private final List<FeedItem> newestFirst = new ArrayList<>();
        private final ArrayDeque<String> left;
        private final List<String> read = new ArrayList<>();
        private int pages;

        private Reading(PollClaim claim) {
            this.claim = claim;
            this.left = new ArrayDeque<>(claim.resumeUrls());
        }

        private PollOutcome outcome() throws InterruptedException {
            var first = ask(claim.polling().currentUrl(), claim.validators());
            if (first instanceof Page.Missing missing) {
                return failed(missing);
            }
            var told = (Page.Told) first;
            // What is between the newest pages and those that earlier polls left comes first: it is newer.
            String rest = after(told);
            while (rest != null && pages < config.pages()) {
                Thread.sleep(config.hostPause());
                switch (ask(rest, null)) {
                    case Page.Missing missing -> {
                        leave(rest);
                        return failed(missing);
                    }
                    case Page.Told more -> {
                        read.add(rest);
                        rest = after(more);
                    }
                }
            }
            if (rest != null) {
                leave(rest);
            }
            if (claim.source().health().lastSuccessAt() == null) {
                left.clear();
            }
            ItemService.Taken taken = takeIn();
            return taken.leftOut() > 0
                    ? incomplete(taken)
                    : new PollOutcome.Told(taken.fresh(), told.validators(), told.freshFor(), told.move(), left());
        }

        /** A failure keeps no validators: all comes again. Pages that were read again for this are not left for ever. */
        private PollOutcome incomplete(ItemService.Taken taken) {
            read.removeAll(claim.resumeUrls());
            read.reversed().forEach(this::leave);
            String detail = "so many items cannot be written: " + taken.leftOut();
            return new PollOutcome.Failed(taken.fresh(), PollOutcome.Failed.UNFORESEEN, detail, null, left());
        }

        /** The page to read next: what is known ends one stretch, and the next older one is gone on with. */
        private @Nullable String after(Page.Told page) {
            return page.next() == null || anyKnown(page.items()) ? left.poll() : page.next();
        }

        private void leave(String page) {
            left.remove(page);
            left.addFirst(page);
        }

        /** While page after page fails, each poll leaves a place more: the oldest are given up. */
        private List<String> left() {
            return left.stream().limit(MOST_LEFT).toList();
        }

        private boolean anyKnown(List<FeedItem> told) {
            return items.anyKnown(claim.source().id(), told);
        }

        private PollOutcome failed(Page.Missing missing) {
            return new PollOutcome.Failed(
                    takeIn().fresh(), missing.reason(), missing.detail(), missing.stayAway(), left());
        }

        private ItemService.Taken takeIn() {
            Collections.reverse(newestFirst);
            return items.takeIn(claim.source(), newestFirst);
        }

        private Page ask(String url, @Nullable Validators known) throws InterruptedException {
            pages++;
            var document = new Document();
            var bounds = new Bounds(config.maxSize().asLongValue(), config.wholeTime());
            FetchOutcome outcome =
                    fetcher.fetch(FetchRequest.document(url, bounds).unless(known), document);
            return switch (outcome) {
                case NotModified same ->
                    new Page.Told(
                            List.of(),
                            known,
                            FreshnessParser.of(same.answer().header("Cache-Control")),
                            move(outcome).orElse(null),
                            null);
                case Fetched fetched -> read(fetched, document.bytes());
                case FetchOutcome.Refused refused -> missing(refused.reason(), refused.detail(), null);
                case FetchOutcome.Unobtainable unobtainable ->
                    missing(unobtainable.reason(), unobtainable.detail(), null);
                case FetchOutcome.Transient later -> missing(later.reason(), later.detail(), later.retryAfter());
            };
        }

        private Page read(Fetched fetched, byte[] bytes) {
            // What can be fetched may be no URI, such as with a bare % in the path.
            URI page = WebAddressParser.of(fetched.address(), NOWHERE).orElse(NOWHERE);
            try {
                ParsedFeed feed = FeedReader.read(bytes, fetched.answer().header("Content-Type"), page);
                newestFirst.addAll(feed.items());
                return new Page.Told(
                        feed.items(),
                        feed.cut() ? null : Validators.of(fetched.answer()),
                        FreshnessParser.of(fetched.answer().header("Cache-Control")),
                        move(fetched).orElse(null),
                        NextPageParser.of(fetched.answer().header("Link"), page));
            } catch (UnreadableFeedException unreadable) {
                return new Page.Missing(
                        "UNREADABLE_" + unreadable.trouble().name(), String.valueOf(unreadable.getMessage()), null);
            }
        }
    }

    /** One document of a source. */
    private sealed interface Page {

        record Told(
                List<FeedItem> items,
                @Nullable Validators validators,
                @Nullable Duration freshFor,
                PollOutcome.@Nullable Move move,
                @Nullable String next)
                implements Page {}

        record Missing(
                String reason, String detail, @Nullable Duration stayAway) implements Page {}
    }

    private static Page missing(FetchReason reason, String detail, @Nullable Duration stayAway) {
        return new Page.Missing(((Enum<?>) reason).name(), reason.sentence() + " " + detail, stayAway);
    }

    /** Where the permanent ones of the redirects lead that come before any other. */
    private Optional<PollOutcome.Move> move(FetchOutcome outcome) {
        List<Redirect> redirects = outcome.redirects();
        int permanent = 0;
        while (permanent < redirects.size() && isPermanent(redirects.get(permanent))) {
            permanent++;
        }
        if (permanent == 0) {
            return Optional.empty();
        }
        String url = permanent == redirects.size()
                ? outcome.address()
                : redirects.get(permanent).address();
        int status = redirects.get(permanent - 1).status();
        return fetcher.judge(url) instanceof AddressProspect.Fetchable fetchable
                ? Optional.of(new PollOutcome.Move(fetchable.address(), fetchable.host(), status))
                : Optional.empty();
    }

    private static boolean isPermanent(Redirect redirect) {
        return redirect.status() == MOVED_PERMANENTLY || redirect.status() == PERMANENT_REDIRECT;
    }

    /** Keeps a document in memory; the fetcher keeps it within bounds. */
    private static final class Document implements FetchSink {

        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void begin(long offset) {
            bytes = new ByteArrayOutputStream();
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes.write(from, offset, length);
        }

        private byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
