package ma.balagh.intake.source.feed;

/** What kind of document a feed is. */
public enum FeedKind {
    /** RSS 0.9x, 1.0 and 2.0. */
    RSS,
    /** Atom 1.0 (RFC 4287) and 0.3. */
    ATOM,
    /** JSON Feed 1.0 and 1.1. */
    JSON_FEED,
    /** An array of statuses of Mastodon's REST interface, as of a tag timeline. */
    MASTODON
}
