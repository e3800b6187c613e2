package ma.balagh.callback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** {@code balagh.callback.*}: how messages are sent to partners, and how often again. */
@ConfigMapping(prefix = "balagh.callback")
public interface CallbackConfig {

    /** What an address may begin with: https, and http where nothing leaves a trusted network. */
    @WithDefault("https")
    Set<String> schemes();

    /** How many callbacks a partner may have. */
    @WithDefault("5")
    int most();

    /** How many messages are sent at once to one callback; to one that fails it is one. */
    @WithDefault("4")
    int perCallback();

    /** How long is waited after a first failure; each further one doubles it. */
    @WithDefault("5s")
    Duration firstWait();

    /** The longest wait between two attempts. */
    @WithDefault("1h")
    Duration longestWait();

    /** After how long a message that is not taken is given up if a newer one is about the same; without it never. */
    Optional<Duration> giveUpAfter();

    /** How long messages are still signed with the earlier secret, too, when there is a new one. */
    @WithDefault("24h")
    Duration overlap();

    /** How often what waits and what fails is counted for the metrics. */
    @WithDefault("15s")
    Duration countInterval();
}
