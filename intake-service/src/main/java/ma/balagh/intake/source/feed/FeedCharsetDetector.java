package ma.balagh.intake.source.feed;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a document, by what its bytes are before what is said of them. In this order: a byte order mark; zeros
 * as only UTF-16 has them; letters beyond ASCII that are UTF-8, which other encodings do not give by chance; the name in
 * the header of the answer; the one in the XML declaration; a guess between Windows' Arabic and Western code pages.
 */
final class FeedCharsetDetector {

    private static final Charset ARABIC = Charset.forName("windows-1256");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    // What servers say of everything; as in browsers it means Windows' code page (WHATWG Encoding Standard).
    private static final Set<String> WESTERN_NAMES = Set.of("ISO-8859-1", "US-ASCII", "WINDOWS-1252");
    private static final Pattern DECLARATION =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._:-]{2,40})");
    private static final int HEAD = 2_048;

    private FeedCharsetDetector() {}

    static String decode(byte[] bytes, @Nullable String headerName) {
        return new String(bytes, of(bytes, headerName));
    }

    static Charset of(byte[] bytes, @Nullable String headerName) {
        return marked(bytes).orElseGet(() -> {
            var letters = Utf8Letters.in(bytes);
            if (letters.areUtf8()) {
                return StandardCharsets.UTF_8;
            }
            Optional<Charset> header = named(headerName);
            Optional<Charset> declared = declared(bytes);
            return header.filter(charset -> !charset.equals(WESTERN))
                    .or(() -> declared)
                    .or(() -> header)
                    .orElseGet(() -> letters.standTogether() ? ARABIC : WESTERN);
        });
    }

    private static Optional<Charset> marked(byte[] bytes) {
        int first = bytes.length < 4
                ? 0xFFFFFFFF
                : (octet(bytes, 0) << 24 | octet(bytes, 1) << 16 | octet(bytes, 2) << 8 | octet(bytes, 3));
        if (first == 0x0000FEFF || first == 0xFFFE0000) {
            return Optional.of(StandardCharsets.UTF_32);
        }
        if (first == '<' || first == '<' << 24) {
            return Optional.of(first == '<' ? StandardCharsets.UTF_32BE : StandardCharsets.UTF_32LE);
        }
        return switch (first >>> 16) {
            case 0xFEFF, 0xFFFE -> Optional.of(bytes.length < 4 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
            default -> first >>> 8 == 0xEFBBBF ? Optional.of(StandardCharsets.UTF_8) : withZeros(bytes);
        };
    }

    private static Optional<Charset> withZeros(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int length = Math.min(bytes.length, HEAD) & ~1;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        // Markup is half ASCII at least.
        int many = length / 8;
        if (length < 4 || Math.max(even, odd) <= many || Math.min(even, odd) > many) {
            return Optional.empty();
        }
        return Optional.of(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(head);
        return declaration.find() ? named(declaration.group(1)) : Optional.empty();
    }

    /** @return empty for a Unicode encoding, too: the bytes have shown that it is none */
    private static Optional<Charset> named(@Nullable String name) {
        if (name == null || name.length() > 40) {
            return Optional.empty();
        }
        try {
            Charset charset =
                    Charset.forName(name.replace("\"", "").replace("'", "").strip());
            if (WESTERN_NAMES.contains(charset.name().toUpperCase(Locale.ROOT))) {
                return Optional.of(WESTERN);
            }
            boolean unicode =
                    charset.name().startsWith("UTF-") || charset.name().startsWith("X-UTF-");
            return unicode ? Optional.empty() : Optional.of(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static int octet(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    /**
     * How the bytes beyond ASCII stand.
     *
     * @param whole sequences of several bytes that are UTF-8 (RFC 3629)
     * @param broken bytes that belong to none
     * @param high bytes beyond ASCII
     * @param adjoining those of them that follow upon another: Arabic letters come in words, accents between others
     */
    private record Utf8Letters(int whole, int broken, int high, int adjoining) {

        static Utf8Letters in(byte[] bytes) {
            int whole = 0;
            int broken = 0;
            int high = 0;
            int adjoining = 0;
            int expected = 0;
            for (int i = 0; i < bytes.length; i++) {
                int octet = bytes[i] & 0xFF;
                if (octet >= 0x80) {
                    high++;
                    adjoining += i > 0 && bytes[i - 1] < 0 ? 1 : 0;
                }
                boolean continues = (octet & 0xC0) == 0x80;
                if (expected > 0 && continues) {
                    whole += --expected == 0 ? 1 : 0;
                } else if (octet >= 0x80 || expected > 0) {
                    broken += (expected > 0 ? 1 : 0)
                            + (continues || octet >= 0xF5 || octet == 0xC0 || octet == 0xC1 ? 1 : 0);
                    expected = octet >= 0xF5 || octet < 0xC2 ? 0 : octet >= 0xF0 ? 3 : octet >= 0xE0 ? 2 : 1;
                }
            }
            return new Utf8Letters(whole, broken + (expected > 0 ? 1 : 0), high, adjoining);
        }

        /** A document that is cut, or has a stray byte, is what the rest of it is. */
        boolean areUtf8() {
            return whole > 4L * broken;
        }

        boolean standTogether() {
            return adjoining * 2L > high;
        }
    }
}
