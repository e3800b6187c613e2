package ma.balagh.analysis.credentials;

import static ma.balagh.analysis.credentials.Asn1.joined;
import static ma.balagh.analysis.credentials.CborBytes.ordered;
import static ma.balagh.analysis.credentials.MediumContainer.BOX;
import static ma.balagh.analysis.credentials.MediumContainer.PICTURE;
import static ma.balagh.analysis.credentials.MediumContainer.box;
import static ma.balagh.analysis.credentials.MediumContainer.superbox;
import static ma.balagh.analysis.credentials.MediumContainer.uuid;

import java.nio.ByteBuffer;
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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ma.balagh.analysis.credentials.MediumContainer.Parts;

/**
 * A small medium that signs itself: what a camera with content credentials would write. Lengths do not depend on values,
 * so that a first round finds out where the store stands, and a second one digests and signs.
 */
final class SignedMedium {

    private static final String MANIFEST = "urn:uuid:00000000-1111-2222-3333-444444444444";
    private static final String EARLIER = "urn:uuid:00000000-1111-2222-3333-555555555555";

    private final ThrowAwaySigner signer;
    private ThrowAwaySigner certified;
    private String sourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";
    private String metadata = "";
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

    /** In JSON. */
    SignedMedium metadata(String json) {
        metadata = json;
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
        return signed("c2pa.hash.data", MediumContainer::jpeg, this::dataHash);
    }

    byte[] jpegByParts() {
        return signed(
                "c2pa.hash.boxes",
                MediumContainer::jpeg,
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
        return signed("c2pa.hash.data", MediumContainer::png, this::dataHash);
    }

    byte[] webp() {
        return signed("c2pa.hash.data", MediumContainer::webp, this::dataHash);
    }

    byte[] mp4(String binding) {
        return signed(
                binding, MediumContainer::mp4, file -> boxHash(binding, "/moov/trak/mdia/minf/stbl/stco", 4, file));
    }

    byte[] heic(String binding) {
        return signed(binding, MediumContainer::heic, file -> boxHash(binding, "/meta/iloc", 14, file));
    }

    byte[] fragmented(String binding) {
        return signed(binding, MediumContainer::fragmented, file -> boxHash(binding, "/moof/traf/trun", 4, file));
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
        byte[][] copies = Collections.nCopies(stores, made.store()).toArray(byte[][]::new);
        return locate(new Parts(made.before(), joined(copies), made.after()));
    }

    private byte[] locate(Parts parts) {
        from = parts.before().length;
        to = from + parts.store().length;
        return joined(parts.before(), parts.store(), parts.after());
    }

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

    /** @param entries how many bytes of the table are left out, which are the last ones before the picture */
    private Object boxHash(String binding, String table, int entries, byte[] file) {
        var exclusions = new ArrayList<>(List.of(
                ordered("xpath", "/uuid", "data", List.of(ordered("offset", 8, "value", uuid(BOX)))),
                ordered("xpath", "/ftyp", "length", CborBytes.NULL),
                ordered("xpath", table, "subset", List.of(ordered("offset", 16, "length", 0)))));
        if (leavesOutPicture) {
            exclusions.add(ordered("xpath", "/mdat[1]"));
        }
        byte[] hash = new byte[32];
        if (file.length > 0) {
            int first = to;
            int mdat = file.length - 8 - PICTURE.length;
            boolean isMarked = !binding.equals("c2pa.hash.bmff");
            hash = sha256(
                    isMarked ? ByteBuffer.allocate(8).putLong(first).array() : new byte[0],
                    Arrays.copyOfRange(file, first, mdat - entries),
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
        if (!metadata.isEmpty()) {
            assertions.put("stds.iptc", box("json", metadata.getBytes(StandardCharsets.UTF_8)));
        }
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
            String kind = name.contains("thumbnail") ? "bidb" : name.startsWith("stds.") ? "json" : "cbor";
            byte[] box = superbox(kind, name, hostility.apply(content));
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
        var signature = new ClaimSignature(signer, certified, stampedAt, hasForeignPayload);
        return superbox(
                type,
                label,
                superbox("c2as", "c2pa.assertions", boxes.toArray(byte[][]::new)),
                superbox("c2cl", "c2pa.claim.v2", box("cbor", claim)),
                superbox("c2cs", "c2pa.signature", box("cbor", signature.of(claim))));
    }

    private static byte[] cbor(Object value) {
        return box("cbor", CborBytes.of(value));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(joined(parts));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
