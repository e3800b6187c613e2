package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Sends a medium from this machine's disk to the bucket, large ones in parts, with one small buffer. The store gets the
 * digest of everything it is sent and refuses what arrives otherwise.
 */
@ApplicationScoped
class BucketWriter {

    /** How an upload ended. */
    enum Outcome {
        /** The store says that it computed the same digests. */
        CONFIRMED,
        /** It took the bytes and says nothing of digests. */
        TAKEN,
        /** Another was faster: there is an object already. */
        OUTRUN
    }

    private static final Logger LOG = Logger.getLogger(BucketWriter.class);
    private static final int BUFFER = 1 << 18;
    /** S3 allows that many parts. */
    private static final int MOST_PARTS = 10_000;

    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_IMPLEMENTED = 501;

    private final BucketClient access;
    private final ObjectLockCheck lock;
    private final S3Config config;
    /** Whether the store understands "only where nothing is"; taken for granted until it says no. */
    private volatile boolean conditional = true;

    BucketWriter(BucketClient access, ObjectLockCheck lock, S3Config config) {
        this.access = access;
        this.lock = lock;
        this.config = config;
    }

    /**
     * @param replacing whether what stands there is to be overwritten
     * @throws SdkException when the store does not take it
     * @throws IOException when the medium cannot be read, or is no longer what came in
     */
    Outcome send(StagedMedium received, boolean replacing) throws IOException {
        Optional<ObjectLockCheck.Retention> retention = lock.retention();
        try {
            return attempt(received, retention, condition(replacing));
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                return Outcome.OUTRUN;
            }
            if (e.statusCode() != NOT_IMPLEMENTED || replacing || !conditional) {
                throw e;
            }
            LOG.warn("the object store knows no conditional writes: objects are written without");
            conditional = false;
            return attempt(received, retention, null);
        }
    }

    private @Nullable String condition(boolean replacing) {
        return replacing || !conditional ? null : "*";
    }

    private Outcome attempt(
            StagedMedium received, Optional<ObjectLockCheck.Retention> retention, @Nullable String ifNoneMatch)
            throws IOException {
        return received.size() > config.partSize().asLongValue()
                ? inParts(received, retention, ifNoneMatch)
                : whole(received, retention, ifNoneMatch);
    }

    private Outcome whole(
            StagedMedium received, Optional<ObjectLockCheck.Retention> retention, @Nullable String ifNoneMatch) {
        String sha256 = base64(HexFormat.of().parseHex(received.digest().hex()));
        var answer = access.client()
                .putObject(
                        request -> {
                            request.bucket(access.bucket())
                                    .key(received.digest().path())
                                    .contentType(received.container().mediaType())
                                    .checksumSHA256(sha256)
                                    .ifNoneMatch(ifNoneMatch);
                            retention.ifPresent(
                                    it -> request.objectLockMode(it.mode()).objectLockRetainUntilDate(it.until()));
                        },
                        RequestBody.fromFile(received.file()));
        return sha256.equals(answer.checksumSHA256()) ? Outcome.CONFIRMED : Outcome.TAKEN;
    }

    private Outcome inParts(
            StagedMedium received, Optional<ObjectLockCheck.Retention> retention, @Nullable String ifNoneMatch)
            throws IOException {
        S3Client client = access.client();
        String key = received.digest().path();
        String upload = client.createMultipartUpload(request -> {
                    request.bucket(access.bucket())
                            .key(key)
                            .contentType(received.container().mediaType())
                            .checksumAlgorithm(ChecksumAlgorithm.SHA256);
                    retention.ifPresent(it -> request.objectLockMode(it.mode()).objectLockRetainUntilDate(it.until()));
                })
                .uploadId();
        boolean complete = false;
        try {
            var parts = new Parts(received, upload);
            List<CompletedPart> sent = parts.send();
            client.completeMultipartUpload(request -> request.bucket(access.bucket())
                    .key(key)
                    .uploadId(upload)
                    .ifNoneMatch(ifNoneMatch)
                    .multipartUpload(all -> all.parts(sent)));
            complete = true;
            return parts.confirmed ? Outcome.CONFIRMED : Outcome.TAKEN;
        } finally {
            if (!complete) {
                abandon(key, upload);
            }
        }
    }

    /** What a crash leaves instead, the bucket's own rule for unfinished uploads removes. */
    private void abandon(String key, String upload) {
        try {
            access.client()
                    .abortMultipartUpload(
                            request -> request.bucket(access.bucket()).key(key).uploadId(upload));
        } catch (SdkException e) {
            LOG.warnf(e, "an unfinished upload stays in the bucket %s", access.bucket());
        }
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    /** The parts of one medium, one after the other. */
    private final class Parts {

        private final StagedMedium received;
        private final String upload;
        private final long size;
        private final MessageDigest everything = Sha256Digest.algorithm();
        private boolean confirmed = true;

        private Parts(StagedMedium received, String upload) {
            this.received = received;
            this.upload = upload;
            this.size = Math.max(config.partSize().asLongValue(), Math.ceilDiv(received.size(), MOST_PARTS));
        }

        private List<CompletedPart> send() throws IOException {
            var sent = new ArrayList<CompletedPart>();
            for (long first = 0; first < received.size(); first += size) {
                sent.add(send(sent.size() + 1, first, Math.min(size, received.size() - first)));
            }
            // No store computes the digest of the whole from parts; what all parts were read from has to have it.
            if (!Sha256Digest.of(everything.digest()).equals(received.digest())) {
                throw new IOException("the medium changed on this machine's disk before it was kept");
            }
            return sent;
        }

        private CompletedPart send(int number, long first, long length) throws IOException {
            String sha256 = hash(first, length);
            Path file = received.file();
            var answer = access.client()
                    .uploadPart(
                            request -> request.bucket(access.bucket())
                                    .key(received.digest().path())
                                    .uploadId(upload)
                                    .partNumber(number)
                                    .checksumSHA256(sha256),
                            RequestBody.fromContentProvider(
                                    () -> section(file, first, length), length, "application/octet-stream"));
            confirmed &= sha256.equals(answer.checksumSHA256());
            return CompletedPart.builder()
                    .partNumber(number)
                    .eTag(answer.eTag())
                    .checksumSHA256(sha256)
                    .build();
        }

        private String hash(long first, long length) throws IOException {
            MessageDigest part = Sha256Digest.algorithm();
            byte[] buffer = new byte[BUFFER];
            try (InputStream in = section(received.file(), first, length)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    part.update(buffer, 0, read);
                    everything.update(buffer, 0, read);
                }
            }
            return base64(part.digest());
        }
    }

    private static InputStream section(Path file, long first, long length) {
        try {
            // Closed with the stream.
            SeekableByteChannel channel = Files.newByteChannel(file).position(first);
            return new BoundedInputStream(Channels.newInputStream(channel), length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
