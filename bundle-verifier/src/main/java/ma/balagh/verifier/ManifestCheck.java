package ma.balagh.verifier;

import java.util.Set;

/** Whether the entries are those of the manifest, and the manifest the one that was signed. */
final class ManifestCheck {

    private static final Set<String> UNLISTED = Set.of(BundleVerifier.MANIFEST, BundleVerifier.MANIFEST_SIGNATURE);

    private final Contents contents;
    private final Manifest manifest;
    private final Keys keys;
    private final Report report;

    ManifestCheck(Contents contents, Manifest manifest, Keys keys, Report report) {
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
                                        Claim.DIGESTS,
                                        Place.entry(name),
                                        "the manifest lists it, but it is not there")));
        for (Contents.Entry entry : contents.all().values()) {
            if (!UNLISTED.contains(entry.name()) && !manifest.listed().containsKey(entry.name())) {
                report.fail(Claim.DIGESTS, Place.offset(entry.name(), entry.offset()), "the manifest does not list it");
            }
        }
        if (!report.hasFailed(Claim.DIGESTS)) {
            report.pass(Claim.DIGESTS, "%d entries".formatted(manifest.listed().size()));
        }
    }

    void signature() {
        var place = Place.entry(BundleVerifier.MANIFEST_SIGNATURE);
        keys.requireSigned(
                manifest.keyId(),
                contents.bytes(BundleVerifier.MANIFEST),
                contents.bytes(BundleVerifier.MANIFEST_SIGNATURE),
                place);
        report.pass(Claim.MANIFEST_SIGNATURE, "by the key " + manifest.keyId());
        if (keys.isTrusted(manifest.keyId())) {
            report.pass(Claim.MANIFEST_SIGNER, "you trust this key");
        } else {
            report.unknown(
                    Claim.MANIFEST_SIGNER,
                    place,
                    "the key came with the bundle and is none that you trust (--key): this shows that nothing was"
                            + " changed since it signed, not whose key it is");
        }
    }

    private void compare(Contents.Entry entry, Manifest.Listed listed) {
        if (entry.size() != listed.size() || !entry.sha256().equals(listed.sha256())) {
            report.fail(
                    Claim.DIGESTS,
                    Place.offset(entry.name(), entry.offset()),
                    "its bytes %d to %d are not those that the manifest lists"
                            .formatted(entry.offset(), entry.offset() + entry.size() - 1));
        }
    }
}
