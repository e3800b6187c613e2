package ma.balagh.dispatch.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How soon an incident is to be served, and why. It is what the severity makes it, less where help is asked for, people are
 * still in danger or it has just happened, more where it is long past.
 *
 * @param level 1 (before all others) to 5
 * @param reasons in the order in which they count
 */
record IncidentPriority(int level, List<Reason> reasons) {

    /** Until when whoever did it may still be near. */
    private static final Duration FRESH = Duration.ofMinutes(30);

    /** From when on it is no matter of minutes any more. */
    private static final Duration LONG_PAST = Duration.ofHours(24);

    private static final int FIRST = 1;
    private static final int LAST = 5;

    /**
     * What counts for or against serving it soon.
     *
     * @param code what it is, for translation
     * @param text the same in English, with the figures
     * @param seconds how long ago it happened, where that is the reason; null else
     */
    record Reason(Code code, String text, @Nullable Long seconds) {

        @Schema(name = "PriorityCode")
        enum Code {
            SEVERITY,
            /** A unit on it asks for help. */
            ASSISTANCE_ASKED,
            /** People were still in danger when the verdict was reached. */
            DANGER_CONTINUES,
            /** It happened a short while ago. */
            FRESH,
            /** It happened a day ago or earlier. */
            LONG_PAST
        }
    }

    static IncidentPriority of(Incident incident, Instant now) {
        var reasons = new ArrayList<Reason>();
        int level = LAST - incident.offence().severity();
        reasons.add(reason(
                Reason.Code.SEVERITY, "of severity %d", incident.offence().severity()));
        if (incident.offence().dangerContinues()) {
            level--;
            reasons.add(reason(Reason.Code.DANGER_CONTINUES, "people are still in danger"));
        }
        var occurredAt = incident.offence().occurredAt();
        if (occurredAt != null) {
            var age = Duration.between(occurredAt, now);
            if (age.compareTo(FRESH) < 0) {
                level--;
                reasons.add(ago(Reason.Code.FRESH, "it happened %d min ago", age.toMinutes(), age));
            } else if (age.compareTo(LONG_PAST) >= 0) {
                level++;
                reasons.add(ago(Reason.Code.LONG_PAST, "it happened %d h ago", age.toHours(), age));
            }
        }
        if (incident.assistanceAskedAt() != null) {
            level = FIRST;
            reasons.addFirst(reason(Reason.Code.ASSISTANCE_ASKED, "a unit on it asks for help"));
        }
        return new IncidentPriority(Math.clamp(level, FIRST, LAST), List.copyOf(reasons));
    }

    private static Reason reason(Reason.Code code, String text, Object... figures) {
        return new Reason(code, String.format(Locale.ROOT, text, figures), null);
    }

    private static Reason ago(Reason.Code code, String text, long figure, Duration age) {
        return new Reason(code, String.format(Locale.ROOT, text, figure), Math.max(0, age.toSeconds()));
    }
}
