package ma.balagh.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where something stands in a list by time, newest first: what the cursor of such a page holds. */
public record TimePosition(Instant at, UUID id) {

    /** @throws IllegalArgumentException for anything that {@link #toString()} did not write */
    public static TimePosition parse(String text) {
        int slash = text.indexOf('/');
        try {
            return new TimePosition(
                    Instant.parse(text.substring(0, Math.max(slash, 0))), UUID.fromString(text.substring(slash + 1)));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @Override
    public String toString() {
        return at + "/" + id;
    }
}
