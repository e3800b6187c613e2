package ma.balagh.dispatch.patrol;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a visit adds to its plan's score.
 *
 * @param amount what the plan would lose without it, where positive; what it costs, where negative. Dosage and shares count
 *     thousandths of a place or district that gets nothing, all others seconds of way
 */
@Schema(name = "VisitReason")
record VisitReason(PlanConstraint code, long amount) {

    /** Of one kept text each. */
    static List<VisitReason> of(List<String> kept) {
        return kept.stream().map(VisitReason::of).toList();
    }

    private static VisitReason of(String kept) {
        int middle = kept.indexOf('=');
        return new VisitReason(
                PlanConstraint.valueOf(kept.substring(0, middle)), Long.parseLong(kept.substring(middle + 1)));
    }

    String kept() {
        return String.format(Locale.ROOT, "%s=%d", code, amount);
    }
}
