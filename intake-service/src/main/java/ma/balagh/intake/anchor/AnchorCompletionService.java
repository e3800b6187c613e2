package ma.balagh.intake.anchor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Completes an anchor after it is in the database: a copy outside and a time stamp. Replicas skip what another one is
 * working on; failures are retried.
 */
@ApplicationScoped
class AnchorCompletionService {

    private static final Logger LOG = Logger.getLogger(AnchorCompletionService.class);

    /**
     * What became of one anchor.
     *
     * @param after where to go on: the number before this anchor's when it has something left that can be done now
     * @param authorityAnswers false when the time-stamping authority was asked in vain
     */
    record Step(long after, boolean authorityAnswers) {}

    private final AnchorRepository repository;
    private final AnchorStore store;
    private final AgencySigner signer;
    private final TimeStampService timeStamping;
    private final Counter storeFailures;
    private final Counter authorityFailures;

    AnchorCompletionService(
            AnchorRepository repository,
            AnchorStore store,
            AgencySigner signer,
            TimeStampService timeStamping,
            MeterRegistry meters) {
        this.repository = repository;
        this.store = store;
        this.signer = signer;
        this.timeStamping = timeStamping;
        this.storeFailures = Counter.builder("balagh.custody.anchor.copy.failures")
                .description("Anchors that could not be kept outside the database")
                .register(meters);
        this.authorityFailures = Counter.builder("balagh.custody.tsa.failures")
                .description("Time stamps that the authority did not give")
                .register(meters);
    }

    /**
     * Takes the next step for the first anchor that lacks something. A stamp is committed before it is kept outside:
     * after a crash in between, the same one is kept.
     *
     * @param after number of an anchor; those up to it are passed over
     * @param asking whether the authority may be asked
     * @return nothing when there is no such anchor
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Step> next(long after, boolean asking) {
        return repository.claim(after).map(unfinished -> {
            Anchor anchor = unfinished.anchor();
            boolean kept = isKept(anchor, unfinished.stamp());
            if (unfinished.stamp() != null) {
                if (kept) {
                    repository.finish(anchor.number());
                }
                return new Step(anchor.number(), asking);
            }
            boolean stamped = asking && isStamped(anchor);
            return new Step(stamped && kept ? anchor.number() - 1 : anchor.number(), stamped);
        });
    }

    private boolean isKept(Anchor anchor, byte @Nullable [] stamp) {
        String name = Anchor.name(anchor.number());
        try {
            store.keep(
                    "key-" + anchor.keyId() + ".pem", signer.pem(anchor.keyId()).getBytes(US_ASCII));
            store.keep(name + ".json", anchor.file());
            if (stamp != null) {
                store.keep(name + ".tsr", stamp);
            }
            return true;
        } catch (IOException e) {
            storeFailures.increment();
            LOG.errorf(e, "an anchor cannot be kept outside the database: number=%d", anchor.number());
            return false;
        }
    }

    private boolean isStamped(Anchor anchor) {
        TimeStampService.Stamp stamp;
        try {
            stamp = timeStamping.stamp(anchor.file());
        } catch (IOException e) {
            authorityFailures.increment();
            LOG.warnf(e, "an anchor cannot be time-stamped yet: number=%d", anchor.number());
            return false;
        }
        repository.stamp(anchor.number(), stamp);
        return true;
    }
}
