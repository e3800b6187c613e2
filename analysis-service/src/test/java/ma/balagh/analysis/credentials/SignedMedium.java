package ma.balagh.analysis.credentials;

import static ma.balagh.analysis.credentials.Asn1.joined;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * A small medium that signs itself: what a camera with content credentials would write. Lengths do not depend on values,
 * so that a first round finds out where the store stands, and a second one digests and signs.
 */
final class SignedMedium {

    private static final byte[] PICTURE =
            "a picture, as far as anybody here looks into it ".repeat(40).getBytes(StandardCharsets.US_ASCII);
    private static final String BOX = "d8fec3d6-1b0e-483c-9297-5828877ec481";
    private static final String MANIFEST = "urn:uuid:00000000-1111-2222-3333-444444444444";
    private static final String EARLIER = "urn:uuid:00000000-1111-2222-3333-555555555555";

    private final ThrowAwaySigner signer;
    private ThrowAwaySigner certified;
    private String sourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";
    private Instant stampedAt = Instant.MIN;
    private int thumbnail = 100;
    private boolean hasUndeclared;
    private boolean hasForeignPayload;
    private boolean leavesOutPicture;
    private boolean isUpdated;
    private UnaryOperator<byte[]> hostility = UnaryOperator.identity();
    private int stores = 1;

    /** Where the store stands in what was made last, with the headers around it. */
    private int from;

    private int to;

    SignedMedium(ThrowAwaySigner signer) {
        this.signer = signer;
        this.certified = signer;
    }

    SignedMedium certificateOf(ThrowAwaySigner other) {
        certified = other;
        return this;
    }

    SignedMedium sourceType(String type) {
        sourceType = type;
        return this;
    }

    SignedMedium stampedAt(Instant time) {
        stampedAt = time;
        return this;
    }

    SignedMedium thumbnail(int bytes) {
        thumbnail = bytes;
        return this;
    }

    SignedMedium withUndeclaredAssertion() {
        hasUndeclared = true;
        return this;
    }

    SignedMedium withPayloadOfSomethingElse() {
        hasForeignPayload = true;
        return this;
    }

    SignedMedium leavingOutThePicture() {
        leavesOutPicture = true;
        return this;
    }

    SignedMedium updated() {
        isUpdated = true;
        return this;
    }

    /** Does something to each assertion, and signs what comes out; lengths must stay. */
    SignedMedium hostile(UnaryOperator<byte[]> change) {
        hostility = change;
        return this;
    }

