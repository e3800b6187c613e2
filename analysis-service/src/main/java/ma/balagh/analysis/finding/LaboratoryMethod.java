package ma.balagh.analysis.finding;

import java.util.Locale;

/** The laboratory's methods. A method whose answers change gets a new version: findings of old stay as they are. */
public enum LaboratoryMethod {
    EVIDENCE_DIGEST(1),
    EXAMINATION_COMPLETION(1),
    MEDIA_CONTAINER(1),
    MEDIA_DECODING(2),
    MEDIA_DURATION(2),
    METADATA_RECORDED_ON(3),
    METADATA_LOCATION(2),
    FOOTAGE_COMPARISON(3),
    /** Which device or program wrote the file, by the way it is laid out. */
    STRUCTURE_ORIGIN(3),
    /** Whether the parts of the container fit together. */
    STRUCTURE_CONSISTENCY(3),
    /** Whether the times that a file and its report name fit together. */
    TIMES_CONSISTENCY(2),
    /** Whether the place claimed is the place in the metadata. */
    PLACES_CONSISTENCY(1),
    /** Signed statements about where the file comes from (C2PA). */
    CREDENTIALS_CONTENT(3),
    /** Traces of having been compressed before. */
    CODING_COMPRESSION(2),
    /** Cuts, still-standing, repeated and missing frames. */
    CODING_FRAMES(4),
    SOUND_TRACK(2),
    /** Whether the sound could be compared with other sounds. */
    SOUND_COMPARISON(1),
    PICTURE_QUALITY(1),
    /** Traces of being filmed off a screen. */
    PICTURE_SCREEN(1),
    /** Whether the device that the file names records pictures of this size. */
    PICTURE_SIZE(1),
    /** Writing and logos laid over the picture. */
    PICTURE_TEXT(1),
    /** Regions that look like faces, counted for hiding them. */
    PICTURE_FACES(1);

    private final String id;
    private final int version;

    LaboratoryMethod(int version) {
        String name = name().toLowerCase(Locale.ROOT);
        int group = name.indexOf('_');
        this.id = name.substring(0, group) + "." + name.substring(group + 1).replace('_', '-');
        this.version = version;
    }

    /** Stable, such as {@code metadata.recorded-on}. */
    public String id() {
        return id;
    }

    public String version() {
        return Integer.toString(version);
    }
}
