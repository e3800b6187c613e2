package ma.balagh.analysis.footage;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.feature.LocalFeatures;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.motion.AffineAlignment;
import ma.balagh.analysis.motion.FilmThumbnails;

/**
 * A medium that is compared with all others: its frames as they are, and as each of the eight transformations would
 * show them. For one thread.
 */
public final class FootageQuery {

    private final QueryTrack whole;
    private final List<QueryTrack> insets;
    private final MediumKeyframes keyframes;
    private final KeyframePictures pictures;
    private final FilmThumbnails thumbnails;
    private final NamedMediaCache named;
    private final Map<Transformation, List<LocalFeatures>> features = new EnumMap<>(Transformation.class);

    FootageQuery(
            QueryTrack whole,
            List<QueryTrack> insets,
            MediumKeyframes keyframes,
            KeyframePictures pictures,
            FilmThumbnails thumbnails) {
        this(whole, insets, keyframes, pictures, thumbnails, new NamedMediaCache());
    }

    private FootageQuery(
            QueryTrack whole,
            List<QueryTrack> insets,
            MediumKeyframes keyframes,
            KeyframePictures pictures,
            FilmThumbnails thumbnails,
            NamedMediaCache named) {
        this.whole = whole;
        this.insets = List.copyOf(insets);
        this.keyframes = keyframes;
        this.pictures = pictures;
        this.thumbnails = thumbnails;
        this.named = named;
    }

    /** The same with dark for light. */
    FootageQuery negative() {
        return new FootageQuery(
                whole.negative(),
                insets.stream().map(QueryTrack::negative).toList(),
                keyframes.negative(),
                pictures,
                thumbnails);
    }

    /** The same played backwards; its thumbnails stay as they are. */
    FootageQuery reversed() {
        return new FootageQuery(
                whole.reversed(),
                insets.stream().map(QueryTrack::reversed).toList(),
                keyframes.reversed(),
                pictures,
                thumbnails,
                named);
    }

    /** Some of its pictures, turned clockwise, by their local features alone. */
    FootageQuery turned(double degrees) {
        return new FootageQuery(whole.nothing(), List.of(), pictures.turned(degrees), pictures, thumbnails);
    }

    /** Some of its pictures, enlarged by a factor, by their local features alone. */
    FootageQuery enlarged(double factor) {
        return new FootageQuery(whole.nothing(), List.of(), pictures.enlarged(factor), pictures, thumbnails);
    }

    /** Which place of those pictures a place of its own shows. */
    AffineAlignment turn(double degrees) {
        return AffineAlignment.turned(degrees, pictures.width(), pictures.height());
    }

    QueryTrack whole() {
        return whole;
    }

    List<QueryTrack> insets() {
        return insets;
    }

    MediumKeyframes keyframes() {
        return keyframes;
    }

    KeyframePictures pictures() {
        return pictures;
    }

    FilmThumbnails thumbnails() {
        return thumbnails;
    }

    MediumFootage footage() {
        return new MediumFootage(
                whole.track(), insets.stream().map(QueryTrack::track).toList(), keyframes);
    }

    /** The media of a table, by their place in the index, and the variants of this one that a closer look is worth. */
    Map<Integer, Set<Transformation>> named(FeatureTable table, int firstEntry) {
        return named.of(this, table, firstEntry);
    }

    /** The keyframes' features as the transformation would show them. */
    List<LocalFeatures> features(Transformation transformation) {
        return features.computeIfAbsent(transformation, this::transformed);
    }

    private List<LocalFeatures> transformed(Transformation transformation) {
        Map<LocalFeatures, LocalFeatures> known = new IdentityHashMap<>();
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
