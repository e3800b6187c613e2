package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;
import ma.balagh.intake.evidence.EvidenceStore.Erasure;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Erases objects of the bucket, every version of them: where a bucket keeps versions, deleting an object by its name
 * only hides it. A store with object lock refuses until the lock expires.
 */
@ApplicationScoped
class BucketEraser {

    private static final int NOT_FOUND = 404;
    // The store knows no versions.
    private static final Set<Integer> UNVERSIONED = Set.of(400, 405, 501);

    private final BucketClient access;

    BucketEraser(BucketClient access) {
        this.access = access;
    }

    Erasure erase(Sha256Digest digest) {
        try {
            versions(digest.path()).forEach(version -> delete(digest.path(), version));
            // What it did not call a version.
            if (isThere(digest)) {
                delete(digest.path(), null);
            }
            return isThere(digest) ? new Erasure.Refused("the object store still has the object") : new Erasure.Gone();
        } catch (S3Exception e) {
            // A missing bucket is a 404.
            if (e.statusCode() / 100 != 4 || e.statusCode() == NOT_FOUND) {
                throw EvidenceStore.away("written", e);
            }
            return new Erasure.Refused("the object store refuses: " + reason(e));
        } catch (SdkException | IOException e) {
            throw EvidenceStore.away("written", e);
        }
    }

    private List<String> versions(String key) {
        try {
            return access
                    .client()
                    .listObjectVersionsPaginator(
                            request -> request.bucket(access.bucket()).prefix(key))
                    .versions()
                    .stream()
                    .filter(version -> key.equals(version.key()))
                    .map(ObjectVersion::versionId)
                    .toList();
        } catch (S3Exception e) {
            if (UNVERSIONED.contains(e.statusCode())) {
                return List.of();
            }
            throw e;
        }
    }

    private void delete(String key, @Nullable String version) {
        access.client()
                .deleteObject(
                        request -> request.bucket(access.bucket()).key(key).versionId(version));
    }

    private boolean isThere(Sha256Digest digest) throws IOException {
        try {
            new KeptObject(access, digest).marks();
            return true;
        } catch (NoSuchFileException gone) {
            // Of a bucket that went away as a whole, every object is missing.
            access.check();
            return false;
        }
    }

    private static String reason(S3Exception e) {
        var told = e.awsErrorDetails();
        return told == null || told.errorCode() == null ? "status " + e.statusCode() : told.errorCode();
    }
}
