package ma.balagh.analysis.verdict;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.contracts.analysis.Verdict;

/** Counts verdicts by kind. Misconduct is not counted: whoever reads metrics is not internal affairs. */
@ApplicationScoped
class VerdictMix {

    private final MeterRegistry meters;

    VerdictMix(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Verdict verdict) {
        if (verdict != Verdict.POLICE_MISCONDUCT) {
            meters.counter("balagh.verdicts", "verdict", verdict.name()).increment();
        }
    }
}
