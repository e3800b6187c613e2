package ma.balagh.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.fetch.FetchOutcome.Answer;
import ma.balagh.fetch.FetchOutcome.Fetched;
import ma.balagh.fetch.FetchOutcome.NotModified;
import ma.balagh.fetch.FetchOutcome.Progress;
import ma.balagh.fetch.FetchOutcome.Provenance;
import ma.balagh.fetch.FetchOutcome.Redirect;
import ma.balagh.fetch.FetchOutcome.Refused;
import ma.balagh.fetch.FetchOutcome.Transient;
import ma.balagh.fetch.FetchOutcome.Unobtainable;
import ma.balagh.fetch.FetchRequest.Bounds;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches an address of the public internet once: with limits of time and size and at most five redirects, each checked
 * like the first address; without cookies, credentials and proxies.
 */
@ApplicationScoped
public class FetchClient {

    private static final Logger LOG = Logger.getLogger(FetchClient.class);
    private static final int MOST_REDIRECTS = 5;

    private final AddressGuard guard;
    private final FetchConfig config;
    private final SSLSocketFactory tls;
    private final Clock clock;

    @Inject
    FetchClient(FetchConfig config, ServerAllowlistFilter allowed, Clock clock) {
        this(
                new AddressGuard(AddressResolver.SYSTEM, config.ports(), allowed.addresses()),
                config,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                clock);
    }

    FetchClient(AddressGuard guard, FetchConfig config, SSLSocketFactory tls, Clock clock) {
        this.guard = guard;
        this.config = config;
        this.tls = tls;
        this.clock = clock;
    }

    /**
     * Blocks until it is over. What is wrong with the address, the server or the sink is an outcome.
     *
     * @param sink gets no byte of an answer that holds no medium
     * @throws InterruptedException when the thread was interrupted; the connection is closed
     */
    public FetchOutcome fetch(FetchRequest request, FetchSink sink) throws InterruptedException {
        Bounds bounds = request.bounds();
        Duration wholeTime = bounds == null ? config.wholeTime() : bounds.wholeTime();
        try (var deadline = new FetchDeadline(config, wholeTime)) {
            return new Attempt(request, sink, deadline).outcome();
        }
    }

    /** Judges an address without asking anybody anything. */
    public AddressProspect judge(String address) {
        try {
            FetchAddress parsed = FetchAddress.parse(address);
            guard.judge(parsed);
            return new AddressProspect.Fetchable(
                    parsed.toString(), parsed.host().text());
        } catch (FetchFailedException failure) {
            return new AddressProspect.Hopeless((RefusalReason) failure.reason(), failure.detail());
        }
    }

    private final class Attempt {

        private final FetchRequest request;
        private final FetchSink sink;
        private final FetchDeadline deadline;
        private final Instant started = clock.instant();
        private final List<Redirect> redirects = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private String current;
        private @Nullable Progress begun;

        private Attempt(FetchRequest request, FetchSink sink, FetchDeadline deadline) {
            this.request = request;
            this.sink = sink;
            this.deadline = deadline;
            this.current = request.address();
            this.begun = request.begun();
        }

        private FetchOutcome outcome() throws InterruptedException {
            try {
                return follow(FetchAddress.parse(request.address()));
            } catch (FetchFailedException failure) {
                return ended(failure, begun);
            } catch (RuntimeException e) {
                LOG.errorf(e, "fetching failed in a way that was not foreseen");
                return ended(new FetchFailedException(TransientReason.FETCHER_FAILED, e.toString()), null);
            }
        }

        private FetchOutcome follow(FetchAddress first) throws FetchFailedException, InterruptedException {
            FetchAddress address = first;
            while (true) {
                current = address.toString();
                deadline.idle();
                deadline.requireTime();
                var targets = guard.check(address, config.connectTime());
                try (var exchange = HttpExchange.ask(address, targets, request.known(), begun, tls, deadline)) {
                    String location = StatusClassifier.location(exchange.answer());
                    if (location != null) {
                        address = next(address, location, exchange.answer());
                    } else if (exchange.answer().status() == 304 && request.known() != null) {
                        return new NotModified(current, redirects, exchange.answer());
                    } else if (begun != null && isNotTheRest(exchange.answer(), begun)) {
                        begun = null;
                    } else {
                        return receive(exchange);
                    }
                }
            }
        }

        private FetchAddress next(FetchAddress from, String location, Answer answer) throws FetchFailedException {
            redirects.add(new Redirect(current, answer.status(), location, answer.connectedTo()));
            seen.add(current);
            if (redirects.size() > MOST_REDIRECTS) {
                throw new FetchFailedException(
                        UnobtainableReason.TOO_MANY_REDIRECTS, "more than " + MOST_REDIRECTS, answer.status(), null);
            }
            current = location;
            FetchAddress next = from.resolve(location);
            if (seen.contains(next.toString())) {
                throw new FetchFailedException(
                        UnobtainableReason.REDIRECT_LOOP, next.toString(), answer.status(), null);
            }
            return next;
        }

        /** Whether the server has no such rest any more, so that only starting anew can help. */
        private static boolean isNotTheRest(Answer answer, Progress begun) {
            return answer.status() == 416 || (answer.status() == 206 && !BodyReader.continues(answer, begun));
        }

        private FetchOutcome receive(HttpExchange exchange) throws InterruptedException {
            Answer answer = exchange.answer();
            Bounds bounds = request.bounds();
            long maxSize = bounds == null ? config.maxSize().asLongValue() : bounds.maxSize();
            var transfer = new BodyReader(answer, request.wanted(), begun, maxSize);
            try {
                StatusClassifier.requireContent(answer, clock);
                if (answer.status() == 206 && begun == null) {
                    throw new FetchFailedException(TransientReason.BROKEN_ANSWER, "a part came that was not asked for");
                }
                sink.answered(new Provenance(current, redirects, answer), transfer.validator());
                transfer.run(exchange.body(), sink, deadline);
            } catch (FetchFailedException failure) {
                return ended(failure, transfer.hasBegun() ? usable(failure, transfer) : begun);
            }
            return new Fetched(
                    current,
                    redirects,
                    answer,
                    transfer.offset(),
                    transfer.bytes(),
                    transfer.digest(),
                    started,
                    clock.instant());
        }

        private FetchOutcome ended(FetchFailedException failure, @Nullable Progress progress) {
            return switch (failure.reason()) {
                case RefusalReason reason -> new Refused(current, redirects, reason, failure.detail());
                case UnobtainableReason reason ->
                    new Unobtainable(current, redirects, reason, failure.status(), failure.detail());
                case TransientReason reason ->
                    new Transient(current, redirects, reason, failure.retryAfter(), progress, failure.detail());
            };
        }

        /** What cannot be trusted to be the beginning of the medium is not gone on from. */
        private static @Nullable Progress usable(FetchFailedException failure, BodyReader transfer) {
            return failure.reason() == TransientReason.BROKEN_ANSWER ? null : transfer.progress();
        }
    }
}
