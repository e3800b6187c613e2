package ma.balagh.analysis.picture;

import java.util.Locale;
import java.util.Map;
import ma.balagh.analysis.finding.Finding;

/** Histograms of light and sharpness over all frames. */
final class QualityHistogram {

    /** Of 0 to 255: when nothing but the brightest fiftieth of a frame is brighter, it is dark. */
    private static final int DARK = 48;

    /** Of 0 to 255: when half a frame is brighter, it is overexposed. */
    private static final int BRIGHT = 244;

    /** Greys between the darkest and the brightest twentieth below which there is nothing to be sharp. */
    private static final int PLAIN = 24;

    /**
     * {@link FrameStatistics#sharpness()} of the sharpest tenth of the frames; pictures blurred by 1.2 pixels of a
     * frame of 256 have less, ordinary ones of phones and messengers two to twenty times as much.
     */
    private static final double BLURRED = 0.03;

    /** Share of the frames from which the whole is called so. */
    private static final double MOST_OF_IT = 0.8;

    /** Pixels of the shorter side. Enlarged for comparison, such a picture would look blurred. */
    private static final int SMALL = 200;

    /** Classes of sharpness: each a tenth larger than the one before. */
    private static final double CLASS = 1.1;

    private static final double LEAST_SHARP = 1e-4;

    private final int[] sharp = new int[160];
    private final int[] brightness = new int[256];
    private int frames;
    private int dark;
    private int bright;
    private int plain;

    void add(FrameStatistics statistics) {
        frames++;
        brightness[statistics.percentile(0.5)]++;
        dark += statistics.percentile(0.98) <= DARK ? 1 : 0;
        bright += statistics.percentile(0.5) >= BRIGHT ? 1 : 0;
        plain += statistics.percentile(0.95) - statistics.percentile(0.05) < PLAIN ? 1 : 0;
        double relative = Math.max(statistics.sharpness(), LEAST_SHARP) / LEAST_SHARP;
        sharp[Math.min(sharp.length - 1, (int) (Math.log(relative) / Math.log(CLASS)))]++;
    }

    /**
     * @param width of the medium itself, in pixels
     * @param height of the medium itself, in pixels
     */
    Finding finding(int width, int height) {
        String w = Integer.toString(width);
        String h = Integer.toString(height);
        String light = Integer.toString(quantile(brightness, 0.5));
        double sharpness = LEAST_SHARP * Math.pow(CLASS, quantile(sharp, 0.9) + 0.5);
        if (share(dark) >= MOST_OF_IT) {
            return PictureStatement.DARK.with(
                    Map.of("width", w, "height", h, "brightness", light, "share", percent(dark)));
        }
        if (share(bright) >= MOST_OF_IT) {
            return PictureStatement.OVEREXPOSED.with(
                    Map.of("width", w, "height", h, "brightness", light, "share", percent(bright)));
        }
        if (share(plain) >= MOST_OF_IT) {
            return PictureStatement.PLAIN.with(Map.of("width", w, "height", h, "brightness", light));
        }
        if (Math.min(width, height) < SMALL) {
            return PictureStatement.SMALL.with(Map.of("width", w, "height", h));
        }
        String figure = String.format(Locale.ROOT, "%.3f", sharpness);
        return sharpness < BLURRED
                ? PictureStatement.BLURRED.with(Map.of("width", w, "height", h, "sharpness", figure))
                : PictureStatement.USABLE.with(
                        Map.of("width", w, "height", h, "brightness", light, "sharpness", figure));
    }

    private double share(int count) {
        return (double) count / frames;
    }

    private String percent(int count) {
        return Long.toString(Math.round(100 * share(count)));
    }

    private int quantile(int[] counts, double share) {
        int seen = 0;
        for (int k = 0; k < counts.length; k++) {
            seen += counts[k];
            if (seen >= share * frames) {
                return k;
            }
        }
        return counts.length - 1;
    }
}
