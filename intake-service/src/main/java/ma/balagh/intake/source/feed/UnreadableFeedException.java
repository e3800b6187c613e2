package ma.balagh.intake.source.feed;

/** A document from which no items can be read. The message tells a person what is wrong with it, and where. */
public final class UnreadableFeedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The kinds of trouble. */
    public enum Trouble {
        /** Larger than {@link FeedReader#MAX_BYTES}. */
        TOO_LARGE,
        /** Nothing, or nothing but white space. */
        EMPTY,
        /** A web page stands where the feed should: moved, asks for a login, or an error page. */
        WEB_PAGE,
        /** Another kind of document. */
        NO_FEED,
        /** A feed that ends before its first whole item. */
        CUT,
        /** A feed of JSON that breaks its rules before the end of the first item. */
        MALFORMED
    }

    private final Trouble trouble;

    UnreadableFeedException(Trouble trouble, String message) {
        super(message);
        this.trouble = trouble;
    }

    UnreadableFeedException(Trouble trouble, String message, Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
