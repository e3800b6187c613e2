package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import ma.balagh.analysis.feature.FeatureExtractor;
import ma.balagh.analysis.feature.LocalFeatures;
import ma.balagh.analysis.motion.AffineAlignment;

/**
 * Some pictures of a medium, kept until it has been compared, so that local features can be taken of them in another way.
 *
 * @param timeline of these pictures
 * @param width of each, in pixels
 * @param lumas rows of unsigned bytes of each; pictures of one run share one array
 */
record KeyframePictures(FrameTimeline timeline, int width, int height, List<byte[]> lumas) {

    static final KeyframePictures NONE =
            new KeyframePictures(new FrameTimeline(0, 0, new int[0], new int[0], new boolean[0]), 0, 0, List.of());

    KeyframePictures {
        lumas = List.copyOf(lumas);
    }

    /** The features of the pictures turned around their middles, clockwise; what was outside of them is grey. */
    MediumKeyframes turned(double degrees) {
        return keyframes(luma -> turned(luma, degrees), width, height);
    }

    /** The features of the pictures enlarged by a factor: among them those that are too small to be found otherwise. */
    MediumKeyframes enlarged(double factor) {
        int wide = (int) Math.round(factor * width);
        int high = (int) Math.round(factor * height);
        return keyframes(luma -> enlarged(luma, wide, high), wide, high);
    }

    private MediumKeyframes keyframes(UnaryOperator<byte[]> change, int wide, int high) {
        var extractor = new FeatureExtractor();
        List<LocalFeatures> features = new ArrayList<>();
        for (int k = 0; k < lumas.size(); k++) {
            boolean isSame = k > 0 && lumas.get(k) == lumas.get(k - 1);
            features.add(isSame ? features.getLast() : extractor.extract(change.apply(lumas.get(k)), wide, high));
        }
        return new MediumKeyframes(
                MediumKeyframes.timeline(
                        timeline.durationMillis(),
                        timeline.intervalMillis(),
                        timeline.millis(),
                        timeline.runs(),
                        features),
                features);
    }

    private byte[] turned(byte[] luma, double degrees) {
        AffineAlignment back = AffineAlignment.turned(-degrees, width, height);
        byte grey = (byte) IntStream.range(0, luma.length)
                .map(k -> Byte.toUnsignedInt(luma[k]))
                .average()
                .orElse(0);
        var turned = new byte[luma.length];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double u = (column + 0.5) / width;
                double v = (row + 0.5) / height;
                double x = back.atX(u, v) * width - 0.5;
                double y = back.atY(u, v) * height - 0.5;
                boolean isInside = x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1;
                turned[row * width + column] = isInside ? between(luma, x, y) : grey;
            }
        }
        return turned;
    }

    private byte[] enlarged(byte[] luma, int wide, int high) {
        var enlarged = new byte[wide * high];
        for (int row = 0; row < high; row++) {
            double y = Math.clamp((row + 0.5) * height / high - 0.5, 0, height - 1);
            for (int column = 0; column < wide; column++) {
                double x = Math.clamp((column + 0.5) * width / wide - 0.5, 0, width - 1);
                enlarged[row * wide + column] = between(luma, x, y);
            }
        }
        return enlarged;
    }

    private byte between(byte[] luma, double x, double y) {
        int left = Math.min((int) x, width - 2);
        int top = Math.min((int) y, height - 2);
        double right = x - left;
        double down = y - top;
        int at = top * width + left;
        double above = (1 - right) * (luma[at] & 0xFF) + right * (luma[at + 1] & 0xFF);
        double below = (1 - right) * (luma[at + width] & 0xFF) + right * (luma[at + width + 1] & 0xFF);
        return (byte) Math.round((1 - down) * above + down * below);
    }
}
