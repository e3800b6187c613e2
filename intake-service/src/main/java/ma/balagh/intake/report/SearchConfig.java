package ma.balagh.intake.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code balagh.reports.search.*}: the bounds of finding reports. */
@ConfigMapping(prefix = "balagh.reports.search")
public interface SearchConfig {

    /** How long one statement of a search may take; then the search is refused. */
    @WithDefault("2s")
    Duration time();
}
