package ma.balagh.intake.relevance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code balagh.relevance.*}: scoring what is published. */
@ConfigMapping(prefix = "balagh.relevance")
public interface RelevanceConfig {

    /** How often each replica looks for a newer list of terms. */
    @WithDefault("2s")
    Duration refresh();
}
