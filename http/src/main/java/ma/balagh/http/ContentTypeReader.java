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
        if (isMalformed(headers)) {
            throw malformed();
        }
        return headers.getMediaType();
    }

    static boolean isMalformed(HttpHeaders headers) {
        try {
            headers.getMediaType();
            return false;
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    static ProblemException malformed() {
        return CommonProblem.invalid(Violation.malformed(HttpHeaders.CONTENT_TYPE, "must be a media type"));
    }
}
