package ma.balagh.analysis.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** The position of a report among those of a dossier, in the order of joining; as text in a cursor. */
public record JoinPosition(Instant joinedAt, UUID reportId) {

    public static final JoinPosition START = new JoinPosition(Instant.EPOCH, new UUID(0, 0));

    public static JoinPosition read(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a place: " + text);
        }
        try {
            return new JoinPosition(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @Override
    public String toString() {
        return joinedAt + " " + reportId;
    }
}
