package ma.balagh.intake.upload;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ContentTypeReader;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/** Parses the headers of a tus request. */
final class TusRequestParser {

    private static final String LENGTH = "Upload-Length";
    private static final String OFFSET = "Upload-Offset";
    private static final List<String> NOT_OFFERED = List.of("Upload-Defer-Length", "Upload-Concat");
    private static final MediaType BYTES = new MediaType("application", "offset+octet-stream");
    private static final Pattern NUMBER = Pattern.compile("0*\\d{1,18}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final HttpHeaders headers;

    TusRequestParser(HttpHeaders headers) {
        this.headers = headers;
    }

    /**
     * @return of the whole medium, at least 1
     * @throws ma.balagh.http.ProblemException 400 when it is not there, not a length, or to be said later
     */
    long length() {
        for (String header : NOT_OFFERED) {
            if (headers.getHeaderString(header) != null) {
                throw CommonProblem.invalid(Violation.unfitting(header, "is not offered here: see Tus-Extension"));
            }
        }
        long length = number(LENGTH, headers.getHeaderString(LENGTH));
        if (length == 0) {
            throw CommonProblem.invalid(Violation.malformed(LENGTH, "must not be 0: a medium has bytes"));
        }
        return length;
    }

    UploadMetadata metadata() {
        return UploadMetadata.parse(headers.getHeaderString(UploadMetadata.HEADER));
    }

    long offset() {
        return number(OFFSET, headers.getHeaderString(OFFSET));
    }

    boolean hasBytes() {
        MediaType type = ContentTypeReader.read(headers);
        return type != null && type.getType().equals(BYTES.getType()) && type.isCompatible(BYTES);
    }

    /** @throws ma.balagh.http.ProblemException 415 when the body is said to be something else */
    void requireBytes() {
        if (!hasBytes()) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.because(
                    "see the violations", List.of(Violation.malformed(HttpHeaders.CONTENT_TYPE, "must be " + BYTES)));
        }
    }

    UploadChunk chunk(long offset, InputStream body) {
        String announced = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return new UploadChunk(
                offset,
                body,
                announced == null ? -1 : number(HttpHeaders.CONTENT_LENGTH, announced),
                UploadChecksum.parse(headers.getHeaderString(UploadChecksum.HEADER)));
    }

    /** No number is too large to be understood; those without sense here are as good as the largest. */
    private static long number(String header, @Nullable String value) {
        if (value == null || !DIGITS.matcher(value).matches()) {
            throw CommonProblem.invalid(Violation.malformed(header, "must be there, and a number of bytes"));
        }
        return NUMBER.matcher(value).matches() ? Long.parseLong(value) : Long.MAX_VALUE;
    }
}
