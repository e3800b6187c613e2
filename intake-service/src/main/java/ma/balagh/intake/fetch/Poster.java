package ma.balagh.intake.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.intake.fetch.FetchOutcome.Header;
import ma.balagh.intake.fetch.PostOutcome.Answered;
import ma.balagh.intake.fetch.PostOutcome.NotAnswered;
import org.jboss.logging.Logger;

/**
 * Sends JSON to an address of the public internet, once, as {@link Fetcher} fetches: to an address that was checked, within
 * bounds of time, without cookies, credentials and proxies. A redirect is an answer like another, and is not followed; of
 * an answer only the head is read.
 */
@ApplicationScoped
public class Poster {

    private static final Logger LOG = Logger.getLogger(Poster.class);

    private final AddressGuard guard;
    private final FetchConfig config;
    private final SSLSocketFactory tls;
    private final Clock clock;

    @Inject
    Poster(FetchConfig config, Clock clock) {
        this(
                new AddressGuard(Resolver.SYSTEM, config.ports()),
                config,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                clock);
    }

    Poster(AddressGuard guard, FetchConfig config, SSLSocketFactory tls, Clock clock) {
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
    public Optional<Reason> refusal(String address) throws InterruptedException {
        try {
            guard.check(Address.parse(address), config.connectTime());
            return Optional.empty();
        } catch (Failure failure) {
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
            Address parsed = Address.parse(address);
            var targets = guard.check(parsed, config.connectTime());
            try (var exchange = Exchange.post(parsed, targets, headers, json, tls, deadline)) {
                String wait = exchange.answer().header("Retry-After");
                return new Answered(exchange.answer().status(), StatusRule.retryAfter(wait, clock.instant()));
            }
        } catch (Failure failure) {
            return new NotAnswered(failure.reason());
        } catch (RuntimeException e) {
            LOG.errorf(e, "sending failed in a way that was not foreseen");
            return new NotAnswered(TransientReason.FETCHER_FAILED);
        }
    }
}
