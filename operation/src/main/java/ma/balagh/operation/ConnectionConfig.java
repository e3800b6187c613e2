package ma.balagh.operation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code balagh.http.connection.*}: how long a peer may take for what it sends, and how many connections there are. */
@ConfigMapping(prefix = "balagh.http.connection")
public interface ConnectionConfig {

    /**
     * How long a new connection may take for its handshake and its first request head, and each later head from its
     * first byte.
     */
    @WithDefault("10s")
    Duration headTimeout();

    /** How long a connection stays open between two requests. Longer than clients and ingress controllers keep theirs. */
    @WithDefault("75s")
    Duration keepAlive();

    /** For how long the server may wait for a body, altogether, before {@link #bodyRate} applies. */
    @WithDefault("60s")
    Duration bodyGrace();

    /** The bytes that a body must bring for each second that the server waits for it, after the grace. */
    @WithDefault("1K")
    MemorySize bodyRate();

    /** How long a peer may take no byte of an answer. Browsers do that while a film is paused, and ask for the rest again. */
    @WithDefault("5m")
    Duration answerStall();

    /** The most connections at once. At the limit, the one that has waited longest without a request is closed. */
    @WithDefault("8000")
    int most();

    /**
     * The most of one client's address, an IPv6 client having a /64. Behind an Ingress each of its pods is one client; the
     * limit closes only connections that carry no request.
     */
    @WithDefault("2000")
    int mostPerAddress();
}
