package ma.balagh.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody looks at evidence or at a person's identity; it goes into the audit trail. Comes in the header
 * {@code X-Purpose}: as plain ASCII; as {@code UTF-8''} and percent-encoded UTF-8 (the ext-value of RFC 8187), since
 * headers promise nothing else; or as the bare UTF-8 that curl sends.
 */
public record Purpose(String text) {

    public static final String HEADER = "X-Purpose";

    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 200;
    private static final String EXTENDED = "utf-8''";

    /**
     * Takes the text without blanks around it.
     *
     * @throws ProblemException 428 when it does not say much; 400 when it has control characters
     */
    public Purpose {
        text = text.strip();
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw CommonProblem.invalid(Violation.malformed(HEADER, "must not contain control characters"));
        }
        if (VisibleText.length(text) < MIN_LENGTH || text.length() > MAX_LENGTH || !VisibleText.hasWords(text)) {
            throw CommonProblem.PURPOSE_REQUIRED.because("the header %s says why, in words of %d to %d characters"
                    .formatted(HEADER, MIN_LENGTH, MAX_LENGTH));
        }
    }

    /**
     * Reads the header.
     *
     * @throws ProblemException 428 when it is absent or does not say much; 400 when it has control characters
     */
    public static Purpose of(HttpHeaders headers) {
        return new Purpose(decoded(headers.getHeaderString(HEADER)));
    }

    private static String decoded(@Nullable String header) {
        if (header == null) {
            return "";
        }
        if (!header.toLowerCase(Locale.ROOT).startsWith(EXTENDED)) {
            return bare(header);
        }
        try {
            // RFC 8187 knows no plus for a space, URLDecoder does.
            String encoded = header.substring(EXTENDED.length()).replace("+", "%2B");
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** Each byte of a header comes as one character. Hardly any text in Latin-1 is valid UTF-8 by chance. */
    private static String bare(String header) {
        byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException latin1) {
            return header;
        }
    }
}
