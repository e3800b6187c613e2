package ma.balagh.verifier;

/** Whether the custody chain is shown whole, and begins with the bytes of the original. */
final class CustodyCheck {

    private CustodyCheck() {}

    /** @throws MalformedBundleException at the first entry that breaks the chain */
    static CustodyChain chain(ContainerContents contents, VerificationReport report) {
        CustodyChain chain = contents.chain(BundleVerifier.CUSTODY);
        report.pass(BundleClaim.CUSTODY, "%d entries".formatted(chain.length()));
        if (chain.commitments() == 0) {
            report.pass(BundleClaim.CUSTODY_SHOWN, "every entry is shown");
        }
        for (int sequence : chain.firstCommitments()) {
            report.unknown(
                    BundleClaim.CUSTODY_SHOWN,
                    FindingLocation.sequence(sequence),
                    "who exported this may not see it; its hash stands for it");
        }
        int others = chain.commitments() - chain.firstCommitments().size();
        if (others > 0) {
            report.unknown(
                    BundleClaim.CUSTODY_SHOWN,
                    FindingLocation.WHOLE,
                    "the same holds for %d more entries".formatted(others));
        }
        return chain;
    }

    /** @throws MalformedBundleException when the bytes are others than those that were secured */
    static void original(
            ContainerContents contents, BundleManifest manifest, CustodyChain chain, VerificationReport report) {
        ContainerContents.Entry original = contents.find(manifest.original())
                .orElseThrow(() ->
                        new MalformedBundleException(FindingLocation.entry(manifest.original()), "it is missing"));
        var place = FindingLocation.offset(original.name(), original.offset());
        if (!original.sha256().equals(manifest.sha256()) || original.size() != manifest.size()) {
            throw new MalformedBundleException(place, "it is not the evidence that the manifest describes");
        }
        if (!chain.evidenceId().equals(manifest.subject().evidenceId())) {
            throw new MalformedBundleException(FindingLocation.sequence(1), "the chain is that of another evidence");
        }
        CustodyChain.Entry first = chain.first();
        if (!first.action().equals("SECURED") && !first.action().isEmpty()) {
            throw new MalformedBundleException(FindingLocation.sequence(1), "the chain does not begin with SECURED");
        }
        if (!first.shown()) {
            report.unknown(
                    BundleClaim.ORIGINAL,
                    FindingLocation.sequence(1),
                    "who exported this may not see what was secured; the manifest alone names the digest");
            return;
        }
        if (!first.detail().text("sha256").equals(original.sha256())
                || !first.detail().text("size").equals(Long.toString(original.size()))) {
            throw new MalformedBundleException(place, "its digest or size is not the one that custody entry 1 has");
        }
        report.pass(BundleClaim.ORIGINAL, "SHA-256 " + original.sha256());
    }

    /** @throws MalformedBundleException when the compartment's chain is that of another evidence */
    static void compartment(BundleManifest manifest, CustodyChain chain) {
        CustodyChain.Entry first = chain.first();
        if (!first.shown()
                || !first.detail().text("evidenceId").equals(manifest.subject().evidenceId())) {
            throw new MalformedBundleException(FindingLocation.sequence(1), "the chain is that of another evidence");
        }
    }
}
