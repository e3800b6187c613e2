package ma.balagh.intake.obtain;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Violation;
import ma.balagh.intake.report.MediaLink;
import org.jspecify.annotations.Nullable;

/** What {@code GET /media-links} may be narrowed by. */
final class LinkCriteria {

    private static final int LONGEST_REASON = 61;
    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z_]{0,60}+");

    @QueryParam("state")
    private MediaLink.@Nullable State state;

    @QueryParam("reason")
    @Size(max = LONGEST_REASON)
    private @Nullable String reason;

    @QueryParam("jurisdiction")
    @Size(max = Jurisdictions.LONGEST)
    private @Nullable String jurisdiction;

    /** Whether it is still to be obtained and the last attempts brought nothing. */
    @QueryParam("failing")
    private @Nullable Boolean failing;

    @Nullable
    String state() {
        return state == null ? null : state.name();
    }

    @Nullable
    String reason() {
        if (reason != null && !REASON.matcher(reason).matches()) {
            throw CommonProblem.invalid(Violation.malformed("reason", "must be a name such as NOT_FOUND"));
        }
        return reason;
    }

    @Nullable
    Boolean failing() {
        return failing;
    }

    /** Stands for the code itself and every code below it. */
    @Nullable
    Jurisdictions jurisdiction() {
        if (jurisdiction == null) {
            return null;
        }
        if (!Jurisdictions.isCode(jurisdiction)) {
            throw CommonProblem.invalid(Violation.notAJurisdiction("jurisdiction"));
        }
        return Jurisdictions.of(jurisdiction);
    }
}
