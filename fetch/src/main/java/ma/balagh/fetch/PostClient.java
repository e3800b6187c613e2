package ma.balagh.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.fetch.FetchOutcome.Header;
import ma.balagh.fetch.PostOutcome.Answered;
import ma.balagh.fetch.PostOutcome.NotAnswered;
import org.jboss.logging.Logger;

/**
 * Sends JSON to an address of the public internet, once, as {@link FetchClient} fetches: to an address that was
 * checked, within bounds of time, without cookies, credentials and proxies. A redirect is an answer like another, and
 * is not followed; of an answer only the head is read.
 */
@ApplicationScoped
public class PostClient {

    private static final Logger LOG = Logger.getLogger(PostClient.class);

    private final AddressGuard guard;
    private final FetchConfig config;
    private final SSLSocketFactory tls;
    private final Clock clock;

    @Inject
    PostClient(FetchConfig config, ServerAllowlistFilter allowed, Clock clock) {
        this(
                new AddressGuard(AddressResolver.SYSTEM, config.ports(), allowed.addresses()),
                config,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                clock);
    }

    PostClient(AddressGuard guard, FetchConfig config, SSLSocketFactory tls, Clock clock) {
        this.guard = guard;
        this.config = config;
        this.tls = tls;
        this.clock = clock;
    }

    /**
     * Whether anything would be sent there now; asks for the name's addresses and connects to none of them.
     *
     * @return why not, or empty
     */
    public Optional<FetchReason> refusal(String address) throws InterruptedException {
        try {
            guard.check(FetchAddress.parse(address), config.connectTime());
            return Optional.empty();
        } catch (FetchFailedException failure) {
            return Optional.of(failure.reason());
        }
    }

    /**
     * Blocks until it is over. What is wrong with the address or the server is an outcome.
     *
     * @param headers besides those that every request has
     * @param wholeTime how long it may take
     * @throws InterruptedException when the thread was interrupted; the connection is closed
     */
    public PostOutcome post(String address, List<Header> headers, byte[] json, Duration wholeTime)
            throws InterruptedException {
        try (var deadline = new FetchDeadline(config, wholeTime)) {
            FetchAddress parsed = FetchAddress.parse(address);
            var targets = guard.check(parsed, config.connectTime());
            try (var exchange = HttpExchange.post(parsed, targets, headers, json, tls, deadline)) {
                String wait = exchange.answer().header("Retry-After");
                return new Answered(exchange.answer().status(), StatusClassifier.retryAfter(wait, clock.instant()));
            }
        } catch (FetchFailedException failure) {
            return new NotAnswered(failure.reason());
        } catch (RuntimeException e) {
            LOG.errorf(e, "sending failed in a way that was not foreseen");
            return new NotAnswered(TransientReason.FETCHER_FAILED);
        }
    }
}
