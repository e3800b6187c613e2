package ma.balagh.analysis.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How dossiers come into being. */
@ConfigMapping(prefix = "balagh.dossier")
public interface DossierConfig {

    /** How long a report may wait for its media before it opens a dossier without any. */
    @WithDefault("PT2M")
    Duration mediaGrace();

    /** How often to look for reports whose time is up. */
    @WithDefault("PT5S")
    Duration sweepInterval();

    /** How often to count the dossiers that wait, for the metrics. */
    @WithDefault("PT15S")
    Duration metricsInterval();
}