    SignedMedium withStores(int count) {
        stores = count;
        return this;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    byte[] jpeg() {
        return signed("c2pa.hash.data", SignedMedium::jpeg, this::dataHash);
    }

    byte[] jpegByParts() {
        return signed(
                "c2pa.hash.boxes",
                SignedMedium::jpeg,
                file -> Map.of(
                        "alg",
                        "sha256",
                        "boxes",
                        List.of(
                                part(List.of("SOI", "APP0"), Arrays.copyOf(file, from)),
                                part(List.of("C2PA"), new byte[0]),
                                part(List.of("DQT", "SOS", "EOI"), Arrays.copyOfRange(file, to, file.length)))));
    }

    byte[] png() {
        return signed("c2pa.hash.data", SignedMedium::png, this::dataHash);
    }

    byte[] webp() {
        return signed("c2pa.hash.data", SignedMedium::webp, this::dataHash);
    }

    byte[] mp4(String binding) {
        return signed(binding, SignedMedium::mp4, file -> boxHash(binding, file));
    }

    private byte[] signed(String binding, Function<byte[], Parts> container, Function<byte[], Object> hash) {
        from = 0;
        to = 0;
        byte[] first = store(binding, hash.apply(new byte[0]));
        byte[] file = locate(container.apply(first));
        byte[] store = store(binding, hash.apply(file));
        if (store.length != first.length) {
            throw new IllegalStateException("lengths depend on values");
        }
        Parts made = container.apply(isUpdated ? update(store) : store);
        byte[][] copies = Collections.nCopies(stores, made.store).toArray(byte[][]::new);
        return locate(new Parts(made.before, joined(copies), made.after));
    }

    private byte[] locate(Parts parts) {
        from = parts.before.length;
        to = from + parts.store.length;
        return joined(parts.before, parts.store, parts.after);
    }

    /** A medium: the store with the headers that its format puts before it, and what stands around. */
    private record Parts(byte[] before, byte[] store, byte[] after) {}

    private Object dataHash(byte[] file) {
        int end = leavesOutPicture && file.length > 0 ? to + 600 : to;
        return Map.of(
                "exclusions",
                List.of(ordered("start", from, "length", end - from)),
                "alg",
                "sha256",
                "hash",
                file.length == 0
                        ? new byte[32]
                        : sha256(Arrays.copyOf(file, from), Arrays.copyOfRange(file, end, file.length)),
                "pad",
                new byte[0]);
    }

    private Object part(List<String> names, byte[] bytes) {
        return Map.of("names", names, "hash", sha256(bytes), "pad", new byte[0]);
    }

    private Object boxHash(String binding, byte[] file) {
        var exclusions = new ArrayList<>(List.of(
                ordered("xpath", "/uuid", "data", List.of(ordered("offset", 8, "value", uuid(BOX)))),
                ordered("xpath", "/ftyp", "length", CborBytes.NULL),
                ordered(
                        "xpath",
                        "/moov/trak/mdia/minf/stbl/stco",
                        "subset",
                        List.of(ordered("offset", 16, "length", 0)))));
        if (leavesOutPicture) {
            exclusions.add(ordered("xpath", "/mdat[1]"));
        }
        byte[] hash = new byte[32];
        if (file.length > 0) {
            int moov = to;
            int mdat = file.length - 8 - PICTURE.length;
            boolean isMarked = !binding.equals("c2pa.hash.bmff");
            // the table's own entries are the last four bytes of moov
            hash = sha256(
                    isMarked ? ByteBuffer.allocate(8).putLong(moov).array() : new byte[0],
                    Arrays.copyOfRange(file, moov, mdat - 4),
                    isMarked && !leavesOutPicture
                            ? ByteBuffer.allocate(8).putLong(mdat).array()
                            : new byte[0],
                    leavesOutPicture ? new byte[0] : Arrays.copyOfRange(file, mdat, file.length));
        }
        return ordered("exclusions", exclusions, "alg", "sha256", "hash", hash);
    }

    private byte[] store(String binding, Object hash) {
        return superbox("c2pa", "c2pa", manifest(binding, hash));
    }

    private byte[] manifest(String binding, Object hash) {
        var assertions = new LinkedHashMap<String, byte[]>();
        assertions.put("c2pa.thumbnail.claim", box("bidb", new byte[thumbnail]));
        assertions.put(
                "c2pa.actions.v2",
                cbor(ordered("actions", List.of(ordered("action", "c2pa.created", "digitalSourceType", sourceType)))));
        assertions.put(binding, cbor(hash));
        return manifest("c2ma", MANIFEST, assertions);
    }

    /** The store with a second manifest, which says only that the first one is right. */
    private byte[] update(byte[] store) {
        byte[] manifest = Arrays.copyOfRange(store, 8 + 8 + 17 + 5, store.length);
        Object ingredient = ordered(
                "relationship",
                "parentOf",
                "activeManifest",
                ordered(
                        "url",
                        "self#jumbf=/c2pa/" + MANIFEST,
                        "hash",
                        sha256(Arrays.copyOfRange(manifest, 8, manifest.length))));
        var assertions = new LinkedHashMap<String, byte[]>();
        assertions.put("c2pa.ingredient.v3", cbor(ingredient));
        return superbox("c2pa", "c2pa", manifest, manifest("c2um", EARLIER, assertions));
    }

    private byte[] manifest(String type, String label, Map<String, byte[]> assertions) {
        var boxes = new ArrayList<byte[]>();
        var references = new ArrayList<>();
        assertions.forEach((name, content) -> {
            byte[] box = superbox(name.contains("thumbnail") ? "bidb" : "cbor", name, hostility.apply(content));
            boxes.add(box);
            references.add(ordered(
                    "url",
                    "self#jumbf=c2pa.assertions/" + name,
                    "hash",
                    sha256(Arrays.copyOfRange(box, 8, box.length))));
        });
        if (hasUndeclared) {
            boxes.add(superbox("cbor", "c2pa.metadata", cbor(Map.of())));
        }
        byte[] claim = CborBytes.of(ordered(
                "instanceID", "xmp:iid:1",
                "claim_generator_info", ordered("name", "Test Camera", "version", "2.0"),
                "signature", "self#jumbf=c2pa.signature",
                "created_assertions", references,
                "dc:title", "recording 12",
                "alg", "sha256"));
        return superbox(
                type,
                label,
                superbox("c2as", "c2pa.assertions", boxes.toArray(byte[][]::new)),
                superbox("c2cl", "c2pa.claim.v2", box("cbor", claim)),
                superbox("c2cs", "c2pa.signature", box("cbor", signature(claim))));
    }

    private byte[] signature(byte[] claim) {
        byte[] header = CborBytes.of(ordered(1, signer.algorithm.number, 33, certified.certificate()));
        byte[] payload = hasForeignPayload ? "another claim".getBytes(StandardCharsets.US_ASCII) : claim;
        byte[] signature = signer.sign(toBeSigned("Signature1", header, payload));
        Map<Object, Object> open = Map.of();
        if (!stampedAt.equals(Instant.MIN)) {
            byte[] stamped = toBeSigned("CounterSignature", header, shortest(2, signature));
            open = ordered(
                    "sigTst2",
                    ordered(
                            "tstTokens",
                            List.of(ordered(
                                    "val",
                                    padded(new ThrowAwaySigner(ThrowAwaySigner.Algorithm.ES256)
                                            .timeStamp(stamped, stampedAt))))));
        }
        return joined(
                new byte[] {(byte) 0xD2},
                CborBytes.of(List.of(header, open, hasForeignPayload ? payload : CborBytes.NULL, signature)));
    }

    /** A signature of ECDSA in DER is sometimes a byte or two shorter; what stands behind the token is not read. */
    private static byte[] padded(byte[] token) {
        return Arrays.copyOf(token, 1200);
    }

    private static byte[] toBeSigned(String context, byte[] header, byte[] payload) {
        return joined(
                new byte[] {(byte) 0x84},
                shortest(3, context.getBytes(StandardCharsets.US_ASCII)),
                shortest(2, header),
                shortest(2, new byte[0]),
                shortest(2, payload));
    }

    private static byte[] shortest(int kind, byte[] string) {
        byte[] head = string.length < 24
                ? new byte[] {(byte) (kind << 5 | string.length)}
                : string.length < 256
                        ? new byte[] {(byte) (kind << 5 | 24), (byte) string.length}
                        : new byte[] {(byte) (kind << 5 | 25), (byte) (string.length >> 8), (byte) string.length};
        return joined(head, string);
    }

    private static byte[] cbor(Object value) {
        return box("cbor", CborBytes.of(value));
    }

    private static byte[] superbox(String type, String label, byte[]... content) {
        byte[] about = joined(
                ascii(type),
                new byte[] {0, 0x11, 0, 0x10, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71, 3},
                ascii(label),
                new byte[1]);
        return box("jumb", box("jumd", about), joined(content));
    }

    static byte[] box(String name, byte[]... content) {
        byte[] joined = joined(content);
        return joined(ByteBuffer.allocate(4).putInt(8 + joined.length).array(), ascii(name), joined);
    }

    private static Parts jpeg(byte[] store) {
        return new Parts(
                joined(
                        new byte[] {-1, (byte) 0xD8},
                        segment(0xE0, "JFIF\0 and so on".getBytes(StandardCharsets.US_ASCII))),
                segments(store),
                joined(segment(0xDB, Arrays.copyOf(PICTURE, 64)), segment(0xDA, new byte[8]), PICTURE, new byte[] {
                    -1, (byte) 0xD9
                }));
    }

    private static byte[] segments(byte[] store) {
        var segments = new ByteArrayOutputStream();
        int number = 1;
        for (int at = 0; at < store.length; at += 60_000) {
            byte[] piece = Arrays.copyOfRange(store, at, Math.min(at + 60_000, store.length));
            segments.writeBytes(segment(
                    0xEB,
                    ascii("JP"),
                    new byte[] {2, 17},
                    ByteBuffer.allocate(4).putInt(number).array(),
                    number == 1 ? new byte[0] : Arrays.copyOf(store, 8),
                    piece));
            number++;
        }
        return segments.toByteArray();
    }

    static byte[] segment(int marker, byte[]... content) {
        byte[] joined = joined(content);
        return joined(
                new byte[] {-1, (byte) marker, (byte) (joined.length + 2 >> 8), (byte) (joined.length + 2)}, joined);
    }

    private static Parts png(byte[] store) {
        return new Parts(
                joined(new byte[] {(byte) 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A}, chunk("IHDR", new byte[13])),
                chunk("caBX", store),
                joined(chunk("IDAT", PICTURE), chunk("IEND")));
    }

    private static byte[] chunk(String name, byte[]... content) {
        byte[] joined = joined(content);
        var check = new CRC32();
        check.update(joined(ascii(name), joined));
        return joined(
                ByteBuffer.allocate(4).putInt(joined.length).array(),
                ascii(name),
                joined,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private static Parts webp(byte[] store) {
        byte[] chunk = riff("C2PA", Arrays.copyOf(store, store.length + store.length % 2));
        byte[] whole = riff("RIFF", joined(ascii("WEBP"), riff("VP8 ", PICTURE), chunk));
        return new Parts(Arrays.copyOf(whole, whole.length - chunk.length), chunk, new byte[0]);
    }

    private static byte[] riff(String name, byte[] content) {
        return joined(
                ascii(name),
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(content.length)
                        .array(),
                content);
    }

    private static Parts mp4(byte[] store) {
        byte[] brand = box("ftyp", ascii("isom"), new byte[4]);
        byte[] credentials = box("uuid", uuid(BOX), new byte[4], ascii("manifest\0"), new byte[8], store);
        int place = brand.length + credentials.length + moov(0).length + 8;
        return new Parts(brand, credentials, joined(moov(place), box("mdat", PICTURE)));
    }

    private static byte[] moov(int place) {
        byte[] table = box(
                "stco", ByteBuffer.allocate(12).putInt(4, 1).putInt(8, place).array());
        return box("moov", box("mvhd", new byte[100]), box("trak", box("mdia", box("minf", box("stbl", table)))));
    }

    private static byte[] uuid(String text) {
        UUID uuid = UUID.fromString(text);
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(joined(parts));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Object, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<>();
        for (int k = 0; k < keysAndValues.length; k += 2) {
            map.put(keysAndValues[k], keysAndValues[k + 1]);
        }
        return map;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
