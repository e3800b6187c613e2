package ma.balagh.intake.proof;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the progress of the proof every ten seconds. */
final class ProofProgressRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(ProofProgressRecorder.class);
    private static final long EVERY_NANOS = 10_000_000_000L;

    private final AtomicLong told = new AtomicLong(System.nanoTime());

    /**
     * @param what is counted
     * @param done how many of them so far
     */
    void at(String what, long done, long all) {
        long now = System.nanoTime();
        long before = told.get();
        if (now - before >= EVERY_NANOS && told.compareAndSet(before, now)) {
            LOG.atInfo().addKeyValue(what, done).addKeyValue("of", all).log("Custody is being proved");
        }
    }
}
