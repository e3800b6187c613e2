package ma.balagh.http;

import jakarta.ws.rs.core.HttpHeaders;

/**
 * Why somebody looks at evidence or at a person's identity; it goes into the audit trail. Comes in the header
 * {@code X-Purpose} as {@link HeaderText}.
 */
public record Purpose(String text) {

    public static final String HEADER = "X-Purpose";

    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 200;

    /** As RFC 8187 writes it: a character is three bytes at most, a byte three characters, before them the charset. */
    static final int LONGEST_ENCODED = 9 * MAX_LENGTH + 7;

    /**
     * Takes the text without blanks around it.
     *
     * @throws ProblemException 428 when it does not say much; 400 when it has characters that no document can hold
     */
    public Purpose {
        text = text.strip();
        if (text.chars().anyMatch(Purpose::isNoText)) {
            throw CommonProblem.invalid(
                    Violation.malformed(HEADER, "must not contain control characters, U+FFFE or U+FFFF"));
        }
        if (VisibleText.length(text) < MIN_LENGTH || text.length() > MAX_LENGTH || !VisibleText.hasWords(text)) {
            throw CommonProblem.PURPOSE_REQUIRED.because("the header %s says why, in words of %d to %d characters"
                    .formatted(HEADER, MIN_LENGTH, MAX_LENGTH));
        }
    }

    /**
     * Reads the header.
     *
     * @throws ProblemException 428 when it is absent or does not say much; 400 when it has characters that no document can
     *     hold
     */
    public static Purpose of(HttpHeaders headers) {
        String header = headers.getHeaderString(HEADER);
        return new Purpose(header == null ? "" : HeaderText.decoded(header).orElse(""));
    }

    /** XML knows neither U+FFFE nor U+FFFF, and the audit trail keeps a purpose for ever. */
    private static boolean isNoText(int character) {
        return Character.isISOControl(character) || character == 0xFFFE || character == 0xFFFF;
    }
}
