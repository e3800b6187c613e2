package ma.balagh.verifier;

import org.jspecify.annotations.Nullable;

/**
 * Where something was found.
 *
 * @param entry name of the entry in the container
 * @param offset of a byte in the file, from 0
 * @param sequence number of a custody entry
 */
public record Place(
        @Nullable String entry,
        @Nullable Long offset,
        @Nullable Integer sequence) {

    static final Place WHOLE = new Place(null, null, null);

    static Place entry(String name) {
        return new Place(name, null, null);
    }

    static Place offset(@Nullable String name, long offset) {
        return new Place(name, offset, null);
    }

    static Place sequence(int number) {
        return new Place(BundleVerifier.CUSTODY, null, number);
    }

    /** The same place in a part of the bundle. */
    Place under(String prefix) {
        return entry == null ? this : new Place(prefix + entry, offset, sequence);
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
