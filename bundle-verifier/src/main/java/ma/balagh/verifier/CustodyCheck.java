package ma.balagh.verifier;

/** Whether the custody chain is shown whole, and begins with the bytes of the original. */
final class CustodyCheck {

    private CustodyCheck() {}

    /** @throws Malformed at the first entry that breaks the chain */
    static CustodyChain chain(Contents contents, Report report) {
        CustodyChain chain = contents.chain(BundleVerifier.CUSTODY);
        report.pass(Claim.CUSTODY, "%d entries".formatted(chain.length()));
        if (chain.commitments() == 0) {
            report.pass(Claim.CUSTODY_SHOWN, "every entry is shown");
        }
        for (int sequence : chain.firstCommitments()) {
            report.unknown(
                    Claim.CUSTODY_SHOWN,
                    Place.sequence(sequence),
                    "who exported this may not see it; its hash stands for it");
        }
        int others = chain.commitments() - chain.firstCommitments().size();
        if (others > 0) {
            report.unknown(Claim.CUSTODY_SHOWN, Place.WHOLE, "the same holds for %d more entries".formatted(others));
        }
        return chain;
    }

    /** @throws Malformed when the bytes are others than those that were secured */
    static void original(Contents contents, Manifest manifest, CustodyChain chain, Report report) {
        Contents.Entry original = contents.find(manifest.original())
                .orElseThrow(() -> new Malformed(Place.entry(manifest.original()), "it is missing"));
        var place = Place.offset(original.name(), original.offset());
        if (!original.sha256().equals(manifest.sha256()) || original.size() != manifest.size()) {
            throw new Malformed(place, "it is not the evidence that the manifest describes");
        }
        if (!chain.evidenceId().equals(manifest.subject().evidenceId())) {
            throw new Malformed(Place.sequence(1), "the chain is that of another evidence");
        }
        CustodyChain.Entry first = chain.first();
        if (!first.action().equals("SECURED") && !first.action().isEmpty()) {
            throw new Malformed(Place.sequence(1), "the chain does not begin with SECURED");
        }
        if (!first.shown()) {
            report.unknown(
                    Claim.ORIGINAL,
                    Place.sequence(1),
                    "who exported this may not see what was secured; the manifest alone names the digest");
            return;
        }
        if (!first.detail().text("sha256").equals(original.sha256())
                || !first.detail().text("size").equals(Long.toString(original.size()))) {
            throw new Malformed(place, "its digest or size is not the one that custody entry 1 has");
        }
        report.pass(Claim.ORIGINAL, "SHA-256 " + original.sha256());
    }

    /** @throws Malformed when the compartment's chain is that of another evidence */
    static void compartment(Manifest manifest, CustodyChain chain) {
        CustodyChain.Entry first = chain.first();
        if (!first.shown()
                || !first.detail().text("evidenceId").equals(manifest.subject().evidenceId())) {
            throw new Malformed(Place.sequence(1), "the chain is that of another evidence");
        }
    }
}
