package ma.balagh.accuracy.metric;

import java.util.Locale;

/**
 * How often something happened, with its interval of 95 % confidence.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">E. B. Wilson, Probable Inference, 1927</a>
 */
public record ConfidenceRate(long count, long of) {

    private static final double Z = 1.959964;

    public ConfidenceRate {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of);
        }
    }

    public static ConfidenceRate of(long count, long of) {
        return new ConfidenceRate(count, of);
    }

    /** Between 0 and 1; NaN of nothing. */
    public double share() {
        return (double) count / of;
    }

    double lower() {
        return bound(-1);
    }

    double upper() {
        return bound(1);
    }

    private double bound(int sign) {
        double middle = share() + Z * Z / (2 * of);
        double width = Z * Math.sqrt(share() * (1 - share()) / of + Z * Z / (4.0 * of * of));
        return Math.clamp((middle + sign * width) / (1 + Z * Z / of), 0, 1);
    }

    /** Such as {@code 98.9 %}; a dash of nothing. */
    public String percent() {
        return of == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share());
    }

    /** Such as {@code 3 of 190 (1.6 %, 0.54 to 4.54 %)}. */
    @Override
    public String toString() {
        return of == 0
                ? "0 of 0"
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d (%s, %.2f to %.2f %%)",
                        count,
                        of,
                        percent(),
                        100 * lower(),
                        100 * upper());
    }
}
