package ma.balagh.intake.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import ma.balagh.intake.evidence.Sha256Digest;

/**
 * The running SHA-256 of uploads, in the memory of this process. An unknown one, after a restart or when another
 * replica wrote it, is computed from the file: each byte once, since what is on disk does not change.
 */
@ApplicationScoped
class RunningDigestCache {

    private static final int BUFFER = 1 << 18;
    private static final int REMEMBERED = 1_000;

    private record Prefix(MessageDigest sha256, long length) {}

    private final Map<UUID, Prefix> prefixes = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Prefix> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** The digest of the first bytes of an upload's file, to be gone on with. */
    MessageDigest of(UUID id, FileChannel file, long length) throws IOException {
        Prefix known = prefixes.get(id);
        if (known == null || known.length() > length) { // A database that was set back says less than is known here.
            known = new Prefix(Sha256Digest.algorithm(), 0);
        }
        MessageDigest sha256 = copy(known.sha256());
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long position = known.length(); position < length; ) {
            buffer.clear().limit((int) Math.min(BUFFER, length - position));
            int read = file.read(buffer, position);
            if (read < 0) {
                throw new IOException("the file of upload " + id + " ends at " + position);
            }
            sha256.update(buffer.flip());
            position += read;
        }
        return sha256;
    }

    /** So many bytes are on disk for good. */
    void keep(UUID id, MessageDigest sha256, long length) {
        prefixes.put(id, new Prefix(copy(sha256), length));
    }

    void forget(UUID id) {
        prefixes.remove(id);
    }

    /** What it comes to up to here; it can be gone on with. */
    static Sha256Digest result(MessageDigest sha256) {
        return Sha256Digest.of(copy(sha256).digest());
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }
}
