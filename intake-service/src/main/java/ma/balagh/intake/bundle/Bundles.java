package ma.balagh.intake.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import ma.balagh.intake.anchor.AnchoredChain;
import ma.balagh.intake.anchor.AnchoredChain.Covering;
import ma.balagh.intake.anchor.Anchoring;
import ma.balagh.intake.anchor.Signer;
import ma.balagh.intake.custody.CanonicalJson;
import ma.balagh.intake.custody.CustodyEntry;
import ma.balagh.intake.evidence.CustodyView;
import ma.balagh.intake.evidence.Digest;
import ma.balagh.intake.evidence.Evidence;
import ma.balagh.intake.evidence.EvidenceExport;

/** Puts bundles together. All but the original is small and held in memory; the original is streamed. */
@ApplicationScoped
class Bundles {

    private static final List<String> LANGUAGES = List.of("ar", "en", "fr");

    private final EvidenceExport exports;
    private final Anchoring anchoring;
    private final AnchoredChain anchors;
    private final Signer signer;
    private final Clock clock;

    Bundles(EvidenceExport exports, Anchoring anchoring, AnchoredChain anchors, Signer signer, Clock clock) {
        this.exports = exports;
        this.anchoring = anchoring;
        this.anchors = anchors;
        this.signer = signer;
        this.clock = clock;
    }

    /** Checks the original, records the export, anchors it, and puts the bundle together. */
    StoredZip make(Evidence evidence, Caller caller, Purpose purpose) {
        long crc = exports.check(evidence);
        exports.record(evidence, caller, purpose);
        // So that even the entry of this export is covered by an anchor.
        anchoring.now();
        signer.remember();

        SortedMap<String, byte[]> files = new TreeMap<>();
        // Before the chain: the chain may go on after its last anchor, but no anchor may know more than the chain.
        anchors.of(evidence.id()).forEach(covering -> add(files, covering));
        LANGUAGES.forEach(language -> files.put("README." + language + ".txt", readme(language)));
        files.put("custody.json", custody(exports.custody(evidence, caller)));
        files.put("keys/" + signer.keyId() + ".pem", signer.pem(signer.keyId()).getBytes(US_ASCII));

        String original = "original." + FileEnding.of(evidence.mediaType());
        var export = new Manifest.Export(clock.instant(), caller.name(), purpose.text());
        var manifest = new Manifest(evidence, original, export, signer.keyId());
        files.forEach(manifest::add);
        byte[] signed = manifest.file();
        files.put("manifest.json", signed);
        files.put("manifest.sig", signer.sign(signed));

        var entries = new ArrayList<StoredZip.Entry>();
        files.forEach((name, content) -> entries.add(entry(name, content)));
        entries.add(new StoredZip.Entry(original, evidence.size(), crc, out -> exports.write(evidence, out)));
        return new StoredZip(entries);
    }

    private void add(SortedMap<String, byte[]> files, Covering covering) {
        String name = "anchors/" + covering.name();
        files.put(name + ".json", covering.anchor());
        files.put(name + ".proof.json", covering.proof());
        if (covering.stamp() != null) {
            files.put(name + ".tsr", covering.stamp());
        }
        files.computeIfAbsent(
                "keys/" + covering.keyId() + ".pem",
                missing -> signer.pem(covering.keyId()).getBytes(US_ASCII));
        for (byte[] certificate : covering.certificates()) {
            files.put("authorities/" + sha256(certificate) + ".pem", pem(certificate));
        }
    }

    private static byte[] custody(CustodyView chain) {
        List<CanonicalJson> items = chain.items().stream()
                .map(entry -> new CanonicalJson()
                        .member("action", entry.action().name())
                        .member("actor", entry.actor())
                        .member("at", CustodyEntry.time(entry.at()))
                        .member("detail", CanonicalJson.of(new TreeMap<>(entry.detail())))
                        .member("hash", entry.hash())
                        .member("previousHash", entry.previousHash())
                        .member("sequence", entry.sequence())
                        .member("withheld", entry.withheld()))
                .toList();
        return new CanonicalJson()
                .member("evidenceId", chain.evidenceId().toString())
                .member("format", "balagh-custody-chain/1")
                .member("items", items)
                .end()
                .getBytes(UTF_8);
    }

    private static byte[] readme(String language) {
        try (InputStream text = Bundles.class.getResourceAsStream("README." + language + ".txt")) {
            if (text == null) {
                throw new IllegalStateException("the README in " + language + " is missing");
            }
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredZip.Entry entry(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return new StoredZip.Entry(name, content.length, crc.getValue(), out -> out.write(content));
    }

    private static byte[] pem(byte[] certificate) {
        return ("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(US_ASCII);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Digest.algorithm().digest(bytes));
    }
}
