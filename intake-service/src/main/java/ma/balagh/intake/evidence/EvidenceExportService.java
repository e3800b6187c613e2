package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyService;

/** Exports evidence: verified as a whole before the first byte is sent, recorded, and verified while it is sent. */
@ApplicationScoped
public class EvidenceExportService {

    private final EvidenceRepository repository;
    private final EvidenceReadService reading;
    private final CustodyQueryService chains;
    private final CustodyService custody;
    private final DamageHandler damageHandler;

    EvidenceExportService(
            EvidenceRepository repository,
            EvidenceReadService reading,
            CustodyQueryService chains,
            CustodyService custody,
            DamageHandler damageHandler) {
        this.repository = repository;
        this.reading = reading;
        this.chains = chains;
        this.custody = custody;
        this.damageHandler = damageHandler;
    }

    /** Nothing where the caller sees none of the reports that it stands in. */
    public Optional<Evidence> find(UUID id, Caller caller) {
        return repository.findAsKnown(id);
    }

    /**
     * Reads all bytes.
     *
     * @return their CRC-32
     * @throws ma.balagh.http.ProblemException 500 {@code evidence-damaged} when they are not the original's, 503 when
     *     they cannot be read
     */
    public long check(Evidence evidence) {
        damageHandler.requireIntact(evidence);
        var checked = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        try {
            write(evidence, checked);
        } catch (IOException e) {
            throw EvidenceStore.unwritable(e);
        }
        return checked.getChecksum().getValue();
    }

    /** Records that a bundle is made, before any of it is given, after what others are consulting now. */
    public void record(Evidence evidence, Caller caller, Purpose purpose) {
        chains.close(evidence, caller);
        var detail = new TreeMap<>(Map.of("purpose", purpose.text(), "subject", caller.id()));
        if (caller.has(Roles.INTERNAL_AFFAIRS)) {
            detail.put(CustodyService.COMPARTMENT, CustodyService.INTERNAL_AFFAIRS);
        }
        custody.append(evidence.id(), caller.name(), CustodyAction.EXPORTED, detail);
    }

    /** The chain of an evidence, or of its compartment, as it is now and as far as the caller may read it. */
    public CustodyChainReader chain(UUID chainId, Caller caller) {
        return chains.chain(chainId, caller);
    }

    /** The chain of what internal affairs did with it, for themselves. */
    public Optional<UUID> compartment(Evidence evidence, Caller caller) {
        return chains.compartment(evidence, caller);
    }

    /** Streams all bytes; the last ones only when their digest was right. */
    public void write(Evidence evidence, OutputStream out) throws IOException {
        reading.write(evidence, out);
    }
}
