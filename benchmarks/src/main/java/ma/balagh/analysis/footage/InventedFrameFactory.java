package ma.balagh.analysis.footage;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;
import ma.balagh.analysis.motion.FilmThumbnails;

/**
 * Invented fingerprints: independent ones, or such as videos have.
 *
 * <p>Of eighteen real clips, each sampled twice a second, the median distance between neighbours was 4 to 10 bits for
 * fixed cameras, 20 to 60 for hand-held ones and roads, 80 to 130 for animation and cuts. So a medium here is still,
 * moving or restless with the probabilities 1/4, 1/2 and 1/4, and each frame differs from the one before by 0 to 12, 20
 * to 60, or 80 to 128 bits.
 */
final class InventedFrameFactory {

    /** What they resemble. */
    enum Kind {
        RANDOM,
        VIDEO
    }

    /** Frames of one medium: thirty seconds. */
    static final int MEDIUM = 60;

    private final Kind kind;
    private final SplittableRandom random;

    InventedFrameFactory(Kind kind, long seed) {
        this.kind = kind;
        this.random = new SplittableRandom(seed);
    }

    /** So many fingerprints, medium after medium. */
    long[] words(int frames) {
        var words = new long[frames * FingerprintTrack.WORDS];
        int pace = 0;
        for (int frame = 0; frame < frames; frame++) {
            int at = frame * FingerprintTrack.WORDS;
            if (kind == Kind.RANDOM || frame % MEDIUM == 0) {
                pace = random.nextInt(4);
                for (int w = 0; w < FingerprintTrack.WORDS; w++) {
                    words[at + w] = random.nextLong();
                }
            } else {
                System.arraycopy(words, at - FingerprintTrack.WORDS, words, at, FingerprintTrack.WORDS);
                int bits = pace == 0 ? random.nextInt(13) : pace < 3 ? random.nextInt(20, 61) : random.nextInt(80, 129);
                for (int k = 0; k < bits; k++) {
                    int bit = random.nextInt(256);
                    words[at + bit / 64] ^= 1L << bit;
                }
            }
        }
        return words;
    }

    /** A medium that is compared, in eight variants: mirrored ones differ a little from their quarters turned over. */
    FootageQuery query(int frames) {
        long[] plain = words(frames);
        long[] transposed = new InventedFrameFactory(Kind.RANDOM, random.nextLong()).words(frames);
        var variants = new long[8][];
        for (int variant = 0; variant < variants.length; variant++) {
            variants[variant] = (variant < 4 ? plain : transposed).clone();
            for (int k = 0; k < variants[variant].length; k++) {
                variants[variant][k] ^= FingerprintQuarters.TURNED[variant % 4];
                variants[variant][k] ^= variant % 4 == 0 ? 0 : 1L << random.nextInt(64);
            }
        }
        return new FootageQuery(
                new QueryTrack(track(plain, 0, frames), variants),
                List.of(),
                MediumKeyframes.NONE,
                KeyframePictures.NONE,
                FilmThumbnails.NONE);
    }

    static FrameIndex index(long[] words) {
        FrameIndex index = FrameIndex.EMPTY;
        int frames = words.length / FingerprintTrack.WORDS;
        for (int from = 0; from < frames; from += MEDIUM) {
            index = index.with(track(words, from, Math.min(frames, from + MEDIUM)));
        }
        return index;
    }

    private static FingerprintTrack track(long[] words, int from, int to) {
        int size = to - from;
        var millis = new int[size];
        var runs = new int[size];
        for (int k = 0; k < size; k++) {
            millis[k] = 500 * k;
            runs[k] = k;
        }
        return new FingerprintTrack(
                new FrameTimeline(500L * size, 500, millis, runs, new boolean[size]),
                Arrays.copyOfRange(words, from * FingerprintTrack.WORDS, to * FingerprintTrack.WORDS),
                List.of(Rectangle.ALL));
    }
}
