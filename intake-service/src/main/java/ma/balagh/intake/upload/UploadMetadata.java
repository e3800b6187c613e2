package ma.balagh.intake.upload;

import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import ma.balagh.intake.evidence.DeclaredMetadata;
import ma.balagh.intake.evidence.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about an upload beforehand, in the header {@code Upload-Metadata} of tus: pairs of a key and a
 * value in Base64, separated by commas. Keys that mean nothing here are passed over.
 *
 * @param header as it was written
 * @param announced the digest that the bytes will have, if the client said it
 */
record UploadMetadata(
        String header,
        UUID reportId,
        DeclaredMetadata declared,
        @Nullable Sha256Digest announced) {

    static final String HEADER = "Upload-Metadata";

    private static final String REPORT = HEADER + ".reportId";
    private static final String TYPE = HEADER + ".filetype";
    private static final String DIGEST = HEADER + ".sha256";

    /**
     * @throws ProblemException 400 or 415, naming the field, when something is missing or malformed
     */
    static UploadMetadata parse(@Nullable String header) {
        if (header == null) {
            throw CommonProblem.invalid(Violation.required(HEADER, "must be there, with reportId"));
        }
        Map<String, String> pairs = pairs(header);
        return new UploadMetadata(
                header,
                reportId(pairs.get("reportId")),
                DeclaredMetadata.of(TYPE, type(pairs.get("filetype")), pairs.get("filename")),
                digest(pairs.get("sha256")));
    }

    /** The problem of a report that the caller does not see. */
    static ProblemException unknownReport() {
        return CommonProblem.invalid(new Violation(REPORT, ViolationCode.NOT_FOUND, "must be a report that you see"));
    }

    private static Map<String, String> pairs(String header) {
        // It is given back as a header.
        if (!header.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw CommonProblem.invalid(Violation.malformed(HEADER, "must be ASCII"));
        }
        Map<String, String> pairs = new HashMap<>();
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", -1);
            if (parts[0].isEmpty() || parts.length > 2) {
                throw CommonProblem.invalid(Violation.malformed(
                        HEADER, "must be pairs of a key and a value in Base64, separated by commas"));
            }
            if (pairs.put(parts[0], parts.length == 1 ? "" : decoded(parts[0], parts[1])) != null) {
                throw CommonProblem.invalid(Violation.listedTwice(HEADER + "." + parts[0], "must be there once"));
            }
        }
        return pairs;
    }

    private static String decoded(String key, String value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(value)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw CommonProblem.invalid(Violation.malformed(HEADER + "." + key, "must be UTF-8 in Base64"));
        }
    }

    private static UUID reportId(@Nullable String value) {
        try {
            if (value != null) {
                return UUID.fromString(value);
            }
        } catch (IllegalArgumentException malformed) {
            throw unknownReport();
        }
        throw CommonProblem.invalid(Violation.required(REPORT, "must be there: the report that the medium belongs to"));
    }

    private static MediaType type(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return MediaType.APPLICATION_OCTET_STREAM_TYPE;
        }
        try {
            return MediaType.valueOf(value.strip());
        } catch (IllegalArgumentException malformed) {
            throw CommonProblem.invalid(Violation.malformed(TYPE, "must be a media type"));
        }
    }

    private static @Nullable Sha256Digest digest(@Nullable String value) {
        try {
            return value == null ? null : new Sha256Digest(value.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            throw CommonProblem.invalid(Violation.malformed(DIGEST, "must be a SHA-256 in hexadecimal"));
        }
    }
}
