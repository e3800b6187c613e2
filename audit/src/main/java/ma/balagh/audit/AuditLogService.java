package ma.balagh.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.balagh.audit.AuditLogRepository.Checkpoint;
import ma.balagh.audit.transparency.MerkleTreeBuilder;
import org.jboss.logging.Logger;

/** Appends what is new in the trail to the log, and signs its head. */
@ApplicationScoped
class AuditLogService {

    private static final Logger LOG = Logger.getLogger(AuditLogService.class);

    private static final int BATCH = 5_000;

    /** No transaction takes as long, and no replica's clock is as wrong. */
    private static final Duration LATE = Duration.ofHours(1);

    /**
     * How likely one more blank leaf is. Their number says next to nothing of how many others there are: one more of these
     * makes no number of leaves more than 1/0.94 times as likely.
     */
    private static final double ANOTHER_BLANK = 0.94;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AuditLogRepository repository;
    private final CheckpointSigner signer;
    private final AuditLogConfig config;

    AuditLogService(AuditLogRepository repository, CheckpointSigner signer, AuditLogConfig config) {
        this.repository = repository;
        this.signer = signer;
        this.config = config;
    }

    /** Whether the newest checkpoint is about as old as the interval; of replicas that come at once, one appends. */
    @Transactional
    boolean isDue() {
        return repository.isNewestOlderThan(config.interval().multipliedBy(9).dividedBy(10));
    }

    /** @return whether there may be entries left */
    @Transactional
    boolean append() {
        repository.lock();
        Optional<Checkpoint> before = repository.newest();
        Instant until = before.map(Checkpoint::entriesUntil).orElse(Instant.EPOCH.plus(LATE));
        List<AuditEntryView> entries = repository.unlogged(until, LATE, BATCH);
        long first = before.map(Checkpoint::size).orElse(0L);
        List<AuditLeaf> leaves = leaves(entries);
        repository.insertLeaves(first, leaves);
        long size = first + leaves.size();
        completeTiles(first, size);
        byte[] root = root(size);
        Instant newest = entries.isEmpty() ? until : entries.getLast().at();
        repository.insert(new Checkpoint(size, newest.isAfter(until) ? newest : until, signer.note(size, root)));
        // Where logs are collected, the head is kept out of reach of whoever may write to the database.
        LOG.infof(
                "checkpoint of the audit log, size=%d root=%s",
                size, Base64.getEncoder().encodeToString(root));
        return entries.size() == BATCH;
    }

    /** In no order, so that their places do not tell which one of them was later, or is blank. */
    private static List<AuditLeaf> leaves(List<AuditEntryView> entries) {
        var leaves = new ArrayList<>(entries.stream().map(AuditLeaf::of).toList());
        do {
            leaves.add(AuditLeaf.blank());
        } while (RANDOM.nextDouble() < ANOTHER_BLANK);
        Collections.shuffle(leaves, RANDOM);
        return leaves;
    }

    /** Keeps the root of each tile that has become full. */
    private void completeTiles(long before, long after) {
        long from = before / AuditTilePath.FULL;
        long to = after / AuditTilePath.FULL;
        for (int level = 0; from < to; level++) {
            for (long tile = from; tile < to; tile++) {
                var builder = new MerkleTreeBuilder();
                repository
                        .hashes(level, tile * AuditTilePath.FULL, AuditTilePath.FULL)
                        .forEach(builder::add);
                repository.insertNode(level + 1, tile, builder.root());
            }
            from /= AuditTilePath.FULL;
            to /= AuditTilePath.FULL;
        }
    }

    private byte[] root(long size) {
        var builder = new MerkleTreeBuilder();
        int bits = Integer.numberOfTrailingZeros(AuditTilePath.FULL);
        int top = (Long.SIZE - Long.numberOfLeadingZeros(size)) / bits;
        for (int level = top; level >= 0; level--) {
            int subtree = level * bits;
            long complete = size >> subtree;
            int width = (int) (complete % AuditTilePath.FULL);
            repository.hashes(level, complete - width, width).forEach(hash -> builder.add(subtree, hash));
        }
        return builder.root();
    }

    @Transactional
    Optional<String> checkpoint() {
        return repository.newest().map(Checkpoint::note);
    }

    /** The tile's bytes; absent where the newest checkpoint does not have all of it. */
    @Transactional
    Optional<byte[]> tile(AuditTilePath path) {
        return path.entries()
                ? whole(repository.commitments(path.first(), path.width()), path)
                        .map(AuditLogService::bundle)
                : whole(repository.hashes(path.level(), path.first(), path.width()), path)
                        .map(AuditLogService::joined);
    }

    private static Optional<List<byte[]>> whole(List<byte[]> found, AuditTilePath path) {
        return found.size() == path.width() ? Optional.of(found) : Optional.empty();
    }

    /** Each entry after its length in two bytes. */
    private static byte[] bundle(List<byte[]> entries) {
        return joined(entries.stream()
                .flatMap(entry -> Stream.of(new byte[] {(byte) (entry.length >> 8), (byte) entry.length}, entry))
                .toList());
    }

    private static byte[] joined(List<byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        parts.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
