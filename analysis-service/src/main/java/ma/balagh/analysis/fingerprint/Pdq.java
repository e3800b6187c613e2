package ma.balagh.analysis.fingerprint;

/**
 * PDQ, the perceptual picture hash (Facebook, 2019: "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing
 * algorithm"), written from its description: a tent filter and decimation to 64×64, the 16×16 block of its discrete
 * cosine transform with frequencies 1 to 16, and for each coefficient whether it lies above their median.
 *
 * <p>The transform is computed so that the fingerprints of a mirrored or turned 64×64 picture are, bit for bit, those
 * that {@link Transformation} derives from the coefficients: opposite samples are folded before they are multiplied
 * (so that a mirroring only changes signs), and rows-first and columns-first sums, which round differently, are added
 * (so that a transposition only transposes).
 *
 * <p>An instance keeps its buffers and is for one thread.
 */
public final class Pdq {

    /** Side of the decimated picture. */
    public static final int INPUT = 64;

    /** Side of the block of coefficients. */
    static final int SIDE = 16;

    private static final int HALF = INPUT / 2;

    /** {@code COSINE[i·32 + j]} = √(2/64)·cos(π/128·(i+1)(2j+1)); the other half of each row is plus or minus this one. */
    private static final double[] COSINE = new double[SIDE * HALF];

    static {
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < HALF; j++) {
                COSINE[i * HALF + j] =
                        Math.sqrt(2.0 / INPUT) * StrictMath.cos(Math.PI / (2 * INPUT) * (i + 1) * (2 * j + 1));
            }
        }
    }

    private final double[] input = new double[INPUT * INPUT];
    private final double[] odd = new double[HALF];
    private final double[] even = new double[HALF];
    private final double[] halfway = new double[SIDE * INPUT];
    private final BoxFilter filter = new BoxFilter();
    private final float[] small = new float[INPUT * INPUT];

    /**
     * A picture of any size.
     *
     * @param luma rows of unsigned bytes, 0 black to 255 white
     * @throws IllegalArgumentException when there are not width × height of them
     */
    public Picture picture(byte[] luma, int width, int height) {
        if (width < 1 || height < 1 || luma.length != width * height) {
            throw new IllegalArgumentException("%d bytes are no %d×%d picture".formatted(luma.length, width, height));
        }
        filter.decimate(luma, width, height, small);
        return picture(small);
    }

    /** @param luma 64 rows of 64, 0 black to 255 white */
    Picture picture(float[] luma) {
        for (int k = 0; k < luma.length; k++) {
            input[k] = luma[k];
        }
        double[] coefficients = new double[SIDE * SIDE];
        transform(INPUT, 1, coefficients, SIDE, 1);
        transform(1, INPUT, coefficients, 1, SIDE);
        return new Picture(coefficients, quality(luma));
    }

    /**
     * Adds half of every coefficient: projects each line of the input on the cosines, then the projections of all
     * lines again.
     *
     * @param lineStep from line to line of the input
     * @param step from sample to sample of a line
     * @param lineIndex from coefficient to coefficient of the frequencies across the lines
     * @param index from coefficient to coefficient of the frequencies along a line
     */
    private void transform(int lineStep, int step, double[] coefficients, int lineIndex, int index) {
        for (int line = 0; line < INPUT; line++) {
            fold(input, line * lineStep, step);
            for (int i = 0; i < SIDE; i++) {
                halfway[i * INPUT + line] = project(i);
            }
        }
        for (int i = 0; i < SIDE; i++) {
            fold(halfway, i * INPUT, 1);
            for (int j = 0; j < SIDE; j++) {
                coefficients[j * lineIndex + i * index] += project(j) / 2;
            }
        }
    }

    private void fold(double[] values, int offset, int step) {
        for (int k = 0; k < HALF; k++) {
            double first = values[offset + k * step];
            double last = values[offset + (INPUT - 1 - k) * step];
            even[k] = first + last;
            odd[k] = first - last;
        }
    }

    private double project(int i) {
        double[] folded = (i & 1) == 0 ? odd : even;
        double sum = 0;
        for (int k = 0; k < HALF; k++) {
            sum += COSINE[i * HALF + k] * folded[k];
        }
        return sum;
    }

    /** The bits above the lower median: of 256 different values, 128. */
    static Fingerprint aboveMedian(double[] coefficients) {
        double median = Selection.select(coefficients.clone(), 0, coefficients.length / 2 - 1);
        long[] words = new long[4];
        for (int k = 0; k < coefficients.length; k++) {
            if (coefficients[k] > median) {
                words[k >>> 6] |= 1L << (k & 63);
            }
        }
        return new Fingerprint(words[0], words[1], words[2], words[3]);
    }

    private static int quality(float[] luma) {
        int gradients = 0;
        for (int row = 0; row < INPUT; row++) {
            for (int column = 0; column < INPUT; column++) {
                float here = luma[row * INPUT + column];
                if (row + 1 < INPUT) {
                    gradients += percent(here - luma[(row + 1) * INPUT + column]);
                }
                if (column + 1 < INPUT) {
                    gradients += percent(here - luma[row * INPUT + column + 1]);
                }
            }
        }
        return Math.min(100, gradients / 90);
    }

    private static int percent(float difference) {
        return Math.abs((int) (difference * 100 / 255));
    }
}
