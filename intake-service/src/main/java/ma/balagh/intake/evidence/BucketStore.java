package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import ma.balagh.http.CommonProblem;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/**
 * Evidence in a bucket of an object store that speaks S3, each object under its SHA-256. The bytes come in on this
 * machine's disk and are sent when they are complete.
 */
@ApplicationScoped
@Typed(BucketStore.class)
class BucketStore implements EvidenceStore {

    private static final Logger LOG = Logger.getLogger(BucketStore.class);
    private static final int ATTEMPTS = 3;

    private final BucketClient access;
    private final ObjectLockCheck lock;
    private final BucketWriter upload;
    private final BucketEraser erasing;
    private final StagingDirectory staging;
    private final CachedIntegrityVerifier integrity;
    private final S3Config config;

    BucketStore(
            BucketClient access,
            ObjectLockCheck lock,
            BucketWriter upload,
            BucketEraser erasing,
            StagingDirectory staging,
            CachedIntegrityVerifier integrity,
            S3Config config) {
        this.access = access;
        this.lock = lock;
        this.upload = upload;
        this.erasing = erasing;
        this.staging = staging;
        this.integrity = integrity;
        this.config = config;
    }

    /**
     * Tells in the log how the bucket stands.
     *
     * @throws IllegalStateException when it can never be kept in like that
     */
    void logStatus() {
        try {
            LOG.infof("evidence is kept in the bucket %s, object lock: %s", access.bucket(), lock.description());
        } catch (SdkException e) {
            LOG.warnf(e, "the bucket %s does not answer yet", access.bucket());
        }
    }

    @Override
    public Path newFile() {
        return staging.newFile();
    }

    @Override
    public Standing standing(Sha256Digest digest) {
        try {
            return integrity.isIntact(object(digest), digest) ? Standing.INTACT : Standing.OTHER_BYTES;
        } catch (NoSuchFileException missing) {
            // Of a bucket that went away as a whole, every object is missing and none is lost.
            requireBucket();
            return Standing.MISSING;
        } catch (IOException e) {
            throw EvidenceStore.away("read", e);
        }
    }

    @Override
    public void sendAhead(StagedMedium received) {
        keep(received);
    }

    @Override
    public void sendAnew(StagedMedium received) {
        try {
            // What the store does not confirm is read back when it is kept.
            if (upload.send(received, true) == BucketWriter.Outcome.CONFIRMED) {
                integrity.verified(object(received.digest()), received.digest());
            }
        } catch (IOException | UncheckedIOException | SdkException | IllegalStateException e) {
            throw EvidenceStore.away("written", e);
        }
    }

    @Override
    public void keep(StagedMedium received) {
        Sha256Digest digest = received.digest();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Standing standing = standing(digest);
            if (standing == Standing.INTACT) {
                return;
            }
            try {
                // What the store does not confirm is read back by the next round.
                if (upload.send(received, standing == Standing.OTHER_BYTES) == BucketWriter.Outcome.CONFIRMED) {
                    integrity.verified(object(digest), digest);
                    return;
                }
            } catch (IOException | UncheckedIOException | SdkException | IllegalStateException e) {
                throw EvidenceStore.away("written", e);
            }
        }
        if (standing(digest) != Standing.INTACT) {
            throw EvidenceStore.away("written", new IOException("the object store does not keep what it is given"));
        }
    }

    @Override
    public InputStream open(Sha256Digest digest, long first, long length) {
        var request = GetObjectRequest.builder().range("bytes=" + first + "-" + (first + length - 1));
        // The very object that was found intact: what was put in its place meanwhile is an error, and looked at next.
        integrity.vouched(digest).ifPresent(marks -> {
            request.ifMatch((String) marks.get(KeptObject.TAG));
            request.versionId((String) marks.get(KeptObject.VERSION));
        });
        try {
            return object(digest).open(request);
        } catch (IOException e) {
            throw EvidenceStore.away("read", e);
        }
    }

    @Override
    public Optional<URI> elsewhere(Evidence evidence) {
        if (!config.presigned()) {
            return Optional.empty();
        }
        return integrity
                .vouched(evidence.digest())
                .map(marks -> access.presigned(GetObjectRequest.builder()
                        .bucket(access.bucket())
                        .key(evidence.digest().path())
                        .versionId((String) marks.get(KeptObject.VERSION))
                        .responseContentType(evidence.mediaType())
                        .responseContentDisposition(
                                "inline; filename=\"" + evidence.digest().hex() + "\"")
                        .responseCacheControl("no-store")
                        .build()));
    }

    @Override
    public Erasure erase(Sha256Digest digest) {
        integrity.refuted(digest);
        return erasing.erase(digest);
    }

    @Override
    public void refuted(Sha256Digest digest) {
        integrity.refuted(digest);
    }

    @Override
    public void requireRoom(long bytes) {
        staging.requireRoom(bytes);
    }

    @Override
    public Map<String, String> check() {
        staging.requireRoom(0);
        requireBucket();
        try {
            return Map.of("bucket", access.bucket(), "object lock", lock.description());
        } catch (SdkException e) {
            throw EvidenceStore.away("read", e);
        } catch (IllegalStateException unlocked) {
            throw CommonProblem.UNAVAILABLE.because(String.valueOf(unlocked.getMessage()));
        }
    }

    private void requireBucket() {
        try {
            access.check();
        } catch (SdkException e) {
            throw EvidenceStore.away("read", e);
        }
    }

    private KeptObject object(Sha256Digest digest) {
        return new KeptObject(access, digest);
    }
}
