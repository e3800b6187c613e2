package ma.balagh.intake.proof;

import java.util.Optional;
import java.util.UUID;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyChainVerifier;
import ma.balagh.intake.custody.CustodyEntry;
import org.jspecify.annotations.Nullable;

/** Verifies one evidence's chain, entry by entry, and compares it with the evidence's row. */
final class SingleChainVerifier {

    /**
     * An evidence's row, as far as its custody knows the same.
     *
     * @param compartment absent for the evidence's own chain; otherwise the id of the one that tells what internal affairs
     *     did with it
     */
    record Evidence(
            UUID id,
            String sha256,
            long size,
            boolean erased,
            @Nullable UUID compartment) {

        UUID chain() {
            return compartment == null ? id : compartment;
        }
    }

    private final Evidence evidence;
    private final ProofFaultRecorder faults;
    private @Nullable CustodyEntry last;
    private boolean broken;
    private boolean erased;

    SingleChainVerifier(Evidence evidence, ProofFaultRecorder faults) {
        this.evidence = evidence;
        this.faults = faults;
    }

    UUID id() {
        return evidence.chain();
    }

    /** Of a chain that is broken, what comes after is not looked at. */
    void next(StoredCustodyEntry row) {
        if (broken) {
            return;
        }
        CustodyEntry entry;
        try {
            entry = row.read();
        } catch (IllegalArgumentException e) {
            breaks(row.sequence(), "the entry is none that was ever written: " + e.getMessage());
            return;
        }
        Optional<CustodyChainVerifier.Result.Broken> wrong = CustodyChainVerifier.follows(last, entry);
        if (wrong.isPresent()) {
            breaks(wrong.get().sequence(), wrong.get().reason());
            return;
        }
        look(entry);
        last = entry;
    }

    void end() {
        if (broken) {
            return;
        }
        if (last == null) {
            fault("it has no custody entry at all");
        } else if (evidence.compartment() == null && erased != evidence.erased()) {
            fault(
                    erased
                            ? "custody says that it was erased, and its row does not"
                            : "it is erased, and custody has no RETENTION after its last SECURED");
        }
    }

    private void look(CustodyEntry entry) {
        if (evidence.compartment() != null) {
            if (!evidence.id().toString().equals(entry.detail().get("evidenceId"))) {
                fault("entry %d names another evidence than %s".formatted(entry.sequence(), evidence.id()));
            }
            return;
        }
        if (last == null && entry.action() != CustodyAction.SECURED) {
            fault("custody begins with " + entry.action() + ", not with SECURED");
        }
        if (entry.action() == CustodyAction.SECURED) {
            erased = false;
            says(entry, "sha256", evidence.sha256());
            says(entry, "size", Long.toString(evidence.size()));
        } else if (entry.action() == CustodyAction.RETENTION) {
            erased = true;
        }
    }

    private void says(CustodyEntry entry, String name, String row) {
        String said = entry.detail().get(name);
        if (!row.equals(said)) {
            fault("entry %d, SECURED, says %s %s, and the evidence's row %s"
                    .formatted(entry.sequence(), name, said, row));
        }
    }

    private void breaks(int sequence, String reason) {
        broken = true;
        fault("entry " + sequence + ": " + reason);
    }

    private void fault(String why) {
        faults.add(ProofFaultRecorder.Part.CUSTODY, evidence.chain(), why);
    }
}
