package ma.balagh.messaging;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What each service needs once. A service may bring its own. */
final class MessagingBeanProducer {

    private MessagingBeanProducer() {}

    @Produces
    @Singleton
    @DefaultBean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
