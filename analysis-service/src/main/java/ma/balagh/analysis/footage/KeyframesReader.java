package ma.balagh.analysis.footage;

import org.jspecify.annotations.Nullable;

/** Reads the keyframes of a medium of the index once, when they are first needed. For one thread. */
final class KeyframesReader {

    private final FeatureTable table;
    private final int entry;
    private @Nullable MediumKeyframes keyframes;

    KeyframesReader(FeatureTable table, int entry) {
        this.table = table;
        this.entry = entry;
    }

    MediumKeyframes read() {
        MediumKeyframes read = keyframes == null ? table.keyframes(entry) : keyframes;
        keyframes = read;
        return read;
    }
}
