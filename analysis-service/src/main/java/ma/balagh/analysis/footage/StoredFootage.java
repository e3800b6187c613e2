package ma.balagh.analysis.footage;

import java.util.List;
import java.util.UUID;

/**
 * A medium of the index as it is stored.
 *
 * @param parts the whole, the insets, the keyframes
 */
record StoredFootage(long sequence, UUID evidenceId, List<byte[]> parts) {

    StoredFootage {
        parts = List.copyOf(parts);
    }

    FootagePosition position() {
        return new FootagePosition(sequence, evidenceId);
    }
}
