package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import ma.balagh.http.ByteRange;
import ma.balagh.http.Caller;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import ma.balagh.intake.custody.AccessLimiter;
import ma.balagh.intake.custody.ConsultationService;
import ma.balagh.intake.custody.EvidenceConsultation;

/**
 * Reads the bytes of evidence: the access is recorded before the first byte is sent, and only the original's bytes are
 * sent.
 */
@ApplicationScoped
class EvidenceReadService {

    private static final int BUFFER = 1 << 16;

    private final EvidenceStore store;
    private final ConsultationService consultations;
    private final AccessLimiter limiter;
    private final DamageHandler damageHandler;

    EvidenceReadService(
            EvidenceStore store,
            ConsultationService consultations,
            AccessLimiter limiter,
            DamageHandler damageHandler) {
        this.store = store;
        this.consultations = consultations;
        this.limiter = limiter;
        this.damageHandler = damageHandler;
    }

    /**
     * Records the consultation and checks the bytes, before any of them is shown.
     *
     * @param from position of the first byte that is asked for
     * @param to position after the last one
     * @throws ProblemException 500 {@code evidence-damaged} when the bytes are not the original's, 503 when they cannot
     *     be read
     */
    void consult(Evidence evidence, Caller caller, Purpose purpose, long from, long to) {
        limiter.requireRead(caller);
        var reading = new EvidenceConsultation(
                evidence.id(),
                caller.name(),
                caller.id(),
                caller.has(Roles.INTERNAL_AFFAIRS),
                purpose.text(),
                from,
                to);
        if (!consultations.isContinued(reading)) {
            limiter.requireEntry(caller);
            consultations.begin(reading);
        }
        damageHandler.requireIntact(evidence);
    }

    /** Where the store itself gives the bytes that were just consulted, when it does. */
    Optional<URI> elsewhere(Evidence evidence) {
        return store.elsewhere(evidence);
    }

    /**
     * Streams all bytes and hashes them again on the way. The last ones go out only after the digest was right, so that
     * nobody ever holds a complete medium with wrong content.
     */
    void write(Evidence evidence, OutputStream out) throws IOException {
        MessageDigest sha256 = Sha256Digest.algorithm();
        byte[] current = new byte[BUFFER];
        byte[] held = new byte[0];
        try (InputStream in = store.open(evidence.digest(), 0, evidence.size())) {
            for (int read = in.readNBytes(current, 0, BUFFER); read > 0; read = in.readNBytes(current, 0, BUFFER)) {
                out.write(held);
                sha256.update(current, 0, read);
                held = Arrays.copyOf(current, read);
            }
        }
        if (!Sha256Digest.of(sha256.digest()).equals(evidence.digest())) {
            store.refuted(evidence.digest());
            damageHandler.record(evidence, EvidenceStore.Standing.OTHER_BYTES);
            throw DamageHandler.problem();
        }
        out.write(held);
    }

    /** Streams a part of the bytes. */
    void write(Evidence evidence, ByteRange range, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = range.length();
        try (InputStream in = store.open(evidence.digest(), range.first(), range.length())) {
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("the store ended " + left + " bytes before the range");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
