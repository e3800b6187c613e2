package ma.balagh.fetch;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code balagh.fetch.*}: how far one attempt to fetch something goes. */
@ConfigMapping(prefix = "balagh.fetch")
public interface FetchConfig {

    /** The ports that are connected to. */
    @WithDefault("80,443,8080,8443")
    Set<Integer> ports();

    /** How long finding a name's addresses may take, and each connection to one of them. */
    @WithDefault("10s")
    Duration connectTime();

    /** How long a server may take from the connection to the end of its answer's head. */
    @WithDefault("30s")
    Duration answerTime();

    /** How long one attempt may take, redirects included. */
    @WithDefault("6h")
    Duration wholeTime();

    /** The largest medium that is fetched. */
    @WithDefault("4G")
    MemorySize maxSize();

    /** Bytes that a server must send at least in each rate window; one that sends less is given up. */
    @WithDefault("32K")
    MemorySize leastPerWindow();

    /** How long a rate window is. */
    @WithDefault("30s")
    Duration rateWindow();

    /**
     * Servers, as {@code 127.0.0.1:8099}, that are fetched from and sent to although they are not public, whatever name
     * leads there. Dangerous: for tests of a running suite only, and refused where the identity provider is not on this
     * machine.
     */
    Optional<List<String>> allowedAddresses();
}
