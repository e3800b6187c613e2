package ma.balagh.seal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** {@code balagh.seal.*}: the keys that data keys are wrapped with. */
@ConfigMapping(prefix = "balagh.seal")
public interface SealConfig {

    /** The id of the key that seals what is written now. */
    String current();

    /** Secrets by id: 32 random characters or more each. All that anything still lies under have to be here. */
    Map<String, String> keys();

    /** How often what lies under other keys than the current one is looked for and sealed again. */
    @WithDefault("1m")
    Duration interval();

    /** How many rows are sealed again in one transaction. */
    @WithDefault("100")
    int batch();
}
