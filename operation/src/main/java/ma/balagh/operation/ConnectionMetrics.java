package ma.balagh.operation;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Open connections, and those that were closed because of their peer. */
@Singleton
class ConnectionMetrics {

    /** Why a connection was closed. */
    enum Reason {
        /** No whole request head in time. */
        HEAD,
        /** A body too slow. */
        BODY,
        /** An answer that is not read. */
        ANSWER,
        /** Too many connections. */
        LIMIT
    }

    private final Map<Reason, Counter> closed = new EnumMap<>(Reason.class);
    private final AtomicInteger open;

    ConnectionMetrics(MeterRegistry meters) {
        open = meters.gauge("balagh.http.connections", new AtomicInteger());
        Arrays.stream(Reason.values())
                .forEach(reason -> closed.put(
                        reason,
                        Counter.builder("balagh.http.connections.cut")
                                .description("Connections closed because of what their peer did not do")
                                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                                .register(meters)));
    }

    void opened() {
        open.incrementAndGet();
    }

    void ended() {
        open.decrementAndGet();
    }

    void cut(Reason reason) {
        requireNonNull(closed.get(reason)).increment();
    }
}
