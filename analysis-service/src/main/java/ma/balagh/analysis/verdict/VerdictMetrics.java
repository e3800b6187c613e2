package ma.balagh.analysis.verdict;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import ma.balagh.contracts.analysis.Verdict;

/** Counts verdicts by kind, except misconduct: readers of metrics are not internal affairs. */
@ApplicationScoped
class VerdictMetrics {

    private final MeterRegistry meters;

    VerdictMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(@Observes VerdictConfirmed confirmed) {
        if (confirmed.verdict() != Verdict.POLICE_MISCONDUCT) {
            meters.counter("balagh.verdicts", "verdict", confirmed.verdict().name())
                    .increment();
        }
    }
}
