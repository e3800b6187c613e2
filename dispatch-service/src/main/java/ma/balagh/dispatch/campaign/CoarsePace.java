package ma.balagh.dispatch.campaign;

import java.time.YearMonth;
import ma.balagh.dispatch.clock.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How long a stage took, as it is published.
 *
 * @param p50 in seconds, in coarse steps
 * @param p95 likewise; null where too few were measured
 */
record CoarsePace(
        YearMonth month,
        String area,
        Stage stage,
        long p50,
        @Nullable Long p95) {}
