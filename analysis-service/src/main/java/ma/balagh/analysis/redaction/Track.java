package ma.balagh.analysis.redaction;

import org.jspecify.annotations.Nullable;

/** Where one thing is in each frame from a first to a last one, and in which of them that is estimated. */
sealed interface Track permits StaticTrack, MovingTrack {

    RedactionBrush brush();

    int first();

    /** The frame after the last one. */
    int end();

    /**
     * What to hide in a frame: where it is, and was, and will be, so that a frame more or less between one pass over the
     * medium and the next lets nothing slip.
     */
    @Nullable
    NormalizedBox hidden(int frame);

    boolean isGuess(int frame);
}
