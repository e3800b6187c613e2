import java.util.Locale;

/** How often something happened, with the interval in which its probability lies at 95 % (E. Wilson, 1927). */
record Rate(long count, long of) {

    private static final double Z = 1.96;

    static Rate of(long count, long of) {
        return new Rate(count, of);
    }

    private double bound(int sign) {
        double share = (double) count / of;
        double middle = share + Z * Z / (2 * of);
        double width = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        return Math.clamp((middle + sign * width) / (1 + Z * Z / of), 0, 1);
    }

    /** Such as {@code 3 of 190 (1.6 %, 0.5 to 4.5)}. */
    @Override
    public String toString() {
        return of == 0
                ? "0 of 0"
                : String.format(
                        Locale.ROOT,
                        "%d of %d (%.1f %%, %.1f to %.1f)",
                        count,
                        of,
                        100.0 * count / of,
                        100 * bound(-1),
                        100 * bound(1));
    }
}
