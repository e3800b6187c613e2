package ma.balagh.intake.evidence;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ContentTypeReader;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about the medium in its body.
 *
 * @param announced length in bytes, or -1
 * @param expected digest that the bytes have to have; null where none is said
 */
record MediumHeaders(
        DeclaredMetadata declared, long announced, @Nullable Sha256Digest expected) {

    private static final String REPR_DIGEST = "Repr-Digest";

    /** @throws ma.balagh.http.ProblemException 400 for a malformed digest, 415 for the type of no medium */
    static MediumHeaders of(HttpHeaders headers) {
        MediaType type =
                Optional.ofNullable(ContentTypeReader.read(headers)).orElse(MediaType.APPLICATION_OCTET_STREAM_TYPE);
        String disposition = headers.getHeaderString(HttpHeaders.CONTENT_DISPOSITION);
        String fileName =
                disposition == null ? null : FileNameParser.of(disposition).orElse(null);
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return new MediumHeaders(
                DeclaredMetadata.of(HttpHeaders.CONTENT_TYPE, type, fileName),
                length == null ? -1 : Long.parseLong(length),
                expected(headers));
    }

    private static @Nullable Sha256Digest expected(HttpHeaders headers) {
        String header = headers.getHeaderString(REPR_DIGEST);
        if (header == null) {
            return null;
        }
        try {
            // Another algorithm than SHA-256 is passed over, as RFC 9530 says.
            return Sha256Digest.parse(header).orElse(null);
        } catch (IllegalArgumentException malformed) {
            throw CommonProblem.invalid(Violation.malformed(REPR_DIGEST, "must be sha-256=:base64: with 32 bytes"));
        }
    }
}
