package ma.balagh.intake.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A medium that a report names by its address, or a page on which its media are looked for.
 *
 * @param reason why it is as it is, as a stable name; absent where there is nothing to say
 * @param detail the same for people
 * @param since when it came into this state
 * @param evidenceId what was obtained
 */
public record MediaLink(
        UUID id,
        Kind kind,
        String url,
        State state,
        @Nullable String reason,
        @Nullable String detail,
        Instant since,
        @Nullable UUID evidenceId) {

    /** What is thought to stand at the address. */
    public enum Kind {
        MEDIUM,
        /** A web page, read for the media that it shows; or, if it turns out to be one, a medium. */
        PAGE
    }

    /** Whether we have it. */
    public enum State {
        /** Still to be fetched: tried for ever. */
        TO_OBTAIN,
        OBTAINED,
        /** Only a person can help: by bringing the file, or by having it tried again. */
        UNOBTAINABLE,
        /** The page was read; the media that it shows are links of their own. */
        READ,
        /** The page was not read, because the report got its media otherwise. */
        NOT_NEEDED
    }
}
