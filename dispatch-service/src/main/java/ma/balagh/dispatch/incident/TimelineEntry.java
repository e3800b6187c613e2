package ma.balagh.dispatch.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an incident.
 *
 * @param at when it happened
 * @param by who told it: a user name, or {@code balagh} for what followed by itself
 * @param callSign the unit that it is about
 */
record TimelineEntry(
        Kind kind,
        Instant at,
        String by,
        @Nullable String callSign,
        @Nullable String note) {

    /** Who opens incidents: no person, but the verdict that two people reached. */
    static final String BY_ITSELF = "balagh";

    enum Kind {
        OPENED,
        ASSIGNED,
        ACKNOWLEDGED,
        EN_ROUTE,
        ON_SCENE,
        CLEARED,
        RESOLVED,
        REFERRED
    }
}
