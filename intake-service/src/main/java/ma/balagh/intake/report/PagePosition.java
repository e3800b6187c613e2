package ma.balagh.intake.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where in a list, newest first, a report stands; a page begins after one. */
record PagePosition(Instant receivedAt, UUID id) {

    static PagePosition of(Report report) {
        return new PagePosition(report.receivedAt(), report.id());
    }

    /** @throws IllegalArgumentException for anything that {@link #toString()} did not write */
    static PagePosition parse(String text) {
        int slash = text.indexOf('/');
        try {
            return new PagePosition(
                    Instant.parse(text.substring(0, Math.max(slash, 0))), UUID.fromString(text.substring(slash + 1)));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @Override
    public String toString() {
        return receivedAt + "/" + id;
    }
}
