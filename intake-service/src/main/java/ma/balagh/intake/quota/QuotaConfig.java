package ma.balagh.intake.quota;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code balagh.intake.quota.*}: how many bytes an account may bring. */
@ConfigMapping(prefix = "balagh.intake.quota")
public interface QuotaConfig {

    /** The most that an account may have announced and not brought yet. */
    @WithDefault("32G")
    MemorySize announced();

    /** The most that an account may bring within 24 hours, what it has announced included. */
    @WithDefault("100G")
    MemorySize storedPerDay();

    /** A medium in one request that is no larger announces nothing: it has arrived before that would help anybody. */
    @WithDefault("1M")
    MemorySize small();

    /** How long the announcement of one request counts, if the request ends with this process. */
    @WithDefault("2h")
    Duration patience();

    /** How often metrics are read from the database. */
    @WithDefault("15s")
    Duration watchInterval();

    /** Other limits of one account, by its user name ({@code service-account-<client>} for a partner's client). */
    Map<String, Account> account();

    /** What is not set is as for everybody. */
    interface Account {

        /** The most that it may have announced. */
        Optional<MemorySize> announced();

        /** The most that it may bring within 24 hours. */
        Optional<MemorySize> storedPerDay();
    }
}
