package ma.balagh.analysis.fingerprint;

/**
 * What PDQ knows of a picture: the coefficients of its low frequencies, from which all eight fingerprints follow, and
 * how much detail it has.
 */
public final class PdqCoefficients {

    /** Below this quality a picture is too plain for its fingerprint to say anything, says PDQ's published evaluation. */
    public static final int PUBLISHED_QUALITY = 50;

    private final int[] coefficients;
    private final int quality;

    PdqCoefficients(int[] coefficients, int quality) {
        this.coefficients = coefficients;
        this.quality = quality;
    }

    /** 0 for a plain surface to 100. */
    public int quality() {
        return quality;
    }

    public Fingerprint fingerprint() {
        return fingerprint(Transformation.NONE);
    }

    /** The fingerprint that this picture would have after the transformation. */
    public Fingerprint fingerprint(Transformation transformation) {
        int[] transformed = new int[coefficients.length];
        for (int i = 0; i < PdqHasher.SIDE; i++) {
            for (int j = 0; j < PdqHasher.SIDE; j++) {
                transformed[i * PdqHasher.SIDE + j] = transformation.coefficient(coefficients, i, j);
            }
        }
        return PdqHasher.aboveMedian(transformed);
    }
}
