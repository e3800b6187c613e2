package ma.balagh.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The media type that a request gives its body, for methods that take any. */
public final class ContentTypeReader {

    private ContentTypeReader() {}

    /**
     * @return null where the request says nothing
     * @throws ProblemException 400 for what is no media type; JAX-RS itself lets an empty one pass
     */
    public static @Nullable MediaType read(HttpHeaders headers) {
        try {
            return headers.getMediaType();
        } catch (IllegalArgumentException malformed) {
            throw CommonProblem.invalid(Violation.malformed(HttpHeaders.CONTENT_TYPE, "must be a media type"));
        }
    }
}
