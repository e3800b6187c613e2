package ma.balagh.analysis.rendition;

import java.util.Locale;

/** What a rendition is for. A method whose results change gets a new version. */
enum RenditionKind {
    /** All of it, for browsers. */
    PLAYABLE(1, 1),
    /** What is hidden from all who are not of the agency. */
    REDACTED(1, 2),
    /** One picture for those who are sent, redacted. */
    STILL(1, 0);

    private final int version;
    private final int urgency;

    RenditionKind(int version, int urgency) {
        this.version = version;
        this.urgency = urgency;
    }

    /** Stable, such as {@code rendition.playable}. */
    String method() {
        return "rendition." + name().toLowerCase(Locale.ROOT);
    }

    String version() {
        return Integer.toString(version);
    }

    /** Somebody sits before a player that shows nothing yet. */
    int urgency() {
        return urgency;
    }
}
