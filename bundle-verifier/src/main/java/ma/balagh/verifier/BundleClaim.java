package ma.balagh.verifier;

import java.util.Locale;

/** The claims of a bundle, in the order in which they are checked. */
public enum BundleClaim {
    CONTAINER("the file has the form of a bundle, and every byte of it is accounted for"),
    DIGESTS("every entry is the one that the manifest lists"),
    MANIFEST_SIGNATURE("the manifest is as it was signed"),
    MANIFEST_SIGNER("who signed the manifest is somebody you trust"),
    CUSTODY("each custody entry follows from the one before"),
    CUSTODY_SHOWN("every custody entry is shown whole"),
    ORIGINAL("the original is what was secured"),
    ANCHOR_SIGNATURES("the anchors are as they were signed"),
    ANCHOR_SIGNER("who signed the anchors is somebody you trust"),
    ANCHOR_ORDER("each anchor continues the one before"),
    INCLUSION("the custody chain is in the journal of the anchors"),
    COVERAGE("the anchors cover the whole custody chain"),
    TIME_STAMPS("the anchors were time-stamped"),
    TIME_STAMP_AUTHORITY("who stamped the time is somebody you trust");

    private final String meaning;

    BundleClaim(String meaning) {
        this.meaning = meaning;
    }

    /** What is claimed, in words. */
    public String meaning() {
        return meaning;
    }

    /** As it is printed: lower case, with dashes. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
