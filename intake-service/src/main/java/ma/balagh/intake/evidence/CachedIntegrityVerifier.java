package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Verifies that a stored medium still has the bytes of its digest. Hashing a film for each of a player's range requests
 * would be too slow, so a verified medium counts as intact while the store's marks on it do not change, and for {@code
 * balagh.evidence.trust} at most. Whoever tampers with a file cannot set its change time back; a failing disk that
 * leaves no marks is found by the next full read, which always hashes, or after that time.
 */
@ApplicationScoped
class CachedIntegrityVerifier {

    private static final int BUFFER = 1 << 18;
    private static final int REMEMBERED = 10_000;

    /** A medium where it is kept. */
    interface Kept {

        /**
         * What its keeper says of it, and what changes with its bytes: of a file inode, size and the kernel's times.
         *
         * @throws java.nio.file.NoSuchFileException when it is not there
         */
        Map<String, Object> marks() throws IOException;

        /** Its bytes from the first to the last. */
        InputStream open() throws IOException;
    }

    private record Check(Map<String, Object> marks, Instant at) {}

    private record Hashing(Sha256Digest digest, Map<String, Object> marks) {}

    private final EvidenceConfig config;
    private final Clock clock;
    private final Map<Sha256Digest, Check> checks = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sha256Digest, Check> eldest) {
            return size() > REMEMBERED;
        }
    });

    private final ConcurrentMap<Hashing, CompletableFuture<Boolean>> running = new ConcurrentHashMap<>();

    CachedIntegrityVerifier(EvidenceConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @throws IOException when it is not there or cannot be read */
    boolean isIntact(Kept kept, Sha256Digest digest) throws IOException {
        Map<String, Object> marks = kept.marks();
        Check earlier = checks.get(digest);
        if (earlier != null
                && earlier.marks().equals(marks)
                && earlier.at().plus(config.trust()).isAfter(clock.instant())) {
            return true;
        }
        return hashedOnce(kept, digest, marks);
    }

    /** Of many readers who ask for the same bytes at once, one hashes them and the others wait for what it finds. */
    private boolean hashedOnce(Kept kept, Sha256Digest digest, Map<String, Object> marks) throws IOException {
        var hashing = new Hashing(digest, marks);
        var mine = new CompletableFuture<Boolean>();
        CompletableFuture<Boolean> underWay = running.putIfAbsent(hashing, mine);
        if (underWay != null) {
            return outcome(underWay);
        }
        try {
            boolean intact = hash(kept).equals(digest);
            if (intact) {
                // The marks from before hashing: a change during it makes the next check hash again.
                checks.put(digest, new Check(marks, clock.instant()));
            } else {
                checks.remove(digest);
            }
            mine.complete(intact);
        } catch (IOException | RuntimeException | Error e) { // whoever waits must not do so for ever
            mine.completeExceptionally(e);
        } finally {
            running.remove(hashing);
        }
        return outcome(mine);
    }

    private static boolean outcome(CompletableFuture<Boolean> hashing) throws IOException {
        try {
            return hashing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }

    /** It was hashed while it was written. */
    void verified(Kept kept, Sha256Digest digest) throws IOException {
        checks.put(digest, new Check(kept.marks(), clock.instant()));
    }

    /** The marks of what was last found intact. */
    Optional<Map<String, Object>> vouched(Sha256Digest digest) {
        return Optional.ofNullable(checks.get(digest)).map(Check::marks);
    }

    /** A full read found other bytes. */
    void refuted(Sha256Digest digest) {
        checks.remove(digest);
    }

    private static Sha256Digest hash(Kept kept) throws IOException {
        MessageDigest sha256 = Sha256Digest.algorithm();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = kept.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return Sha256Digest.of(sha256.digest());
    }
}
