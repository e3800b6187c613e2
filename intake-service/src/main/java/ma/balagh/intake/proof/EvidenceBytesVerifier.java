package ma.balagh.intake.proof;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.evidence.IntegrityVerifier;
import ma.balagh.intake.proof.ProofRepository.StoredEvidence;

/**
 * Verifies the bytes of every evidence by reading all of them. That takes hours where there are many, and holds no
 * snapshot of the database: a change during the run is no fault.
 */
final class EvidenceBytesVerifier {

    private static final int PAGE = 200;
    private static final int AT_ONCE = 4;
    /** After so many failures one after the other, the store is away and further asking says nothing. */
    private static final int FAILURES = 10;

    private final ProofRepository repository;
    private final IntegrityVerifier reading;
    private final ProofFaultRecorder faults;
    private final ProofProgressRecorder progress;
    private final long all;
    private final AtomicLong read = new AtomicLong();
    private int failures;

    EvidenceBytesVerifier(
            ProofRepository repository,
            IntegrityVerifier reading,
            CustodyCounts counts,
            ProofFaultRecorder faults,
            ProofProgressRecorder progress) {
        this.repository = repository;
        this.reading = reading;
        this.all = counts.bytes();
        this.faults = faults;
        this.progress = progress;
    }

    /** How many bytes were found to be those that were secured. */
    long read() {
        return read.get();
    }

    void prove() throws InterruptedException, ExecutionException {
        UUID after = ChainProofVerifier.BEFORE_ALL;
        try (ExecutorService readers = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("custody-bytes-", 1).factory())) {
            for (var page = repository.evidence(after, PAGE);
                    !page.isEmpty();
                    page = repository.evidence(after, PAGE)) {
                List<Future<Boolean>> answers = readers.invokeAll(page.stream()
                        .<Callable<Boolean>>map(row -> () -> prove(row))
                        .toList());
                for (int i = 0; i < page.size(); i++) {
                    failures = answers.get(i).get() ? 0 : failures + 1;
                    if (failures == FAILURES) {
                        faults.add(ProofFaultRecorder.Part.BYTES, page.get(i).id(), "nothing after it was looked at");
                        return;
                    }
                }
                after = page.getLast().id();
            }
        }
    }

    /** @return whether the store answered */
    private boolean prove(StoredEvidence row) {
        if (row.erased() && (!row.gone() || row.shared())) {
            return true;
        }
        IntegrityVerifier.Found found;
        try {
            found = reading.of(row.sha256());
        } catch (ProblemException away) {
            faults.add(ProofFaultRecorder.Part.BYTES, row.id(), "they cannot be read: " + away.detail());
            return false;
        }
        if (found == IntegrityVerifier.Found.INTACT && !row.erased()) {
            progress.at("bytes", read.addAndGet(row.size()), all);
        }
        wrong(row, found)
                .filter(fault -> again(row))
                .ifPresent(why -> faults.add(ProofFaultRecorder.Part.BYTES, row.id(), why));
        return true;
    }

    private static Optional<String> wrong(StoredEvidence row, IntegrityVerifier.Found found) {
        if (row.erased()) {
            return found == IntegrityVerifier.Found.MISSING
                    ? Optional.empty()
                    : Optional.of("they are still in the store, although they were erased and are said to be gone");
        }
        String known = "DAMAGED".equals(row.state()) ? "known damage, custody says so: " : "";
        return switch (found) {
            case INTACT -> Optional.empty();
            case OTHER_BYTES -> Optional.of(known + "they have another SHA-256 than those that were secured");
            case MISSING -> Optional.of(known + "they are missing");
        };
    }

    /** Whether the row still says the same, after its bytes were looked at. */
    private boolean again(StoredEvidence before) {
        return repository.evidence(before.id()).filter(before::equals).isPresent();
    }
}
