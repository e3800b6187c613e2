package ma.balagh.analysis.redaction;

/** Normalised cross-correlation: 1 for the same pattern whatever its light and contrast, near 0 for unrelated ones. */
final class NormalizedCrossCorrelation {

    /** Variance below which a surface is plain and resembles everything. */
    private static final double PLAIN = 4;

    private NormalizedCrossCorrelation() {}

    static double of(double[] one, double[] other) {
        double meanOne = 0;
        double meanOther = 0;
        for (int k = 0; k < one.length; k++) {
            meanOne += one[k] / one.length;
            meanOther += other[k] / one.length;
        }
        double product = 0;
        double squareOne = 0;
        double squareOther = 0;
        for (int k = 0; k < one.length; k++) {
            product += (one[k] - meanOne) * (other[k] - meanOther);
            squareOne += (one[k] - meanOne) * (one[k] - meanOne);
            squareOther += (other[k] - meanOther) * (other[k] - meanOther);
        }
        double plain = PLAIN * one.length;
        return product / Math.sqrt((squareOne + plain) * (squareOther + plain));
    }
}
