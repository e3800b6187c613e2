package ma.balagh.intake.obtain;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.fetch.FetchOutcome;
import ma.balagh.fetch.FetchOutcome.Fetched;
import ma.balagh.fetch.FetchOutcome.NotModified;
import ma.balagh.fetch.FetchOutcome.Refused;
import ma.balagh.fetch.FetchOutcome.Transient;
import ma.balagh.fetch.FetchOutcome.Unobtainable;

/** Counts the results of this replica's attempts, and the bytes downloaded. */
@ApplicationScoped
class LinkAttemptMetrics {

    private final MeterRegistry meters;
    private final Counter bytes;

    LinkAttemptMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.bytes = Counter.builder("balagh.media.fetched")
                .description("What arrived of media and pages")
                .baseUnit("bytes")
                .register(meters);
    }

    void count(FetchOutcome outcome, long arrived) {
        bytes.increment(arrived);
        Counter.builder("balagh.media.attempts")
                .description("Attempts to fetch media and pages, by outcome")
                .tag(
                        "outcome",
                        switch (outcome) {
                            case Fetched fetched -> "fetched";
                            case Refused refused -> "refused";
                            case Unobtainable unobtainable -> "unobtainable";
                            case Transient later -> "transient";
                            case NotModified unasked -> "transient";
                        })
                .register(meters)
                .increment();
    }
}
