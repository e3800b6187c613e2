package ma.balagh.intake.custody;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code balagh.custody.access.*}: how readings are recorded, and how many one account may make. */
@ConfigMapping(prefix = "balagh.custody.access")
public interface CustodyConfig {

    /** How long one person's reading of one evidence is a single consultation, and a single entry. */
    @WithDefault("5m")
    Duration consultation();

    /** How often consultations that are over are brought into the chains. */
    @WithDefault("10s")
    Duration consultationCheck();

    /** How many readings of evidence, whole or in ranges, one account may make in a minute. */
    @WithDefault("1200")
    int readsPerMinute();

    /** How many entries of custody one account may cause in a minute. */
    @WithDefault("120")
    int entriesPerMinute();
}
