package ma.balagh.operation;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may read the metrics. */
@ConfigMapping(prefix = "balagh.metrics")
public interface MetricsConfig {

    /** The bearer token that whoever reads {@code /q/metrics} sends; without one, the network decides who reaches it. */
    Optional<String> token();
}
