package ma.balagh.intake.evidence;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.intake.IntakeProblem;
import org.jspecify.annotations.Nullable;

/**
 * One medium, kept byte for byte until its time is over.
 *
 * @param size in bytes
 * @param mediaType as concluded from the bytes
 * @param receivedAt when its first byte came in
 * @param securedAt when it was safe on disk
 * @param erased absent while its bytes are kept
 */
public record Evidence(
        UUID id,
        Sha256Digest digest,
        long size,
        String mediaType,
        Instant receivedAt,
        Instant securedAt,
        @Nullable Erased erased) {

    /**
     * Its bytes are given to nobody any more.
     *
     * @param bytesRemain the store has not let them go yet
     */
    public record Erased(Instant at, boolean bytesRemain) {}

    /** @throws ma.balagh.http.ProblemException 410 {@code evidence-erased} when its bytes are not kept any more */
    public void requireKept() {
        if (erased != null) {
            throw IntakeProblem.EVIDENCE_ERASED.because(
                    "they were kept for as long as they may be, until " + erased.at() + "; its custody stays");
        }
    }
}
