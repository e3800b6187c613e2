package ma.balagh.intake.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import ma.balagh.intake.anchor.AnchorRepository.Stamped;
import ma.balagh.intake.custody.CustodyEntry;

/** Appends anchors to the database, one after the other across replicas. */
@ApplicationScoped
class AnchorService {

    /**
     * What one anchoring did.
     *
     * @param more whether there may be chains left that moved
     */
    record Made(Anchor anchor, boolean more) {}

    private final AnchorRepository repository;
    private final JournalService journalService;
    private final AgencySigner signer;
    private final Clock clock;

    AnchorService(AnchorRepository repository, JournalService journalService, AgencySigner signer, Clock clock) {
        this.repository = repository;
        this.journalService = journalService;
        this.signer = signer;
        this.clock = clock;
    }

    /** Anchors what moved, and commits; an anchor of the same journal again when nothing did. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Made make() {
        repository.lock();
        return made(journalService.takeIn());
    }

    /**
     * Anchors what moved, and commits; nothing when nothing did outside the compartment and the newest anchor is not old.
     * The compartment's chains wait for that: an anchor for them alone would show when they moved.
     *
     * @param old how old the newest anchor may be
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Made> makeIfMoved(Duration old) {
        repository.lock();
        return journalService.hasMoved() || isOlderThan(old)
                ? Optional.of(made(journalService.takeIn()))
                : Optional.empty();
    }

    /** Newest first. */
    List<Stamped> before(long number, int limit) {
        return repository.before(number, limit);
    }

    Optional<Instant> stampedAt(long number) {
        return repository.stampedAt(number);
    }

    private boolean isOlderThan(Duration age) {
        Instant since = clock.instant().minus(age);
        return before(Long.MAX_VALUE, 1).stream()
                .anyMatch(newest -> newest.anchor().at().isBefore(since));
    }

    private Made made(int moved) {
        long size = journalService.size();
        String root = HexFormat.of().formatHex(journalService.calculate(nodes -> new MerkleTree(size, nodes).root()));
        Optional<Anchor> last = before(Long.MAX_VALUE, 1).stream().findFirst().map(Stamped::anchor);
        long number = last.map(Anchor::number).orElse(0L) + 1;
        String previous = last.map(Anchor::hash).orElse(CustodyEntry.GENESIS);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] statement = Anchor.statement(number, now, size, root, previous, signer.keyId())
                .end()
                .getBytes(StandardCharsets.UTF_8);
        var anchor = new Anchor(number, now, size, root, previous, signer.keyId(), signer.sign(statement));
        signer.remember();
        repository.insert(anchor);
        return new Made(anchor, moved == JournalService.BATCH);
    }
}
