package ma.balagh.intake.retention;

import java.util.EnumSet;
import java.util.Set;
import ma.balagh.http.Caller;
import ma.balagh.http.Roles;
import ma.balagh.intake.evidence.EvidenceErasureService;
import ma.balagh.intake.report.ReportAudience;

/**
 * The order to erase something.
 *
 * @param readers whose: nothing else is touched
 * @param purpose why, for custody
 * @param compartment whether internal affairs alone may read who it was
 */
record RetentionRunRequest(
        String by, ReportAudience readers, Set<RetentionKind> kinds, String purpose, boolean compartment) {

    private static final Set<RetentionKind> USUAL = EnumSet.complementOf(EnumSet.of(RetentionKind.OPEN_CASE_EVIDENCE));

    private static final String TIME_IS_OVER = "kept for as long as it may be";

    /** What the service does every day. */
    static final RetentionRunRequest BY_ITSELF =
            new RetentionRunRequest("retention", ReportAudience.ALL, USUAL, TIME_IS_OVER, false);

    static RetentionRunRequest of(Caller caller) {
        return of(caller, USUAL, TIME_IS_OVER);
    }

    static RetentionRunRequest ofOpenCases(Caller caller, String purpose) {
        return of(caller, EnumSet.of(RetentionKind.OPEN_CASE_EVIDENCE), purpose);
    }

    private static RetentionRunRequest of(Caller caller, Set<RetentionKind> kinds, String purpose) {
        return new RetentionRunRequest(
                caller.name(), ReportAudience.of(caller), kinds, purpose, caller.has(Roles.INTERNAL_AFFAIRS));
    }

    EvidenceErasureService.Why why(RetentionKind kind, String period) {
        String rule = kind + " " + period;
        return compartment
                ? new EvidenceErasureService.Why(
                        BY_ITSELF.by(), kind.name(), rule, TIME_IS_OVER, new EvidenceErasureService.Order(by, purpose))
                : new EvidenceErasureService.Why(by, kind.name(), rule, purpose, null);
    }
}
