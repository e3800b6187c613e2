package ma.balagh.analysis.urgency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How soon is soon enough, and what counts as fresh and as near. */
@ConfigMapping(prefix = "balagh.urgency")
public interface UrgencyConfig {

    /** How long after its first report a dossier of the most urgent level may wait for somebody to look. */
    @WithDefault("PT15M")
    Duration immediate();

    /** The same for the second level. */
    @WithDefault("PT1H")
    Duration high();

    /** The same for the third level. */
    @WithDefault("PT6H")
    Duration normal();

    /** The same for the last level; everything waits behind what is overdue, so nothing waits for ever. */
    @WithDefault("PT24H")
    Duration low();

    /** How old an event, or else its publication, may be when it is reported to count as fresh. */
    @WithDefault("PT6H")
    Duration fresh();

    /** Metres within which verified offences count as the same place. */
    @WithDefault("300")
    int near();

    /** For how long a verified offence counts. */
    @WithDefault("P90D")
    Duration repeat();

    /** How often it is looked for crowded dossiers that are to be reckoned anew. */
    @WithDefault("PT5S")
    String crowdedInterval();

    /** How long a dossier that very many reports join waits for more of them before it is reckoned anew. */
    @WithDefault("PT15S")
    Duration crowdedPause();

    /** What a level may wait. */
    default Duration patience(UrgencyLevel level) {
        return switch (level) {
            case IMMEDIATE -> immediate();
            case HIGH -> high();
            case NORMAL -> normal();
            case LOW -> low();
        };
    }
}
