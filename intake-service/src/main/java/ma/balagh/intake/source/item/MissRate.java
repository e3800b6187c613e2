package ma.balagh.intake.source.item;

import org.jspecify.annotations.Nullable;

/**
 * How often the score is wrong about what it sets aside, estimated from items that were drawn at random and looked at.
 *
 * @param drawn so many were drawn
 * @param reviewed so many of them were looked at
 * @param missed so many of those were about what we look for
 * @param rate the share of the missed, 0 to 1; absent while none was looked at
 * @param low and
 * @param high bounds within which the true share lies with 95 % (Wilson's score interval, JASA 22, 1927)
 */
record MissRate(
        int drawn,
        int reviewed,
        int missed,
        @Nullable Double rate,
        @Nullable Double low,
        @Nullable Double high) {

    /** The normal distribution's quantile for 95 %, on both sides. */
    private static final double Z = 1.96;

    static MissRate of(int drawn, int reviewed, int missed) {
        if (reviewed == 0) {
            return new MissRate(drawn, 0, 0, null, null, null);
        }
        double share = (double) missed / reviewed;
        double z2 = Z * Z;
        double centre = (share + z2 / (2 * reviewed)) / (1 + z2 / reviewed);
        double spread =
                Z / (1 + z2 / reviewed) * Math.sqrt(share * (1 - share) / reviewed + z2 / (4.0 * reviewed * reviewed));
        return new MissRate(drawn, reviewed, missed, share, Math.max(0, centre - spread), Math.min(1, centre + spread));
    }
}
