package ma.balagh.intake.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.balagh.http.Caller;
import ma.balagh.http.Roles;
import org.jspecify.annotations.Nullable;

/**
 * People whom the service has in mind while it works with every row: what it says, shares or erases for them goes no further
 * than what they see. What a caller is shown needs no such condition: PostgreSQL holds that.
 *
 * @param filedBy the partner that sees what it filed, and nothing else
 * @param jurisdictions of which staff see the reports, as patterns
 * @param forwarded whether misconduct exists for them
 */
public record ReportAudience(
        boolean everything, @Nullable String filedBy, List<String> jurisdictions, boolean forwarded) {

    /** That they see {@code report}. */
    public static final String SEE_REPORT = unless("report.forwarded");

    /** That they see {@code evidence} in {@code report}. */
    public static final String SEE_EVIDENCE = unless("report.forwarded or evidence.hidden");

    /** The suite itself, working for nobody. */
    public static final ReportAudience ALL = new ReportAudience(true, null, List.of(), true);

    private static String unless(String hidden) {
        return """
                (:seesEverything or report.filed_by = cast(:seesFiledBy as text)
                 or (report.jurisdiction like any(:seesJurisdictions) and (:seesForwarded or not (%s))))
                """.formatted(hidden);
    }

    public static ReportAudience of(Caller caller) {
        if (caller.has(Roles.LABORATORY)) {
            return ALL;
        }
        // A partner has a territory in its token, too: what it files belongs there, but it does not see the others'.
        if (caller.has(Roles.PARTNER)) {
            return new ReportAudience(false, caller.id(), List.of(), false);
        }
        return new ReportAudience(false, null, caller.jurisdictions().patterns(), caller.has(Roles.INTERNAL_AFFAIRS));
    }

    /**
     * Whoever sees these jurisdictions, and no misconduct; or no more than what it filed.
     *
     * @param jurisdictions as patterns; none for one that sees what it filed
     */
    public static ReportAudience within(String caller, List<String> jurisdictions) {
        return new ReportAudience(false, jurisdictions.isEmpty() ? caller : null, jurisdictions, false);
    }

    /** What the conditions name. No account is called "". */
    public Map<String, Object> values() {
        return Map.of(
                "seesEverything",
                everything,
                "seesFiledBy",
                Objects.requireNonNullElse(filedBy, ""),
                "seesForwarded",
                forwarded,
                "seesJurisdictions",
                jurisdictions.toArray(String[]::new));
    }

    /**
     * Adds what PostgreSQL holds anyway, as far as it concerns these people: of few reports among very many, indexes find
     * only those that the statement asks for.
     */
    void narrow(QueryConditionBuilder conditions) {
        if (everything) {
            return;
        }
        var ways = new ArrayList<String>();
        if (filedBy != null) {
            ways.add("report.filed_by = " + conditions.bind("seesFiledBy", filedBy));
        }
        if (!jurisdictions.isEmpty()) {
            String within = "(" + conditions.within(jurisdictions, "seesJurisdiction") + ")";
            ways.add(forwarded ? within : within + " and not report.forwarded");
        }
        conditions.add(ways.isEmpty() ? "false" : String.join(" or ", ways));
    }
}
