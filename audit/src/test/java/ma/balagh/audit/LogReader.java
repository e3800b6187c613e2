package ma.balagh.audit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import ma.balagh.platform.test.TestTokens;

/** Reads the log as an outside program does that trusts nothing but the verifier key, and shares no code with it. */
record LogReader(TestTokens reader, String verifierKey) {

    private static final String LOG = "/api/v1/audit/";

    /** @param root 32 bytes */
    record Head(String origin, long size, byte[] root) {}

    /** The newest head, whose signature was verified. */
    Head head() throws GeneralSecurityException {
        String note = given().auth()
                .oauth2(reader.sign())
                .get(LOG + "checkpoint")
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .extract()
                .asString();
        int end = note.indexOf("\n\n") + 1;
        String text = note.substring(0, end);
        String[] key = verifierKey.split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(key[2]);
        assertThat(typed[0]).isEqualTo((byte) 1);
        String line = note.substring(end + 1);
        assertThat(line).startsWith("— " + key[0] + " ").endsWith("\n");
        byte[] signature = Base64.getDecoder().decode(line.strip().substring(3 + key[0].length()));
        assertThat(Arrays.copyOf(signature, 4)).isEqualTo(HexFormat.of().parseHex(key[1]));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        join(HexFormat.of().parseHex("302a300506032b6570032100"), Arrays.copyOfRange(typed, 1, 33)))));
        verifier.update(text.getBytes(UTF_8));
        assertThat(verifier.verify(Arrays.copyOfRange(signature, 4, signature.length)))
                .isTrue();
        String[] lines = text.split("\n");
        return new Head(lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }

    /** All hashes of a level, as many as a head of that size has there. */
    List<byte[]> hashes(int level, long size) {
        var hashes = new ArrayList<byte[]>();
        long count = size >> (8 * level);
        for (long tile = 0; tile * 256 < count; tile++) {
            byte[] bytes = bytes(level + "/" + name(tile, count));
            for (int i = 0; i < bytes.length; i += 32) {
                hashes.add(Arrays.copyOfRange(bytes, i, i + 32));
            }
        }
        assertThat(hashes).hasSize((int) count);
        return hashes;
    }

    /** What the leaves are of. */
    List<byte[]> entries(long size) {
        var entries = new ArrayList<byte[]>();
        for (long tile = 0; tile * 256 < size; tile++) {
            byte[] bytes = bytes("entries/" + name(tile, size));
            for (int i = 0; i < bytes.length; ) {
                int length = (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
                entries.add(Arrays.copyOfRange(bytes, i + 2, i + 2 + length));
                i += 2 + length;
            }
        }
        assertThat(entries).hasSize((int) size);
        return entries;
    }

    private byte[] bytes(String tile) {
        return given().auth()
                .oauth2(reader.sign())
                .get(LOG + "tile/" + tile)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String name(long tile, long count) {
        long width = Math.min(256, count - tile * 256);
        return "%03d".formatted(tile) + (width < 256 ? ".p/" + width : "");
    }

    /** The root of these leaves, by the definition of RFC 9162, section 2.1.1. */
    static byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int left = Integer.highestOneBit(hashes.size() - 1);
        return sha256(new byte[] {1}, root(hashes.subList(0, left)), root(hashes.subList(left, hashes.size())));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(join(parts));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
