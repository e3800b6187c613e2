package ma.balagh.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** Custody chains of any length, and a bundle around one, signed with the published key of the local platform. */
final class LongChain {

    static final String EVIDENCE = "019ab000-0000-7000-8000-000000000001";

    private static final String AT = "2026-01-02T03:04:05.600Z";

    private LongChain() {}

    /** @param hidden sequences of the entries that are there by their hash alone */
    static String custody(List<String> actions, Set<Integer> hidden) {
        var items = new ArrayList<String>();
        String previous = "0".repeat(64);
        for (int sequence = 1; sequence <= actions.size(); sequence++) {
            String hash = hash(EVIDENCE, actions.get(sequence - 1), "{}", previous, sequence);
            String links =
                    "\"hash\":\"%s\",\"previousHash\":\"%s\",\"sequence\":%d}".formatted(hash, previous, sequence);
            items.add((hidden.contains(sequence)
                            ? "{"
                            : "{\"action\":\"%s\",\"actor\":\"a\",\"at\":\"%s\",\"detail\":{},"
                                    .formatted(actions.get(sequence - 1), AT))
                    + links);
            previous = hash;
        }
        return head(EVIDENCE) + String.join(",", items) + "]}";
    }

    /** A bundle without anchors, whose chain has so many entries; the original's is the first. */
    static void bundle(Path file, int entries) throws IOException {
        var forgery = new Forgery();
        Path custody = Files.createTempFile(file.getParent(), "custody", ".json");
        var crc = new CRC32();
        var sha256 = Sha256Hasher.start();
        try (var out =
                new BufferedOutputStream(new CheckedOutputStream(Files.newOutputStream(custody), crc), 1 << 16)) {
            write(forgery, entries, new DigestOutputStream(out, sha256));
        }
        long size = Files.size(custody);
        var listed = new ArrayList<Object>();
        var contents = new TreeMap<String, byte[]>();
        for (String name : forgery.names()) {
            if (!name.startsWith("anchors/") && !name.startsWith("authorities/") && !name.startsWith("manifest.")) {
                contents.put(name, forgery.get(name));
                boolean isCustody = name.equals(BundleVerifier.CUSTODY);
                listed.add(Map.of(
                        "name",
                        name,
                        "sha256",
                        isCustody ? HexFormat.of().formatHex(sha256.digest()) : Sha256Hasher.hex(forgery.get(name)),
                        "size",
                        isCustody ? size : (long) forgery.get(name).length));
            }
        }
        Map<String, Object> manifest = forgery.json(BundleVerifier.MANIFEST).members();
        manifest.put("entries", listed);
        byte[] signed = CanonicalJsonObject.canonical(manifest);
        contents.put(BundleVerifier.MANIFEST, signed);
        contents.put(BundleVerifier.MANIFEST_SIGNATURE, Forgery.sign(Forgery.agency(), signed));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            zip(contents, custody, size, (int) crc.getValue(), out);
        }
        Files.delete(custody);
    }

    private static void zip(TreeMap<String, byte[]> contents, Path custody, long size, int crc, OutputStream out)
            throws IOException {
        var headers = new ArrayList<StoredFormVerifier.Header>();
        long offset = 0;
        for (Map.Entry<String, byte[]> each : contents.entrySet()) {
            boolean isCustody = each.getKey().equals(BundleVerifier.CUSTODY);
            var crcOfSmall = new CRC32();
            crcOfSmall.update(each.getValue());
            var header = isCustody
                    ? new StoredFormVerifier.Header(each.getKey(), size, crc, offset)
                    : new StoredFormVerifier.Header(
                            each.getKey(), each.getValue().length, (int) crcOfSmall.getValue(), offset);
            headers.add(header);
            byte[] local = StoredFormVerifier.local(header);
            out.write(local);
            if (isCustody) {
                Files.copy(custody, out);
            } else {
                out.write(each.getValue());
            }
            offset += local.length + header.size();
        }
        out.write(StoredFormVerifier.directory(headers, offset));
    }

    private static void write(Forgery forgery, int entries, OutputStream out) throws IOException {
        CanonicalJsonObject chain = forgery.json(BundleVerifier.CUSTODY);
        String evidence = chain.text("evidenceId");
        CanonicalJsonObject secured = chain.objects("items").getFirst();
        String detail = new String(secured.object("detail").canonical(), UTF_8);
        out.write(head(evidence).getBytes(UTF_8));
        String previous = "0".repeat(64);
        for (int sequence = 1; sequence <= entries; sequence++) {
            String action = sequence == 1 ? "SECURED" : "CONSULTED";
            String shown = sequence == 1 ? detail : "{}";
            String hash = hash(evidence, action, shown, previous, sequence);
            out.write(((sequence == 1 ? "" : ",") + "{\"action\":\"" + action + "\",\"actor\":\"a\",\"at\":\"" + AT
                            + "\",\"detail\":" + shown + ",\"hash\":\"" + hash + "\",\"previousHash\":\"" + previous
                            + "\",\"sequence\":" + sequence + "}")
                    .getBytes(UTF_8));
            previous = hash;
        }
        out.write("]}".getBytes(UTF_8));
    }

    private static String head(String evidence) {
        return "{\"evidenceId\":\"" + evidence + "\",\"format\":\"balagh-custody-chain/2\",\"items\":[";
    }

    private static String hash(String evidence, String action, String detail, String previous, int sequence) {
        return Sha256Hasher.hex(("{\"action\":\"" + action + "\",\"actor\":\"a\",\"at\":\"" + AT + "\",\"detail\":"
                        + detail
                        + ",\"evidenceId\":\"" + evidence + "\",\"format\":\"balagh-custody/1\",\"previousHash\":\""
                        + previous + "\",\"sequence\":" + sequence + "}")
                .getBytes(UTF_8));
    }
}
