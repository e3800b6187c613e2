package ma.balagh.intake.page;

import java.net.URI;

/**
 * Something that a page shows.
 *
 * @param address absolute, http or https, without user and password
 */
public record PageFinding(URI address, Kind kind) {

    /** What stands at the address, as far as the page tells: a claim, until its bytes are there. */
    public enum Kind {
        /** A file that can be fetched. */
        MEDIUM,
        /** A page or program that plays a recording and does not give it away. */
        PLAYER,
        /** A list of pieces (HLS, DASH), of which no file that somebody published could be made. */
        PLAYLIST
    }
}
