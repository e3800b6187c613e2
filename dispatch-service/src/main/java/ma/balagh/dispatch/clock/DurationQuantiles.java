package ma.balagh.dispatch.clock;

import org.jspecify.annotations.Nullable;

/**
 * How long something took, as quantiles in seconds, interpolated between samples; null where there are none.
 *
 * @param count number of samples
 * @param p50 the median
 */
record DurationQuantiles(
        long count,
        @Nullable Double p50,
        @Nullable Double p95,
        @Nullable Double p99) {

    static final DurationQuantiles NONE = new DurationQuantiles(0, null, null, null);
}
