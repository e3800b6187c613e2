package ma.balagh.intake.evidence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
import ma.balagh.intake.IntakeProblem;
import ma.balagh.intake.custody.CustodyLog;
import org.jboss.logging.Logger;

/** Looking at the bytes: recorded before the first one is shown, and never bytes that are not the original's. */
@ApplicationScoped
class EvidenceReading {

    private static final Logger LOG = Logger.getLogger(EvidenceReading.class);
    private static final String SYSTEM = "intake-service";
    private static final int BUFFER = 1 << 16;

    private final EvidenceStore store;
    private final Integrity integrity;
    private final CustodyLog custody;
    private final EvidenceConfig config;
    private final Counter damaged;

    EvidenceReading(
            EvidenceStore store, Integrity integrity, CustodyLog custody, EvidenceConfig config, MeterRegistry meters) {
        this.store = store;
        this.integrity = integrity;
        this.custody = custody;
        this.config = config;
        this.damaged = Counter.builder("balagh.evidence.damaged")
                .description("Readings that found other bytes than those secured; more than zero is an alarm")
                .register(meters);
    }

    /**
     * Records the consultation and gives the file, checked.
     *
     * @throws ProblemException 500 {@code evidence-damaged} when the bytes are not the original's
     */
    Path consult(Evidence evidence, Caller caller, Purpose purpose) {
        var detail = new TreeMap<>(Map.of("purpose", purpose.text(), "subject", caller.id()));
        if (caller.has(Roles.INTERNAL_AFFAIRS)) {
            detail.put(CustodyView.COMPARTMENT, Roles.INTERNAL_AFFAIRS);
        }
        custody.consulted(evidence.id(), caller.name(), detail, config.consultation());
        Path file = store.path(evidence.digest());
        try {
            if (integrity.isIntact(file, evidence.digest())) {
                return file;
            }
            throw alarm(evidence, "the bytes have another SHA-256");
        } catch (IOException unreadable) {
            LOG.errorf(unreadable, "cannot read an evidence, evidenceId=%s", evidence.id());
            throw alarm(evidence, "the file is missing or unreadable");
        }
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
            throw alarm(evidence, "the bytes have another SHA-256");
        }
        out.write(held);
    }

    private ProblemException alarm(Evidence evidence, String reason) {
        damaged.increment();
        LOG.errorf("evidence is damaged, evidenceId=%s", evidence.id());
        custody.damaged(
                evidence.id(),
                SYSTEM,
                Map.of("reason", reason, "sha256", evidence.digest().hex()));
        return IntakeProblem.EVIDENCE_DAMAGED.because(reason + "; nothing of it is shown");
    }
}
