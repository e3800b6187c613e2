package ma.balagh.analysis.fingerprint;

import java.util.Arrays;

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
public final class PdqHasher {

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

    private final double[][] even = new double[HALF][INPUT];
    private final double[][] odd = new double[HALF][INPUT];
    private final double[][] halfway = new double[SIDE][INPUT];
    private final double[][] projected = new double[SIDE][SIDE];
    private final BoxFilter filter = new BoxFilter();
    private final float[] small = new float[INPUT * INPUT];

    /**
     * A picture of any size.
     *
     * @param luma rows of unsigned bytes, 0 black to 255 white
     * @throws IllegalArgumentException when there are not width × height of them
     */
    public PdqCoefficients picture(byte[] luma, int width, int height) {
        if (width < 1 || height < 1 || luma.length != width * height) {
            throw new IllegalArgumentException("%d bytes are no %d×%d picture".formatted(luma.length, width, height));
        }
        filter.decimate(luma, width, height, small);
        return picture(small);
    }

    /** @param luma 64 rows of 64, 0 black to 255 white */
    PdqCoefficients picture(float[] luma) {
        double[] coefficients = new double[SIDE * SIDE];
        transform(luma, INPUT, 1, coefficients, SIDE, 1);
        transform(luma, 1, INPUT, coefficients, 1, SIDE);
        return new PdqCoefficients(fixed(coefficients), quality(luma));
    }

    /**
     * Adds half of every coefficient: projects each line of the picture on the cosines, then the projections of all
     * lines again.
     *
     * @param lineStep from line to line of the picture
     * @param step from sample to sample of a line
     * @param lineIndex from coefficient to coefficient of the frequencies across the lines
     * @param index from coefficient to coefficient of the frequencies along a line
     */
    private void transform(float[] luma, int lineStep, int step, double[] coefficients, int lineIndex, int index) {
        for (int k = 0; k < HALF; k++) {
            for (int line = 0; line < INPUT; line++) {
                double first = luma[line * lineStep + k * step];
                double last = luma[line * lineStep + (INPUT - 1 - k) * step];
                even[k][line] = first + last;
                odd[k][line] = first - last;
            }
        }
        project(halfway, INPUT);
        for (int k = 0; k < HALF; k++) {
            for (int i = 0; i < SIDE; i++) {
                double first = halfway[i][k];
                double last = halfway[i][INPUT - 1 - k];
                even[k][i] = first + last;
                odd[k][i] = first - last;
            }
        }
        project(projected, SIDE);
        for (int j = 0; j < SIDE; j++) {
            for (int i = 0; i < SIDE; i++) {
                coefficients[j * lineIndex + i * index] += projected[j][i] / 2;
            }
        }
    }

    /** Projects the folded samples of so many lines at once: loops without a sum of their own become vector instructions. */
    private void project(double[][] projections, int lines) {
        for (int i = 0; i < SIDE; i++) {
            double[][] folded = (i & 1) == 0 ? odd : even;
            Arrays.fill(projections[i], 0, lines, 0);
            for (int k = 0; k < HALF; k += 4) {
                add(folded[k], folded[k + 1], folded[k + 2], folded[k + 3], i * HALF + k, projections[i], lines);
            }
        }
    }

    private static void add(double[] a, double[] b, double[] c, double[] d, int cosine, double[] sums, int lines) {
        double wa = COSINE[cosine];
        double wb = COSINE[cosine + 1];
        double wc = COSINE[cosine + 2];
        double wd = COSINE[cosine + 3];
        for (int line = 0; line < lines; line++) {
            sums[line] += wa * a[line] + wb * b[line] + wc * c[line] + wd * d[line];
        }
    }

    /** In units of 1/65,536; none is greater than 64·255, so that differences do not overflow. */
    static int[] fixed(double[] coefficients) {
        int[] fixed = new int[coefficients.length];
        for (int k = 0; k < fixed.length; k++) {
            fixed[k] = (int) (coefficients[k] * 65_536);
        }
        return fixed;
    }

    /** The bits above the lower median: of 256 different values, 128. */
    static Fingerprint aboveMedian(int[] coefficients) {
        int median = MedianSelector.exceededBy(coefficients.length / 2, coefficients);
        long[] words = new long[4];
        for (int k = 0; k < coefficients.length; k++) {
            words[k >>> 6] |= (long) MedianSelector.isGreater(coefficients[k], median) << k;
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
