package ma.balagh.intake.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.IntakeProblem;
import org.jboss.logging.Logger;

/**
 * The bytes of all evidence, each medium under its SHA-256. What has its name is complete; what has its name and no row
 * (a crash in between) is found again when the same bytes come in, and harms nobody until then.
 */
interface EvidenceStore {

    /** What stands under a digest. */
    enum Standing {
        INTACT,
        OTHER_BYTES,
        MISSING
    }

    /** A name, on this machine's disk, for bytes that are still coming in. */
    Path newFile();

    /** @throws ProblemException 503 when the store cannot be read, which says nothing of the bytes */
    Standing standing(Sha256Digest digest);

    /**
     * Does what takes long in keeping a complete medium; called before a transaction, which may then end otherwise.
     * Nothing where keeping takes no time.
     */
    default void sendAhead(StagedMedium received) {}

    /**
     * The same for bytes that who brings them does not know: sends all of them, whatever is there, so that nobody learns
     * from the time that it takes what is.
     */
    default void sendAnew(StagedMedium received) {}

    /** The same as {@link #keep} for bytes that who brings them does not know: in the time that new ones take. */
    default void keepAnew(StagedMedium received) {
        keep(received);
    }

    /** Gives a complete medium its name in the store. Doing it twice, or at once, ends in the same bytes. */
    void keep(StagedMedium received);

    /**
     * Bytes of a medium that was just found intact; those after them may follow.
     *
     * @param first number of the first one, from 0
     * @param length how many are wanted, at least one
     * @throws ProblemException 503 when the store cannot be read, which says nothing of the bytes
     */
    InputStream open(Sha256Digest digest, long first, long length);

    /**
     * Where a reader gets the bytes of a medium that was just found intact without their passing through here; empty
     * where there is no such place. Who follows it checks the digest.
     */
    default Optional<URI> elsewhere(Evidence evidence) {
        return Optional.empty();
    }

    /** What became of bytes that were to go. */
    sealed interface Erasure {

        /** None are left. */
        record Gone() implements Erasure {}

        /** The store keeps them for now. */
        record Refused(String reason) implements Erasure {}
    }

    /**
     * Lets all bytes of a medium go, whatever stands under its digest, earlier versions included.
     *
     * @throws ProblemException 503 when the store does not answer, which says nothing of the bytes
     */
    Erasure erase(Sha256Digest digest);

    /** A full read found other bytes: the next one who asks for its standing has them hashed again. */
    void refuted(Sha256Digest digest);

    /** @throws ProblemException 507 when that many more bytes do not fit */
    void requireRoom(long bytes);

    /**
     * What whoever runs the store should know of it.
     *
     * @throws ProblemException when nothing can be kept in it
     */
    Map<String, String> check();

    /** The problem that a failed write is answered with. */
    static ProblemException unwritable(IOException failure) {
        String message = failure instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : String.valueOf(failure.getMessage());
        String reason = message.toLowerCase(Locale.ROOT);
        if (reason.contains("no space left") || reason.contains("quota exceeded")) {
            return IntakeProblem.STORE_FULL.because("the disk filled up while the medium was written");
        }
        return away("written", failure);
    }

    /**
     * The problem that a store which does not answer is answered with.
     *
     * @param use what it cannot be: read, written
     */
    static ProblemException away(String use, Exception failure) {
        Logger.getLogger(EvidenceStore.class).errorf(failure, "the evidence store cannot be %s", use);
        return CommonProblem.UNAVAILABLE
                .because("the evidence store cannot be " + use)
                .retryAfter(Duration.ofSeconds(30));
    }
}
