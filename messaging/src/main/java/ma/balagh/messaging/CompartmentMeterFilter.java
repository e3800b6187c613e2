package ma.balagh.messaging;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Leaves out of the metrics what tells when something of misconduct happens, whose readers are not internal affairs: what
 * Kafka's clients count for each topic and client, but for what is alerted on, the calls to inquiries and the queue of their
 * files. Totals of clients go, too: the rest can be subtracted from them.
 */
final class CompartmentMeterFilter {

    private static final String LAG = "kafka.consumer.fetch.manager.records.lag";
    private static final Set<String> LIVENESS =
            Set.of("kafka.consumer.last.poll.seconds.ago", "kafka.app.info.start.time.ms");
    private static final Set<String> WORDS = Set.of("misconduct", "forwardings", "inquiries", "inquiry");

    @Produces
    @Singleton
    MeterFilter withoutMisconduct() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return tellsOfMisconduct(id) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
            }
        };
    }

    static boolean tellsOfMisconduct(Meter.Id id) {
        if (id.getName().startsWith("kafka.")) {
            return !LIVENESS.contains(id.getName()) && !(id.getName().equals(LAG) && isCommon(id));
        }
        return !isCommon(id);
    }

    /** Some clients write topics with underscores for dots, and channels bear the last but one part of the name. */
    private static boolean isCommon(Meter.Id id) {
        return id.getTags().stream().noneMatch(tag -> WORDS.stream().anyMatch(tag.getValue()::contains));
    }
}
