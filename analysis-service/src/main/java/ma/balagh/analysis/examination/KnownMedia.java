package ma.balagh.analysis.examination;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which evidence shows footage that somebody has recognised. Owned here, answered by the bank of known footage. */
public interface KnownMedia {

    /** What footage is known as. */
    enum Kind {
        /** Of a case that is known. */
        CASE,
        /** Of a film, a sketch, a game. */
        FICTION,
        /** Of an event in another country. */
        FOREIGN,
        /** A logo, a title card, a test picture: what many media have in common and says nothing about them. */
        HARMLESS
    }

    /**
     * An entry of the bank that raises matches.
     *
     * @param id its own, not the evidence's
     */
    record Entry(UUID id, Kind kind, String reference, String summary) {}

    /** The entries of those of these evidences that have one; whether the caller may see them is not asked here. */
    Map<UUID, Entry> of(Collection<UUID> evidenceIds);

    /** All evidence that is known as harmless. */
    Set<UUID> harmless();
}
