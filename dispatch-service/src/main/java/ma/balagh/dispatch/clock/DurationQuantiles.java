package ma.balagh.dispatch.clock;

import org.jspecify.annotations.Nullable;

/**
 * How long something took, as quantiles in seconds, interpolated between samples; null where there are none.
 *
 * @param count number of samples
 * @param withinTarget how many of them lasted no longer than the stage's target; 0 where it has none
 * @param p50 the median
 */
record DurationQuantiles(
        long count,
        long withinTarget,
        @Nullable Double p50,
        @Nullable Double p95,
        @Nullable Double p99) {

    static final DurationQuantiles NONE = new DurationQuantiles(0, 0, null, null, null);
}
