package ma.balagh.analysis.media;

import java.util.List;

/**
 * What one pass over a medium gave, beside the frames.
 *
 * @param frames how many frames were handed out
 * @param seconds how much of the medium they cover; 0 for a still
 * @param stills in the order of their time
 * @param complete whether it was read to its end
 * @param timedOut whether we stopped because its time was over, or it gave more than is read of one medium
 * @param sound Chromaprint's items, four bytes each, lowest first; none where there is no sound, or too little of it
 * @param errors what the decoder complained about, at most 8 KiB
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy for each reader would only cost.
public record Decoding(
        int frames,
        double seconds,
        List<Still> stills,
        byte[] sound,
        boolean complete,
        boolean timedOut,
        List<String> errors) {

    /**
     * A picture to look at.
     *
     * @param at seconds from the start
     * @param jpeg its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; a copy for each reader would only cost.
    public record Still(double at, byte[] jpeg) {}

    /** Takes the frames, one after another. */
    @FunctionalInterface
    public interface Frames {

        /** The longer side of a frame, in pixels; the other one keeps the picture's proportions. */
        int SIDE = 256;

        /**
         * Takes the next frame.
         *
         * @param at seconds from the start
         * @param luma {@code height} rows of {@code width} unsigned bytes; overwritten by the next frame
         */
        void frame(double at, byte[] luma, int width, int height);
    }
}
