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

    private final Trust trust;
    private final Cryptography cryptography;

    public BundleVerifier(Trust trust, Cryptography cryptography) {
        this.trust = trust;
        this.cryptography = cryptography;
    }

    /**
     * Checks everything that can be checked, also after something failed.
     *
     * @throws IOException when the file cannot be read, which says nothing of it
     */
    public Report verify(InputStream file) throws IOException {
        var report = new Report();
        Contents contents = new ContainerReader(new BufferedInputStream(file), report).read();
        var keys = new Keys(contents, trust, cryptography);

        Manifest manifest = checked(report, Claim.DIGESTS, () -> Manifest.read(contents));
        if (manifest != null) {
            report.about(manifest.subject());
            var check = new ManifestCheck(contents, manifest, keys, report);
            checked(report, Claim.DIGESTS, check::digests);
            checked(report, Claim.MANIFEST_SIGNATURE, check::signature);
        }
        CustodyChain chain = checked(report, Claim.CUSTODY, () -> CustodyCheck.chain(contents, report));
        if (chain != null && manifest != null) {
            checked(report, Claim.ORIGINAL, () -> CustodyCheck.original(contents, manifest, chain, report));
        }
        anchors(contents, keys, chain, report);
        compartment(contents.part(COMPARTMENT), keys, manifest, report.part(COMPARTMENT));
        return report;
    }

    /** What internal affairs did with the evidence is a chain of its own, in their bundles alone. */
    private void compartment(Contents contents, Keys keys, @Nullable Manifest manifest, Report report) {
        if (contents.isEmpty()) {
            return;
        }
        CustodyChain chain = checked(report, Claim.CUSTODY, () -> CustodyCheck.chain(contents, report));
        if (chain != null && manifest != null) {
            checked(report, Claim.CUSTODY, () -> CustodyCheck.compartment(manifest, chain));
        }
        anchors(contents, keys, chain, report);
    }

    private void anchors(Contents contents, Keys keys, @Nullable CustodyChain chain, Report report) {
        List<AnchorFile> anchors = checked(report, Claim.ANCHOR_SIGNATURES, () -> AnchorFile.all(contents));
        if (anchors == null) {
            return;
        }
        if (anchors.isEmpty()) {
            report.unknown(Claim.ANCHOR_SIGNATURES, Place.WHOLE, "the bundle has no anchor");
            report.unknown(Claim.COVERAGE, Place.sequence(1), "no anchor covers the chain");
            return;
        }
        var check = new AnchorCheck(anchors, keys, report);
        checked(report, Claim.ANCHOR_SIGNATURES, check::signatures);
        checked(report, Claim.ANCHOR_ORDER, check::order);
        if (chain != null) {
            checked(report, Claim.INCLUSION, () -> check.inclusion(chain));
        }
        var stamps = new StampCheck(contents, anchors, trust, cryptography, report);
        checked(report, Claim.TIME_STAMPS, stamps::stamps);
    }

    private static void checked(Report report, Claim claim, Runnable check) {
        checked(report, claim, () -> {
            check.run();
            return true;
        });
    }

    /** Whatever a hostile bundle makes a check end with is a finding. */
    private static <T> @Nullable T checked(Report report, Claim claim, Supplier<T> check) {
        try {
            return check.get();
        } catch (Malformed fault) {
            report.fail(claim, fault.place(), fault.reason());
        } catch (RuntimeException hostile) {
            report.fail(
                    claim,
                    Place.WHOLE,
                    "it cannot be evaluated: " + hostile.getClass().getSimpleName());
        }
        return null;
    }
}
