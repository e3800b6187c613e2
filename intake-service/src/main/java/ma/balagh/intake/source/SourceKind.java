package ma.balagh.intake.source;

import ma.balagh.contracts.intake.Channel;

/** How a source tells what it publishes. */
public enum SourceKind {
    RSS(Channel.PRESS),
    ATOM(Channel.PRESS),
    JSON_FEED(Channel.PRESS),
    /** A tag's timeline of Mastodon's REST interface. */
    MASTODON_TAG(Channel.SOCIAL),
    /** It tells us; all others are polled. */
    WEBHOOK(Channel.PARTNER);

    private final Channel channel;

    SourceKind(Channel channel) {
        this.channel = channel;
    }

    /** The way by which its reports come in. */
    public Channel channel() {
        return channel;
    }

    public boolean isPolled() {
        return this != WEBHOOK;
    }
}
