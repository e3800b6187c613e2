package ma.balagh.intake.anchor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be done for an anchor after it stands in the database: a copy outside and a time stamp. Each replica
 * passes over what another is at; what fails stays and is tried again.
 */
@ApplicationScoped
class AnchorCompletion {

    private static final Logger LOG = Logger.getLogger(AnchorCompletion.class);

    /**
     * What became of one anchor.
     *
     * @param after where to go on: the number before this anchor's when it has something left that can be done now
     * @param authorityAnswers false when the time-stamping authority was asked in vain
     */
    record Step(long after, boolean authorityAnswers) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Unfinished(Anchor anchor, byte @Nullable [] stamp) {}

    private final Jdbi jdbi;
    private final AnchorStore store;
    private final Signer signer;
    private final TimeStamping timeStamping;
    private final Counter storeFailures;
    private final Counter authorityFailures;

    AnchorCompletion(Jdbi jdbi, AnchorStore store, Signer signer, TimeStamping timeStamping, MeterRegistry meters) {
        this.jdbi = jdbi;
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
        return claim(after).map(unfinished -> {
            Anchor anchor = unfinished.anchor();
            boolean kept = isKept(anchor, unfinished.stamp());
            if (unfinished.stamp() != null) {
                if (kept) {
                    done(anchor.number());
                }
                return new Step(anchor.number(), asking);
            }
            boolean stamped = asking && isStamped(anchor);
            return new Step(stamped && kept ? anchor.number() - 1 : anchor.number(), stamped);
        });
    }

    private Optional<Unfinished> claim(long after) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + AnchorLedger.COLUMNS + """
                        , custody_time_stamp.response from custody_anchor_work as work
                        join custody_anchor on custody_anchor.number = work.anchor_number
                        left join custody_time_stamp on custody_time_stamp.anchor_number = work.anchor_number
                        where work.anchor_number > :after order by work.anchor_number limit 1
                        for update of work skip locked
                        """)
                .bind("after", after)
                .map((row, context) -> new Unfinished(AnchorLedger.anchor(row, context), row.getBytes("response")))
                .findOne());
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
        TimeStamping.Stamp stamp;
        try {
            stamp = timeStamping.stamp(anchor.file());
        } catch (IOException e) {
            authorityFailures.increment();
            LOG.warnf(e, "an anchor cannot be time-stamped yet: number=%d", anchor.number());
            return false;
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into custody_time_stamp (anchor_number, at, response) values (:number, :at, :response)")
                .bind("number", anchor.number())
                .bind("at", stamp.at())
                .bind("response", stamp.response())
                .execute());
        return true;
    }

    private void done(long number) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from custody_anchor_work where anchor_number = :number")
                .bind("number", number)
                .execute());
    }
}
