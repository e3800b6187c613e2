package ma.balagh.intake.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ma.balagh.audit.transparency.CanonicalJsonWriter;
import ma.balagh.intake.custody.CustodyEntry;
import ma.balagh.intake.evidence.Evidence;
import ma.balagh.intake.evidence.Sha256Digest;

/** What a bundle consists of: digest and size of every other entry, of which evidence, made by whom, when and why. */
final class BundleManifestWriter {

    /** Who makes a bundle, when and why. */
    record Export(Instant at, String by, String purpose) {}

    private record Content(String sha256, long size) {}

    private final Evidence evidence;
    private final String originalName;
    private final Export export;
    private final String keyId;
    private final SortedMap<String, Content> contents = new TreeMap<>();

    BundleManifestWriter(Evidence evidence, String originalName, Export export, String keyId) {
        this.evidence = evidence;
        this.originalName = originalName;
        this.export = export;
        this.keyId = keyId;
        contents.put(originalName, new Content(evidence.digest().hex(), evidence.size()));
    }

    void add(String name, byte[] bytes) {
        MessageDigest sha256 = Sha256Digest.algorithm();
        add(name, HexFormat.of().formatHex(sha256.digest(bytes)), bytes.length);
    }

    void add(String name, String sha256, long size) {
        contents.put(name, new Content(sha256, size));
    }

    /** Canonical JSON. */
    byte[] file() {
        return new CanonicalJsonWriter()
                .member("entries", entries())
                .member(
                        "evidence",
                        new CanonicalJsonWriter()
                                .member("id", evidence.id().toString())
                                .member("mediaType", evidence.mediaType())
                                .member("original", originalName)
                                .member("receivedAt", CustodyEntry.time(evidence.receivedAt()))
                                .member("securedAt", CustodyEntry.time(evidence.securedAt()))
                                .member("sha256", evidence.digest().hex())
                                .member("size", evidence.size()))
                .member(
                        "exported",
                        new CanonicalJsonWriter()
                                .member("at", CustodyEntry.time(export.at()))
                                .member("by", export.by())
                                .member("purpose", export.purpose()))
                .member("format", "balagh-bundle/1")
                .member("keyId", keyId)
                .end()
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<CanonicalJsonWriter> entries() {
        var entries = new ArrayList<CanonicalJsonWriter>();
        for (Map.Entry<String, Content> content : contents.entrySet()) {
            entries.add(new CanonicalJsonWriter()
                    .member("name", content.getKey())
                    .member("sha256", content.getValue().sha256())
                    .member("size", content.getValue().size()));
        }
        return entries;
    }
}
