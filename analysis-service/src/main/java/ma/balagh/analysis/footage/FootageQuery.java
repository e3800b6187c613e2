package ma.balagh.analysis.footage;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import ma.balagh.analysis.feature.Features;
import ma.balagh.analysis.fingerprint.Transformation;

/**
 * A medium that is compared with all others: its frames as they are, and as each of the eight transformations would
 * show them. For one thread.
 */
public final class FootageQuery {

    private final QueryTrack whole;
    private final List<QueryTrack> insets;
    private final Keyframes keyframes;
    private final Map<Transformation, List<Features>> features = new EnumMap<>(Transformation.class);

    FootageQuery(QueryTrack whole, List<QueryTrack> insets, Keyframes keyframes) {
        this.whole = whole;
        this.insets = List.copyOf(insets);
        this.keyframes = keyframes;
    }

    QueryTrack whole() {
        return whole;
    }

    List<QueryTrack> insets() {
        return insets;
    }

    Keyframes keyframes() {
        return keyframes;
    }

    Footage footage() {
        return new Footage(whole.track(), insets.stream().map(QueryTrack::track).toList(), keyframes);
    }

    /** The keyframes' features as the transformation would show them. */
    List<Features> features(Transformation transformation) {
        return features.computeIfAbsent(transformation, this::transformed);
    }

    private List<Features> transformed(Transformation transformation) {
        Map<Features, Features> known = new IdentityHashMap<>();
        return keyframes.features().stream()
                .map(set -> known.computeIfAbsent(set, original -> original.transformed(transformation)))
                .toList();
    }

    double seconds() {
        return whole.track().timeline().durationMillis() / 1000.0;
    }

    /** How many frames have enough detail to be compared. */
    public int frames() {
        int frames = 0;
        for (boolean plain : whole.track().timeline().plain()) {
            frames += plain ? 0 : 1;
        }
        return frames;
    }
}
