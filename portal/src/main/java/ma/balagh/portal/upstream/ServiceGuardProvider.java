package ma.balagh.portal.upstream;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One circuit breaker for each service, so that one that hangs does not make every page wait for its time limit: after
 * three calls in a row without an answer, pages say at once that it is away, until a call is tried again. A refusal is an
 * answer.
 */
final class ServiceGuardProvider {

    private static final int CALLS = 3;

    private final Duration pause;

    /** @param pause how long nothing is asked of a service that did not answer */
    ServiceGuardProvider(@ConfigProperty(name = "balagh.upstream.pause") Duration pause) {
        this.pause = pause;
    }

    @Produces
    @Singleton
    @Identifier("intake")
    Guard intake() {
        return guard("intake");
    }

    @Produces
    @Singleton
    @Identifier("analysis")
    Guard analysis() {
        return guard("analysis");
    }

    @Produces
    @Singleton
    @Identifier("dispatch")
    Guard dispatch() {
        return guard("dispatch");
    }

    private Guard guard(String service) {
        return Guard.create()
                .withDescription(service)
                .withCircuitBreaker()
                .requestVolumeThreshold(CALLS)
                .failureRatio(1)
                .delay(pause.toMillis(), ChronoUnit.MILLIS)
                .when(ProcessingException.class::isInstance)
                .done()
                .build();
    }
}
