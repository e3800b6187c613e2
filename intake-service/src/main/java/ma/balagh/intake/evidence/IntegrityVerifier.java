package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.http.ProblemException;

/** Reads all bytes of a digest and verifies them, whatever was found before. */
@ApplicationScoped
public class IntegrityVerifier {

    /** What stands there. */
    public enum Found {
        INTACT,
        OTHER_BYTES,
        MISSING
    }

    private final EvidenceStore store;

    IntegrityVerifier(EvidenceStore store) {
        this.store = store;
    }

    /**
     * Takes as long as the medium is large.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @throws ProblemException 503 when the store cannot be read, which says nothing of the bytes
     */
    public Found of(String sha256) {
        var digest = new Sha256Digest(sha256);
        store.refuted(digest);
        return switch (store.standing(digest)) {
            case INTACT -> Found.INTACT;
            case OTHER_BYTES -> Found.OTHER_BYTES;
            case MISSING -> Found.MISSING;
        };
    }
}
