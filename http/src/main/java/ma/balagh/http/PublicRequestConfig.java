package ma.balagh.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code balagh.public-requests.*}: what is answered without a token. */
@ConfigMapping(prefix = "balagh.public-requests")
public interface PublicRequestConfig {

    /** How many such requests one replica answers in a second; more get 429. */
    @WithDefault("200")
    int perSecond();
}
