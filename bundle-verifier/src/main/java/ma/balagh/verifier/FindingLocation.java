package ma.balagh.verifier;

import org.jspecify.annotations.Nullable;

/**
 * Where something was found.
 *
 * @param entry name of the entry in the container
 * @param offset of a byte in the file, from 0
 * @param sequence number of a custody entry
 */
public record FindingLocation(
        @Nullable String entry,
        @Nullable Long offset,
        @Nullable Integer sequence) {

    static final FindingLocation WHOLE = new FindingLocation(null, null, null);

    static FindingLocation entry(String name) {
        return new FindingLocation(name, null, null);
    }

    static FindingLocation offset(@Nullable String name, long offset) {
        return new FindingLocation(name, offset, null);
    }

    static FindingLocation sequence(int number) {
        return new FindingLocation(BundleVerifier.CUSTODY, null, number);
    }

    /** The same place in a part of the bundle. */
    FindingLocation under(String prefix) {
        return entry == null ? this : new FindingLocation(prefix + entry, offset, sequence);
    }

    /** Whether it names any place. */
    public boolean isNamed() {
        return entry != null || offset != null || sequence != null;
    }

    @Override
    public String toString() {
        var text = new StringBuilder(entry == null ? "" : entry);
        if (sequence != null) {
            text.append(text.isEmpty() ? "" : ", ").append("custody entry ").append(sequence);
        }
        if (offset != null) {
            text.append(text.isEmpty() ? "" : ", ").append("byte ").append(offset);
        }
        return text.toString();
    }
}
