package ma.balagh.verifier;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether, when and by whom the anchors were time-stamped. */
final class StampCheck {

    private final ContainerContents contents;
    private final List<AnchorFile> anchors;
    private final TrustAnchors trust;
    private final SignatureVerifier cryptography;
    private final VerificationReport report;
    private final Set<X509Certificate> judged = new HashSet<>();

    StampCheck(
            ContainerContents contents,
            List<AnchorFile> anchors,
            TrustAnchors trust,
            SignatureVerifier cryptography,
            VerificationReport report) {
        this.contents = contents;
        this.anchors = anchors;
        this.trust = trust;
        this.cryptography = cryptography;
        this.report = report;
    }

    void stamps() {
        for (AnchorFile anchor : anchors) {
            String name = anchor.stampName();
            if (contents.find(name).isEmpty()) {
                report.unknown(
                        BundleClaim.TIME_STAMPS,
                        FindingLocation.entry(anchor.name()),
                        "it was not time-stamped when this was exported");
                continue;
            }
            Optional<VerifiedTimeStamp> stamp = cryptography.stamp(contents.bytes(name), anchor.file());
            if (stamp.isEmpty()) {
                throw new MalformedBundleException(
                        FindingLocation.entry(name), "it is no sound time stamp over " + anchor.name());
            }
            report.pass(
                    BundleClaim.TIME_STAMPS,
                    "custody up to entry %d existed at %s"
                            .formatted(anchor.proof().sequence(), stamp.get().at()));
            if (judged.add(stamp.get().signer())) {
                trusted(name, stamp.get());
            }
        }
    }

    /** Once for each authority. A certificate that has run out between two stamps is no matter of trust. */
    private void trusted(String name, VerifiedTimeStamp stamp) {
        String authority = stamp.signer().getSubjectX500Principal().getName();
        if (cryptography.isTrusted(stamp, trust.authorities())) {
            report.pass(BundleClaim.TIME_STAMP_AUTHORITY, "you trust " + authority);
        } else {
            report.unknown(
                    BundleClaim.TIME_STAMP_AUTHORITY,
                    FindingLocation.entry(name),
                    "%s is no authority that you trust (--tsa-certificate): the time is as good as its word"
                            .formatted(authority));
        }
    }
}
