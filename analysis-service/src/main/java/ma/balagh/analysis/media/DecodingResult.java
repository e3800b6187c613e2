package ma.balagh.analysis.media;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
 * @param count how much of the picture's stream there was; null where the decoder did not say
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy for each reader would only cost.
public record DecodingResult(
        int frames,
        double seconds,
        List<Still> stills,
        byte[] sound,
        boolean complete,
        boolean timedOut,
        List<String> errors,
        @Nullable Count count) {

    /** Where the decoder did not count. */
    public DecodingResult(
            int frames,
            double seconds,
            List<Still> stills,
            byte[] sound,
            boolean complete,
            boolean timedOut,
            List<String> errors) {
        this(frames, seconds, stills, sound, complete, timedOut, errors, null);
    }

    /**
     * What FFmpeg counted of one stream of pictures.
     *
     * @param packets that were read
     * @param pictures that were decoded of them, those that an edit list hides left out
     */
    public record Count(long packets, long pictures) {

        private static final Pattern TOLD =
                Pattern.compile("Input stream #0:(\\d{1,5}) \\(video\\): (\\d{1,18}) packets read \\(\\d+ bytes\\);"
                        + " (\\d{1,18}) frames decoded;");

        /** Of the stream of that number; null where the tool did not say. */
        static @Nullable Count of(String told, int stream) {
            return TOLD.matcher(told)
                    .results()
                    .filter(count -> Integer.parseInt(count.group(1)) == stream)
                    .map(count -> new Count(Long.parseLong(count.group(2)), Long.parseLong(count.group(3))))
                    .findFirst()
                    .orElse(null);
        }
    }

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
