package ma.balagh.analysis.media;

/** Analyses all pictures of a medium, and then paints over what is to be hidden in each. */
public interface FrameRedactor {

    /**
     * Before the first picture is seen.
     *
     * @param micros microseconds at which each picture is shown, from the medium's beginning, each later than the one
     *     before; a single 0 for a still
     */
    void begin(long[] micros);

    /**
     * Sees the next picture.
     *
     * @param number from 0
     * @param yuv420p a plane of luma and two of chroma, of half the width and height; both are even. Not to be kept
     * @throws UnrenderableMediumException when it cannot be hidden what is to be
     */
    void see(int number, byte[] yuv420p, int width, int height) throws UnrenderableMediumException;

    /**
     * When the last picture was seen.
     *
     * @throws UnrenderableMediumException when it cannot be hidden what is to be
     */
    void settle() throws UnrenderableMediumException;

    /** Paints into a picture: one that was seen under that number before, with the same pixels. */
    void hide(int number, byte[] yuv420p, int width, int height);
}
