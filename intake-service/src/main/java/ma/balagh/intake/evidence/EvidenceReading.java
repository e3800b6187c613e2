package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import ma.balagh.http.Caller;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import ma.balagh.intake.custody.CustodyLog;

/** Looking at the bytes: recorded before the first one is shown, and never bytes that are not the original's. */
@ApplicationScoped
class EvidenceReading {

    private static final int BUFFER = 1 << 16;

    private final EvidenceStore store;
    private final Integrity integrity;
    private final CustodyLog custody;
    private final EvidenceConfig config;
    private final Damage damage;

    EvidenceReading(
            EvidenceStore store, Integrity integrity, CustodyLog custody, EvidenceConfig config, Damage damage) {
        this.store = store;
        this.integrity = integrity;
        this.custody = custody;
        this.config = config;
        this.damage = damage;
    }

    /**
     * Records the consultation and gives the file, checked.
     *
     * @throws ProblemException 500 {@code evidence-damaged} when the bytes are not the original's, 503 when they cannot
     *     be read
     */
    Path consult(Evidence evidence, Caller caller, Purpose purpose) {
        var detail = new TreeMap<>(Map.of("purpose", purpose.text(), "subject", caller.id()));
        if (caller.has(Roles.INTERNAL_AFFAIRS)) {
            detail.put(CustodyView.COMPARTMENT, Roles.INTERNAL_AFFAIRS);
        }
        custody.consulted(evidence.id(), caller.name(), detail, config.consultation());
        EvidenceStore.Standing standing = store.standing(evidence.digest());
        if (standing == EvidenceStore.Standing.INTACT) {
            return store.path(evidence.digest());
        }
        damage.record(evidence, standing);
        throw Damage.problem();
    }

    /**
     * Streams the whole file and hashes it again on the way. The last bytes go out only after the digest was right, so
     * that nobody ever holds a complete file with wrong content.
     */
    void write(Evidence evidence, Path file, OutputStream out) throws IOException {
        MessageDigest sha256 = Digest.algorithm();
        byte[] current = new byte[BUFFER];
        byte[] held = new byte[0];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.readNBytes(current, 0, BUFFER); read > 0; read = in.readNBytes(current, 0, BUFFER)) {
                out.write(held);
                sha256.update(current, 0, read);
                held = Arrays.copyOf(current, read);
            }
        }
        if (!Digest.of(sha256.digest()).equals(evidence.digest())) {
            integrity.refuted(evidence.digest());
            damage.record(evidence, EvidenceStore.Standing.OTHER_BYTES);
            throw Damage.problem();
        }
        out.write(held);
    }
}
