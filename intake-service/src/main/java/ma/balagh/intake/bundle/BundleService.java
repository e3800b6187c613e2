package ma.balagh.intake.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32;
import ma.balagh.contracts.file.StoredZipWriter;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import ma.balagh.http.Roles;
import ma.balagh.intake.anchor.AgencySigner;
import ma.balagh.intake.anchor.AnchorCoverageService;
import ma.balagh.intake.anchor.AnchorCoverageService.Covering;
import ma.balagh.intake.anchor.AnchorScheduler;
import ma.balagh.intake.evidence.Evidence;
import ma.balagh.intake.evidence.EvidenceExportService;
import ma.balagh.intake.evidence.Sha256Digest;

/** Writes bundles. The original and custody may be of any size and are streamed; all else is held in memory. */
@ApplicationScoped
class BundleService {

    private static final List<String> LANGUAGES = List.of("ar", "en", "fr");

    private final EvidenceExportService exports;
    private final AnchorScheduler anchoring;
    private final AnchorCoverageService anchors;
    private final AgencySigner signer;
    private final Clock clock;

    BundleService(
            EvidenceExportService exports,
            AnchorScheduler anchoring,
            AnchorCoverageService anchors,
            AgencySigner signer,
            Clock clock) {
        this.exports = exports;
        this.anchoring = anchoring;
        this.anchors = anchors;
        this.signer = signer;
        this.clock = clock;
    }

    /** Checks the original, records the export, anchors it, and puts the bundle together. */
    StoredZipWriter make(Evidence evidence, Caller caller, Purpose purpose) {
        long crc = exports.check(evidence);
        exports.record(evidence, caller, purpose);
        if (!caller.has(Roles.INTERNAL_AFFAIRS)) {
            // So that even the entry of this export is covered by an anchor. Those of internal affairs make none: the
            // list of anchors would show when.
            anchoring.now();
        }
        signer.remember();

        SortedMap<String, byte[]> files = new TreeMap<>();
        SortedMap<String, CustodyFileWriter> chains = new TreeMap<>();
        LANGUAGES.forEach(language -> files.put("README." + language + ".txt", readme(language)));
        add("", evidence.id(), caller, files, chains);
        exports.compartment(evidence, caller).ifPresent(chain -> add("compartment/", chain, caller, files, chains));
        files.put("keys/" + signer.keyId() + ".pem", signer.pem(signer.keyId()).getBytes(US_ASCII));

        String original = "original." + FileExtensionDetector.of(evidence.mediaType());
        var export = new BundleManifestWriter.Export(clock.instant(), caller.name(), purpose.text());
        var manifest = new BundleManifestWriter(evidence, original, export, signer.keyId());
        files.forEach(manifest::add);
        chains.forEach((name, chain) -> manifest.add(name, chain.sha256(), chain.size()));
        byte[] signed = manifest.file();
        files.put("manifest.json", signed);
        files.put("manifest.sig", signer.sign(signed));

        var entries = new ArrayList<StoredZipWriter.Entry>();
        files.forEach((name, content) -> entries.add(entry(name, content)));
        chains.forEach((name, chain) -> entries.add(chain.entry(name)));
        entries.add(new StoredZipWriter.Entry(original, evidence.size(), crc, out -> exports.write(evidence, out)));
        entries.sort(Comparator.comparing(StoredZipWriter.Entry::name));
        return new StoredZipWriter(entries);
    }

    private void add(
            String folder,
            UUID chainId,
            Caller caller,
            SortedMap<String, byte[]> files,
            SortedMap<String, CustodyFileWriter> chains) {
        // Before the chain: the chain may go on after its last anchor, but no anchor may know more than the chain.
        anchors.of(chainId).forEach(covering -> add(folder, files, covering));
        chains.put(folder + "custody.json", new CustodyFileWriter(exports.chain(chainId, caller)));
    }

    private void add(String folder, SortedMap<String, byte[]> files, Covering covering) {
        String name = folder + "anchors/" + covering.name();
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

    private static byte[] readme(String language) {
        try (InputStream text = BundleService.class.getResourceAsStream("README." + language + ".txt")) {
            if (text == null) {
                throw new IllegalStateException("the README in " + language + " is missing");
            }
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredZipWriter.Entry entry(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return new StoredZipWriter.Entry(name, content.length, crc.getValue(), out -> out.write(content));
    }

    private static byte[] pem(byte[] certificate) {
        return ("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(US_ASCII);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256Digest.algorithm().digest(bytes));
    }
}
