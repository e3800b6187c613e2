package ma.balagh.intake.obtain;

import java.io.IOException;
import java.util.function.Consumer;
import ma.balagh.fetch.FetchOutcome.Progress;
import ma.balagh.fetch.FetchOutcome.Provenance;
import ma.balagh.fetch.FetchSink;
import ma.balagh.intake.evidence.PartialMediumWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes fetched bytes to a partial file, and tells another thread how many are on disk. Content that is no medium is
 * limited to the size of a page.
 */
final class FetchedBytesWriter implements FetchSink {

    /** So much at most is fetched again after a power cut. */
    private static final long BETWEEN_CHECKPOINTS = 32L << 20;

    /**
     * What is on disk for good.
     *
     * @param begun null where the server could not tell that it still has the same
     * @param offset where the bytes of this attempt begin
     */
    record Checkpoint(LinkTask.@Nullable Begun begun, Provenance provenance, long offset) {}

    private final PartialMediumWriter file;
    private final long mostOfAPage;
    private final Runnable anew;
    private @Nullable Provenance announced;
    private @Nullable String announcedValidator;
    private @Nullable Provenance begun;
    private @Nullable String validator;
    private long offset;
    private long forced;
    private long arrived;
    private boolean enough;
    private boolean told;
    private volatile @Nullable Checkpoint checkpoint;

    /** @param anew told before what an earlier attempt left is overwritten */
    FetchedBytesWriter(PartialMediumWriter file, long mostOfAPage, Runnable anew) {
        this.anew = anew;
        this.file = file;
        this.mostOfAPage = mostOfAPage;
    }

    @Override
    public void answered(Provenance provenance, @Nullable String recognisedBy) {
        // The bytes on disk are of an earlier answer until those of this one begin.
        announced = provenance;
        announcedValidator = recognisedBy;
    }

    @Override
    public void begin(long from) throws IOException {
        forget();
        if (from == 0) {
            anew.run();
        }
        offset = from;
        forced = from;
        file.begin(from);
        begun = announced;
        validator = announcedValidator;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        file.write(bytes, from, length);
        arrived += length;
        if (file.size() >= mostOfAPage && !file.isMedium()) {
            enough = true;
            throw new IOException("enough of what is no medium");
        }
        if (file.size() - forced >= BETWEEN_CHECKPOINTS) {
            settle();
        }
    }

    /** Puts on disk what has come in this attempt. */
    void settle() throws IOException {
        Provenance from = begun;
        if (from != null && file.size() > offset) {
            file.force();
            forced = file.size();
            String recognisedBy = validator;
            var progress =
                    recognisedBy == null ? null : new LinkTask.Begun(new Progress(forced, recognisedBy), file.since());
            checkpoint = new Checkpoint(progress, from, offset);
        }
    }

    /** How many came in this attempt. */
    long arrived() {
        return arrived;
    }

    /** Whether the attempt was ended here because what comes is no medium. */
    boolean hasEnough() {
        return enough;
    }

    /** Null as long as nothing of this attempt is there for good. */
    @Nullable
    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** Lets somebody write down where bytes have begun to come from: once, unless that fails. */
    synchronized void tell(Consumer<Checkpoint> listener) {
        Checkpoint latest = checkpoint;
        if (latest != null && !told) {
            listener.accept(latest);
            told = true;
        }
    }

    private synchronized void forget() {
        checkpoint = null;
        begun = null;
        told = false;
    }
}
