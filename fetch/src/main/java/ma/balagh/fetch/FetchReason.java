package ma.balagh.fetch;

/** Why a fetch failed, in a sentence for people. */
public sealed interface FetchReason permits RefusalReason, UnobtainableReason, TransientReason {

    /** An English sentence without what it is about. */
    String sentence();
}
