package ma.balagh.analysis.media;

import org.jspecify.annotations.Nullable;

/**
 * The picture that is shown at a given time.
 *
 * @param jpeg its bytes
 * @param at seconds from the beginning at which it appears
 * @param previous when the one before it appears; null for the first one
 * @param next when the one after it appears; null for the last one
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy for each reader would only cost.
public record MomentPicture(
        byte[] jpeg,
        double at,
        @Nullable Double previous,
        @Nullable Double next) {}
