package ma.balagh.dispatch.communique;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** {@code balagh.communique.*}: under which name and address communiqués are published. */
@ConfigMapping(prefix = "balagh.communique")
public interface CommuniqueConfig {

    /** Where the public reads communiqués: scheme and host of the portal's public pages. */
    URI publicAddress();

    /** Who publishes them, as feeds and alerts say. */
    String publisher();

    /** The sender's identifier in alerts, as a rule a domain name; no spaces, commas, {@code <} or {@code &}. */
    String sender();

    /** For how long caches may keep what is published; that long a retraction may go unseen. */
    @WithDefault("PT1M")
    Duration cacheFor();
}
