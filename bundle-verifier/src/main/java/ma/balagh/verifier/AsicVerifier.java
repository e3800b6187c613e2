package ma.balagh.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Checks a referral file (ASiC-E with CAdES, {@code docs/referral-file.md}) from its bytes alone: the signature and its time
 * stamp, every entry against what was signed, and each bundle of evidence in it as {@link BundleVerifier} does.
 */
public final class AsicVerifier {

    private static final int LOCAL_HEADER = 30;
    private static final String MANIFEST_START = "META-INF/ASiCManifest";

    private final TrustAnchors trust;
    private final SignatureVerifier cryptography;

    public AsicVerifier(TrustAnchors trust, SignatureVerifier cryptography) {
        this.trust = trust;
        this.cryptography = cryptography;
    }

    /** Whether the first bytes of the file say that it is an ASiC-E container. */
    public static boolean isContainer(Path file) throws IOException {
        var start = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file)) {
            start.write(in.readNBytes(LOCAL_HEADER + AsicContents.MIME_TYPE_ENTRY.length()));
        }
        byte[] name = AsicContents.MIME_TYPE_ENTRY.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = start.toByteArray();
        return bytes.length == LOCAL_HEADER + name.length
                && Arrays.equals(bytes, LOCAL_HEADER, bytes.length, name, 0, name.length);
    }

    /**
     * Checks everything that can be checked, also after something failed.
     *
     * @throws IOException when the file cannot be read, which says nothing of it
     */
    public VerificationReport verify(Path file) throws IOException {
        var report = new VerificationReport();
        try (AsicContents contents = AsicContents.open(file, report)) {
            if (contents != null) {
                signature(contents, report);
                for (String name : contents.parts()) {
                    if (name.startsWith("evidence/")) {
                        bundle(contents, name, report);
                    }
                }
            }
        } catch (MalformedBundleException fault) {
            report.fail(BundleClaim.CONTAINER, fault.place(), fault.reason());
        }
        return report;
    }

    private void bundle(AsicContents contents, String name, VerificationReport report) throws IOException {
        try (InputStream in = contents.stream(name)) {
            new BundleVerifier(trust, cryptography).verify(in, report.part(name + "/"));
        }
    }

    private void signature(AsicContents contents, VerificationReport report) throws IOException {
        try {
            String manifestName = contents.names().stream()
                    .filter(name -> name.startsWith(MANIFEST_START))
                    .reduce((one, other) -> {
                        throw new MalformedBundleException(FindingLocation.entry(other), "there is a second signature");
                    })
                    .orElseThrow(() -> new MalformedBundleException(FindingLocation.WHOLE, "it is not signed"));
            byte[] xml = contents.bytes(manifestName);
            AsicManifest manifest = AsicManifest.read(manifestName, xml);
            digests(contents, manifest, report);
            var signature = new CadesVerifier(cryptography).verify(contents.bytes(manifest.signature()), xml);
            if (signature.isEmpty()) {
                throw new MalformedBundleException(
                        FindingLocation.entry(manifest.signature()), "it is no signature of " + manifestName);
            }
            signer(signature.get(), manifest.signature(), report);
        } catch (MalformedBundleException fault) {
            report.fail(BundleClaim.MANIFEST_SIGNATURE, fault.place(), fault.reason());
        } catch (RuntimeException hostile) {
            report.fail(
                    BundleClaim.MANIFEST_SIGNATURE,
                    FindingLocation.WHOLE,
                    "it cannot be evaluated: " + hostile.getClass().getSimpleName());
        }
    }

    private static void digests(AsicContents contents, AsicManifest manifest, VerificationReport report) {
        for (String name : contents.parts()) {
            String signed = manifest.digests().get(name);
            if (signed == null) {
                report.fail(BundleClaim.DIGESTS, FindingLocation.entry(name), "it was not signed");
            } else if (!signed.equals(contents.sha256(name))) {
                report.fail(BundleClaim.DIGESTS, FindingLocation.entry(name), "it has another SHA-256 than was signed");
            }
        }
        manifest.digests().keySet().stream()
                .filter(name -> !contents.parts().contains(name))
                .forEach(name -> report.fail(
                        BundleClaim.DIGESTS, FindingLocation.WHOLE, "it lacks %s, which was signed".formatted(name)));
        if (!report.hasFailed(BundleClaim.DIGESTS)) {
            report.pass(
                    BundleClaim.DIGESTS,
                    "%d entries are as they were signed"
                            .formatted(manifest.digests().size()));
        }
    }

    private void signer(CadesVerifier.VerifiedSignature signature, String entry, VerificationReport report) {
        String name = signature.signer().getSubjectX500Principal().getName();
        String key = Sha256Hasher.hex(signature.signer().getPublicKey().getEncoded());
        report.pass(BundleClaim.MANIFEST_SIGNATURE, "signed by %s with the key %s".formatted(name, key));
        if (trust.keys().contains(key)) {
            report.pass(BundleClaim.MANIFEST_SIGNER, "you trust the key " + key);
        } else {
            report.unknown(
                    BundleClaim.MANIFEST_SIGNER,
                    FindingLocation.entry(entry),
                    "it shows that nothing was changed since, but not whose key %s is (--key)".formatted(key));
        }
        if (!signature.stamped()) {
            report.unknown(BundleClaim.TIME_STAMPS, FindingLocation.entry(entry), "the signature was not time-stamped");
        } else if (signature.stamp().isEmpty()) {
            report.fail(
                    BundleClaim.TIME_STAMPS,
                    FindingLocation.entry(entry),
                    "its time stamp is not one of this signature");
        } else {
            stamp(signature.stamp().get(), entry, report);
        }
    }

    private void stamp(VerifiedTimeStamp stamp, String entry, VerificationReport report) {
        String authority = stamp.signer().getSubjectX500Principal().getName();
        report.pass(BundleClaim.TIME_STAMPS, "the signature existed at " + stamp.at());
        if (cryptography.isTrusted(stamp, trust.authorities())) {
            report.pass(BundleClaim.TIME_STAMP_AUTHORITY, "you trust " + authority);
        } else {
            report.unknown(
                    BundleClaim.TIME_STAMP_AUTHORITY,
                    FindingLocation.entry(entry),
                    "%s is no authority that you trust (--tsa-certificate): the time is as good as its word"
                            .formatted(authority));
        }
    }
}
