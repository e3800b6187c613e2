package ma.balagh.verifier;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the anchors are signed, continue each other, and cover the custody chain. */
final class AnchorCheck {

    private static final String GENESIS = "0".repeat(64);

    private final List<AnchorFile> anchors;
    private final PublicKeySet keys;
    private final VerificationReport report;

    AnchorCheck(List<AnchorFile> anchors, PublicKeySet keys, VerificationReport report) {
        this.anchors = anchors;
        this.keys = keys;
        this.report = report;
    }

    void signatures() {
        for (AnchorFile anchor : anchors) {
            keys.requireSigned(
                    anchor.keyId(), anchor.statement(), anchor.signature(), FindingLocation.entry(anchor.name()));
        }
        report.pass(BundleClaim.ANCHOR_SIGNATURES, "%d anchors".formatted(anchors.size()));
        Map<String, AnchorFile> firstOfEachKey =
                anchors.stream().collect(Collectors.toMap(AnchorFile::keyId, anchor -> anchor, (one, two) -> one));
        firstOfEachKey.forEach((keyId, first) -> {
            if (keys.isTrusted(keyId)) {
                report.pass(BundleClaim.ANCHOR_SIGNER, "you trust the key " + keyId);
            } else {
                report.unknown(
                        BundleClaim.ANCHOR_SIGNER,
                        FindingLocation.entry(first.name()),
                        "the key %s is none that you trust (--key)".formatted(keyId));
            }
        });
    }

    void order() {
        AnchorFile before = null;
        for (AnchorFile anchor : anchors) {
            var place = FindingLocation.entry(anchor.name());
            if (anchor.number() == 1 && !anchor.previousHash().equals(GENESIS)) {
                throw new MalformedBundleException(place, "it is the first one and names another before it");
            }
            if (anchor.proof().consistentWith() != (before == null ? 0 : before.number())) {
                throw new MalformedBundleException(
                        FindingLocation.entry(anchor.proofName()), "it continues another anchor than the one before");
            }
            if (before != null) {
                continues(before, anchor);
            } else if (!anchor.proof().consistency().isEmpty()) {
                throw new MalformedBundleException(
                        FindingLocation.entry(anchor.proofName()), "it continues an anchor that is not there");
            }
            before = anchor;
        }
        report.pass(
                BundleClaim.ANCHOR_ORDER,
                "from number %d to %d"
                        .formatted(
                                anchors.getFirst().number(), anchors.getLast().number()));
    }

    private static void continues(AnchorFile before, AnchorFile anchor) {
        if (anchor.number() == before.number() + 1 && !anchor.previousHash().equals(Sha256Hasher.hex(before.file()))) {
            throw new MalformedBundleException(
                    FindingLocation.entry(anchor.name()), "it does not name the anchor before it");
        }
        if (!MerkleProofVerifier.continues(
                before.root(),
                before.size(),
                anchor.root(),
                anchor.size(),
                anchor.proof().consistency())) {
            throw new MalformedBundleException(
                    FindingLocation.entry(anchor.proofName()),
                    "its journal is no continuation of that of " + before.name());
        }
    }

    void inclusion(CustodyChain chain) {
        int covered = 0;
        for (AnchorFile anchor : anchors) {
            AnchorFile.Proof proof = anchor.proof();
            var place = FindingLocation.entry(anchor.proofName());
            if (!MerkleProofVerifier.includes(
                    anchor.root(), anchor.size(), proof.position(), leaf(proof), proof.inclusion())) {
                throw new MalformedBundleException(place, "what it proves is not in the anchor's journal");
            }
            if (!proof.evidenceId().equals(chain.evidenceId())) {
                throw new MalformedBundleException(place, "it proves the chain of another evidence");
            }
            if (proof.sequence() <= covered) {
                throw new MalformedBundleException(place, "it proves no more than the anchor before");
            }
            covered = proof.sequence();
            if (covered > chain.length()) {
                throw new MalformedBundleException(
                        FindingLocation.sequence(chain.length() + 1),
                        "%s shows that there was an entry %d".formatted(anchor.name(), covered));
            }
            if (!proof.hash().equals(chain.hashes().get(covered))) {
                throw new MalformedBundleException(
                        FindingLocation.sequence(covered),
                        "it is not the entry that %s covers".formatted(anchor.name()));
            }
        }
        report.pass(BundleClaim.INCLUSION, "in %d anchors".formatted(anchors.size()));
        if (covered == chain.length()) {
            report.pass(BundleClaim.COVERAGE, "all %d entries".formatted(covered));
        } else {
            report.unknown(
                    BundleClaim.COVERAGE,
                    FindingLocation.sequence(covered + 1),
                    "no anchor covers it and what follows; only the manifest's signature does");
        }
    }

    private static byte[] leaf(AnchorFile.Proof proof) {
        return MerkleProofVerifier.leaf(CanonicalJsonObject.canonical(Map.of(
                "evidenceId", proof.evidenceId(), "format", "balagh-leaf/1", "hash", proof.hash(), "sequence", (long)
                        proof.sequence())));
    }
}
