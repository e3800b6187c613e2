package ma.balagh.analysis.examination;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where evidence is fetched. */
@ConfigMapping(prefix = "balagh.intake")
public interface IntakeConfig {

    /** Base address of the intake service, without {@code /api/v1}. */
    @WithDefault("${BALAGH_INTAKE_URL:http://localhost:8081}")
    URI url();

    /** How long a connection may take. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** How long fetching one evidence may take. */
    @WithDefault("PT10M")
    Duration fetchTimeLimit();
}
