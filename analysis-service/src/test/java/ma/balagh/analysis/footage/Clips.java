package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import ma.balagh.analysis.fingerprint.PdqCoefficients;
import ma.balagh.analysis.fingerprint.PdqHasher;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.motion.ThumbnailRecorder;

/** Imagined clips: a frame is a number, and each number looks like nothing but itself. */
final class Clips {

    static final int SIDE = 64;

    private static final int PER_SECOND = 8;

    private Clips() {}

    /** {@code count} pictures, the first of them number {@code first}, eight a second. */
    static List<Integer> moving(int first, int count) {
        List<Integer> pictures = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            pictures.add(first + k);
        }
        return pictures;
    }

    /** The same picture {@code count} times. */
    static List<Integer> standing(int picture, int count) {
        return new ArrayList<>(java.util.Collections.nCopies(count, picture));
    }

    @SafeVarargs
    static List<Integer> cut(List<Integer>... parts) {
        return List.of(parts).stream().flatMap(List::stream).toList();
    }

    static FootageQuery query(List<Integer> pictures) {
        return query(pictures, Transformation.NONE, 0, PER_SECOND);
    }

    /** Dark for light. */
    static FootageQuery negative(List<Integer> pictures) {
        return query(
                pictures,
                number -> {
                    byte[] luma = picture(number, Transformation.NONE, 0);
                    for (int k = 0; k < luma.length; k++) {
                        luma[k] = (byte) ~luma[k];
                    }
                    return luma;
                },
                PER_SECOND);
    }

    /**
     * @param noise greys by which each pixel differs at most
     * @param perSecond frames a second
     */
    static FootageQuery query(List<Integer> pictures, Transformation transformation, int noise, double perSecond) {
        return query(pictures, number -> picture(number, transformation, noise), perSecond);
    }

    private static FootageQuery query(List<Integer> pictures, IntFunction<byte[]> drawn, double perSecond) {
        var pdq = new PdqHasher();
        var recorder = new FootageRecorder(PdqCoefficients.PUBLISHED_QUALITY);
        var thumbnails = new ThumbnailRecorder();
        for (int k = 0; k < pictures.size(); k++) {
            byte[] luma = drawn.apply(pictures.get(k));
            thumbnails.see(recorder.add(k / perSecond, pdq.picture(luma, SIDE, SIDE)), luma, SIDE, SIDE);
        }
        FootageQuery query = recorder.query();
        return new FootageQuery(
                query.whole(), query.insets(), query.keyframes(), query.pictures(), thumbnails.thumbnails());
    }

    private static byte[] picture(int number, Transformation transformation, int noise) {
        var random = new Random(number * 7919L);
        var noises = new Random(number + 31L * noise);
        byte[] greys = new byte[SIDE * SIDE];
        random.nextBytes(greys);
        byte[] luma = new byte[greys.length];
        for (int k = 0; k < luma.length; k++) {
            int source = transformation.sourceOf(k, SIDE);
            int cell = source / SIDE / 4 * SIDE + source % SIDE / 4;
            int grey = Byte.toUnsignedInt(greys[cell]) + (noise == 0 ? 0 : noises.nextInt(-noise, noise + 1));
            luma[k] = (byte) Math.clamp(grey, 0, 255);
        }
        return luma;
    }
}
