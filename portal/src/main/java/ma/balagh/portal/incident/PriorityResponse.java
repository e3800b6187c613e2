package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How soon an incident is to be served, and why.
 *
 * @param level 1 (before all others) to 5
 */
@TemplateData
public record PriorityResponse(int level, List<Reason> reasons) {

    /**
     * What counts for or against serving it soon; the text is dispatch's own, in English.
     *
     * @param seconds how long ago it happened, where that is the reason
     */
    @TemplateData
    public record Reason(
            @Nullable Code code, String text, @Nullable Double seconds) {

        public boolean isOfSeverity() {
            return code == Code.SEVERITY;
        }

        /** Whether it tells how long ago it happened. */
        public boolean isOfAge() {
            return seconds != null && (code == Code.FRESH || code == Code.LONG_PAST);
        }
    }

    /** What dispatch gives as a reason. */
    public enum Code {
        SEVERITY,
        ASSISTANCE_ASKED,
        DANGER_CONTINUES,
        FRESH,
        LONG_PAST
    }
}
