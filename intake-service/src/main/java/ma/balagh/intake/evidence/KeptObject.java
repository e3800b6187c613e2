package ma.balagh.intake.evidence;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** An object of a bucket. Its marks change whenever somebody writes it, and cannot be chosen by who does. */
record KeptObject(BucketClient access, Sha256Digest digest) implements CachedIntegrityVerifier.Kept {

    static final String TAG = "etag";
    static final String VERSION = "version";

    @Override
    public Map<String, Object> marks() throws IOException {
        try {
            HeadObjectResponse head = access.client()
                    .headObject(request ->
                            request.bucket(access.bucket()).key(digest.path()).checksumMode(ChecksumMode.ENABLED));
            var marks = new HashMap<String, Object>();
            put(marks, TAG, head.eTag());
            put(marks, VERSION, head.versionId());
            put(marks, "size", head.contentLength());
            put(marks, "modified", head.lastModified());
            put(marks, "sha256", head.checksumSHA256());
            return Map.copyOf(marks);
        } catch (NoSuchKeyException missing) {
            throw new NoSuchFileException(digest.path());
        } catch (SdkException e) {
            throw new IOException("the object store does not tell of " + digest.path(), e);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return open(GetObjectRequest.builder());
    }

    /** @param wanted which part, under which conditions */
    InputStream open(GetObjectRequest.Builder wanted) throws IOException {
        try {
            return new Body(access.client()
                    .getObject(wanted.bucket(access.bucket()).key(digest.path()).build()));
        } catch (SdkException e) {
            throw new IOException("the object store does not give " + digest.path(), e);
        }
    }

    private static void put(Map<String, Object> marks, String name, @Nullable Object value) {
        if (value != null) {
            marks.put(name, value);
        }
    }

    /**
     * What the store sends. An end before the announced one is a broken connection, never the object's own; and who
     * stops reading does not wait for the rest.
     */
    private static final class Body extends FilterInputStream {

        private final ResponseInputStream<GetObjectResponse> body;
        private long left;

        private Body(ResponseInputStream<GetObjectResponse> body) {
            super(body);
            this.body = body;
            this.left = body.response().contentLength();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int read = super.read(into, offset, length);
                if (read < 0 && left > 0) {
                    throw new EOFException("the object store ended " + left + " bytes too early");
                }
                left -= Math.max(read, 0);
                return read;
            } catch (SdkException e) {
                throw new IOException("the object store broke off", e);
            }
        }

        @Override
        public void close() throws IOException {
            if (left > 0) {
                body.abort();
            } else {
                super.close();
            }
        }
    }
}
