package ma.balagh.analysis.credentials.container;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * One store of credentials within a medium.
 *
 * @param parts superboxes in the order of their manifests, mostly one, with what stands behind each
 * @param where the bytes of the medium that hold it, with the headers that the format puts before
 * @param foreign bytes in boxes reserved for credentials that hold something else
 */
public record CredentialStore(List<ByteBuffer> parts, List<ByteSpan> where, long foreign) {

    /** Larger than a store with the thumbnails of many ingredients. */
    static final int LARGEST = 1 << 25;

    /** With so many there is one too many whatever they are, and memory for more would be wasted. */
    static final int ENOUGH = 3;

    public CredentialStore {
        parts = List.copyOf(parts);
        where = List.copyOf(where);
    }
}
