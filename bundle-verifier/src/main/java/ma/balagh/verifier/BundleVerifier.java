package ma.balagh.verifier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bundle from its bytes alone, as {@code docs/custody-chain.md} describes it. Reads the file once from its first
 * byte to its last; unpacks nothing; holds no more in memory than the small entries and one custody entry. May be used
 * by several threads.
 */
public final class BundleVerifier {

    static final String CUSTODY = "custody.json";
    static final String COMPARTMENT = "compartment/";
    static final String MANIFEST = "manifest.json";
    static final String MANIFEST_SIGNATURE = "manifest.sig";

    private final TrustAnchors trust;
    private final SignatureVerifier cryptography;

    public BundleVerifier(TrustAnchors trust, SignatureVerifier cryptography) {
        this.trust = trust;
        this.cryptography = cryptography;
    }

    /**
     * Checks everything that can be checked, also after something failed.
     *
     * @throws IOException when the file cannot be read, which says nothing of it
     */
    public VerificationReport verify(InputStream file) throws IOException {
        var report = new VerificationReport();
        verify(file, report);
        return report;
    }

    /** The same of a bundle that is a part of something. */
    void verify(InputStream file, VerificationReport report) throws IOException {
        ContainerContents contents = ContainerReader.read(new BufferedInputStream(file), report);
        var keys = new PublicKeySet(contents, trust, cryptography);

        BundleManifest manifest = checked(report, BundleClaim.DIGESTS, () -> BundleManifest.read(contents));
        if (manifest != null) {
            report.about(manifest.subject());
            var check = new ManifestCheck(contents, manifest, keys, report);
            checked(report, BundleClaim.DIGESTS, check::digests);
            checked(report, BundleClaim.MANIFEST_SIGNATURE, check::signature);
        }
        CustodyChain chain = checked(report, BundleClaim.CUSTODY, () -> CustodyCheck.chain(contents, report));
        if (chain != null && manifest != null) {
            checked(report, BundleClaim.ORIGINAL, () -> CustodyCheck.original(contents, manifest, chain, report));
        }
        anchors(contents, keys, chain, report);
        compartment(contents.part(COMPARTMENT), keys, manifest, report.part(COMPARTMENT));
    }

    /** What internal affairs did with the evidence is a chain of its own, in their bundles alone. */
    private void compartment(
            ContainerContents contents,
            PublicKeySet keys,
            @Nullable BundleManifest manifest,
            VerificationReport report) {
        if (contents.isEmpty()) {
            return;
        }
        CustodyChain chain = checked(report, BundleClaim.CUSTODY, () -> CustodyCheck.chain(contents, report));
        if (chain != null && manifest != null) {
            checked(report, BundleClaim.CUSTODY, () -> CustodyCheck.compartment(manifest, chain));
        }
        anchors(contents, keys, chain, report);
    }

    private void anchors(
            ContainerContents contents, PublicKeySet keys, @Nullable CustodyChain chain, VerificationReport report) {
        List<AnchorFile> anchors = checked(report, BundleClaim.ANCHOR_SIGNATURES, () -> AnchorFile.all(contents));
        if (anchors == null) {
            return;
        }
        if (anchors.isEmpty()) {
            report.unknown(BundleClaim.ANCHOR_SIGNATURES, FindingLocation.WHOLE, "the bundle has no anchor");
            report.unknown(BundleClaim.COVERAGE, FindingLocation.sequence(1), "no anchor covers the chain");
            return;
        }
        var check = new AnchorCheck(anchors, keys, report);
        checked(report, BundleClaim.ANCHOR_SIGNATURES, check::signatures);
        checked(report, BundleClaim.ANCHOR_ORDER, check::order);
        if (chain != null) {
            checked(report, BundleClaim.INCLUSION, () -> check.inclusion(chain));
        }
        var stamps = new StampCheck(contents, anchors, trust, cryptography, report);
        checked(report, BundleClaim.TIME_STAMPS, stamps::stamps);
    }

    private static void checked(VerificationReport report, BundleClaim claim, Runnable check) {
        checked(report, claim, () -> {
            check.run();
            return true;
        });
    }

    /** Whatever a hostile bundle makes a check end with is a finding. */
    private static <T> @Nullable T checked(VerificationReport report, BundleClaim claim, Supplier<T> check) {
        try {
            return check.get();
        } catch (MalformedBundleException fault) {
            report.fail(claim, fault.place(), fault.reason());
        } catch (RuntimeException hostile) {
            report.fail(
                    claim,
                    FindingLocation.WHOLE,
                    "it cannot be evaluated: " + hostile.getClass().getSimpleName());
        }
        return null;
    }
}
