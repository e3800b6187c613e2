package ma.balagh.analysis.footage;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import ma.balagh.analysis.feature.Features;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * A medium that is compared with all others: its frames as they are, and as each of the eight transformations would
 * show them.
 */
public final class FootageQuery {

    private final Footage footage;
    private final long[][] variants;
    private final Map<Transformation, List<Features>> features = new EnumMap<>(Transformation.class);

    FootageQuery(Footage footage, long[][] variants) {
        this.footage = footage;
        this.variants = variants;
    }

    Footage footage() {
        return footage;
    }

    /** The frames' words in each variant, in the order of {@link ma.balagh.analysis.fingerprint.Transformation#ALL}. */
    long[][] variants() {
        return variants;
    }

    /** The keyframes' features as the transformation would show them. */
    List<Features> features(Transformation transformation) {
        return features.computeIfAbsent(transformation, this::transformed);
    }

    private List<Features> transformed(Transformation transformation) {
        Map<Features, Features> known = new IdentityHashMap<>();
        return footage.keyframes().features().stream()
                .map(set -> known.computeIfAbsent(set, original -> original.transformed(transformation)))
                .toList();
    }

    double seconds() {
        return footage.timeline().durationMillis() / 1000.0;
    }

    /** How many frames have enough detail to be compared. */
    public int frames() {
        int frames = 0;
        for (boolean plain : footage.timeline().plain()) {
            frames += plain ? 0 : 1;
        }
        return frames;
    }
}
