package ma.balagh.dispatch.communique;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** Where a communiqué stands among those that are published. */
record PublicationPlace(Instant at, UUID id) {

    private static final char SEPARATOR = '~';

    static PublicationPlace of(Communique communique) {
        return new PublicationPlace(requireNonNull(communique.publishedAt()), communique.id());
    }

    /** @throws IllegalArgumentException when it is no such place */
    static PublicationPlace parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        try {
            return new PublicationPlace(
                    Instant.parse(text.substring(0, Math.max(0, separator))),
                    UUID.fromString(text.substring(separator + 1)));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("no place", e);
        }
    }

    @Override
    public String toString() {
        return at.toString() + SEPARATOR + id;
    }
}
