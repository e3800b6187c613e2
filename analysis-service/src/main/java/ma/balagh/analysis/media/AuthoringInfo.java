package ma.balagh.analysis.media;

import org.jspecify.annotations.Nullable;

/**
 * The program and time of writing that a file names, beside its tags.
 *
 * @param program that wrote it after the recording, so that its times are those of writing; null where none is named
 * @param created when it was created, by its XMP packet; null where that does not say
 */
public record AuthoringInfo(
        @Nullable String program, @Nullable String created) {

    /** It does not say. */
    public static final AuthoringInfo NOTHING = new AuthoringInfo(null, null);
}
