package ma.balagh.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Blocks of PEM (RFC 7468). */
final class PemReader {

    private static final Pattern KEY = block("PUBLIC KEY");
    private static final Pattern CERTIFICATE = block("CERTIFICATE");

    private PemReader() {}

    /** SubjectPublicKeyInfo in DER of each public key in a text. */
    static List<byte[]> publicKeys(byte[] text) {
        return blocks(text, KEY);
    }

    /** Each certificate in a text, in DER. */
    static List<byte[]> certificates(byte[] text) {
        return blocks(text, CERTIFICATE);
    }

    private static Pattern block(String kind) {
        return Pattern.compile("-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]*+)-----END " + kind + "-----");
    }

    private static List<byte[]> blocks(byte[] text, Pattern kind) {
        var found = new ArrayList<byte[]>();
        var blocks = kind.matcher(new String(text, StandardCharsets.ISO_8859_1));
        while (blocks.find()) {
            decoded(blocks.group(1).replaceAll("\\s", "")).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
