package ma.balagh.verifier;

import java.util.Set;

/** Whether the entries are those of the manifest, and the manifest the one that was signed. */
final class ManifestCheck {

    private static final Set<String> UNLISTED = Set.of(BundleVerifier.MANIFEST, BundleVerifier.MANIFEST_SIGNATURE);

    private final ContainerContents contents;
    private final BundleManifest manifest;
    private final PublicKeySet keys;
    private final VerificationReport report;

    ManifestCheck(ContainerContents contents, BundleManifest manifest, PublicKeySet keys, VerificationReport report) {
        this.contents = contents;
        this.manifest = manifest;
        this.keys = keys;
        this.report = report;
    }

    void digests() {
        manifest.listed()
                .forEach((name, listed) -> contents.find(name)
                        .ifPresentOrElse(
                                entry -> compare(entry, listed),
                                () -> report.fail(
                                        BundleClaim.DIGESTS,
                                        FindingLocation.entry(name),
                                        "the manifest lists it, but it is not there")));
        for (ContainerContents.Entry entry : contents.all().values()) {
            if (!UNLISTED.contains(entry.name()) && !manifest.listed().containsKey(entry.name())) {
                report.fail(
                        BundleClaim.DIGESTS,
                        FindingLocation.offset(entry.name(), entry.offset()),
                        "the manifest does not list it");
            }
        }
        if (!report.hasFailed(BundleClaim.DIGESTS)) {
            report.pass(
                    BundleClaim.DIGESTS,
                    "%d entries".formatted(manifest.listed().size()));
        }
    }

    void signature() {
        var place = FindingLocation.entry(BundleVerifier.MANIFEST_SIGNATURE);
        keys.requireSigned(
                manifest.keyId(),
                contents.bytes(BundleVerifier.MANIFEST),
                contents.bytes(BundleVerifier.MANIFEST_SIGNATURE),
                place);
        report.pass(BundleClaim.MANIFEST_SIGNATURE, "by the key " + manifest.keyId());
        if (keys.isTrusted(manifest.keyId())) {
            report.pass(BundleClaim.MANIFEST_SIGNER, "you trust this key");
        } else {
            report.unknown(
                    BundleClaim.MANIFEST_SIGNER,
                    place,
                    "the key came with the bundle and is none that you trust (--key): this shows that nothing was"
                            + " changed since it signed, not whose key it is");
        }
    }

    private void compare(ContainerContents.Entry entry, BundleManifest.Listed listed) {
        if (entry.size() != listed.size() || !entry.sha256().equals(listed.sha256())) {
            report.fail(
                    BundleClaim.DIGESTS,
                    FindingLocation.offset(entry.name(), entry.offset()),
                    "its bytes %d to %d are not those that the manifest lists"
                            .formatted(entry.offset(), entry.offset() + entry.size() - 1));
        }
    }
}
