package ma.balagh.analysis.redaction;

import org.jspecify.annotations.Nullable;

/** Something that does not move. */
record StaticTrack(RedactionBrush brush, NormalizedBox box, int first, int end, boolean guess) implements Track {

    @Override
    public @Nullable NormalizedBox hidden(int frame) {
        return frame >= first - 1 && frame <= end && first < end && box.isInPicture() ? box : null;
    }

    @Override
    public boolean isGuess(int frame) {
        return guess;
    }
}
