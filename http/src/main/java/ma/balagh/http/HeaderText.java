package ma.balagh.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody wrote, in a header: as plain ASCII; as {@code UTF-8''} and percent-encoded UTF-8 (the ext-value of RFC
 * 8187), since headers promise nothing else; or as the bare UTF-8 that curl sends.
 */
public final class HeaderText {

    private static final String EXTENDED = "utf-8''";

    private HeaderText() {}

    /** @return nothing where the percent encoding is none; control characters are left in it */
    public static Optional<String> decoded(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(EXTENDED)) {
            return Optional.of(bare(header));
        }
        try {
            // RFC 8187 knows no plus for a space, URLDecoder does.
            String encoded = header.substring(EXTENDED.length()).replace("+", "%2B");
            return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
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
