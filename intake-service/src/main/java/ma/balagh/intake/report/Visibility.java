package ma.balagh.intake.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.balagh.http.Caller;
import ma.balagh.http.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Which reports somebody sees, as a condition that stands in the query itself: staff those of their jurisdictions, a
 * partner those that it filed, the laboratory all. A report all of whose dossiers were forwarded is about
 * misconduct, whatever it is answered: of the staff, only internal affairs see it. What was judged as misconduct is seen
 * by them alone in every other report, too.
 */
public record Visibility(boolean everything, @Nullable String filedBy, List<String> jurisdictions, boolean forwarded) {

    /** Narrows {@code report} in the {@code from} clause. */
    public static final String CONDITION = unless("report.forwarded");

    /** Narrows {@code evidence} that stands in {@code report}, both in the {@code from} clause. */
    public static final String CONDITION_OF_EVIDENCE = unless("report.forwarded or evidence.hidden");

    /**
     * The id by which an evidence in a report is known to whoever sees it, of {@code report_evidence} and {@code report}:
     * a partner may know the same bytes by another one.
     */
    public static final String KNOWN_AS = """
            coalesce(
                case when report.filed_by = :seesFiledBy then report_evidence.answered_as end,
                report_evidence.evidence_id)
            """;

    private static String unless(String hidden) {
        return """
                (:seesEverything or report.filed_by = :seesFiledBy
                 or (report.jurisdiction like any(:seesJurisdictions) and (:seesForwarded or not (%s))))
                """.formatted(hidden);
    }

    /** What the suite itself sees, working for nobody. */
    public static final Visibility EVERYTHING = new Visibility(true, null, List.of(), true);

    public static Visibility of(Caller caller) {
        if (caller.has(Roles.LABORATORY)) {
            return EVERYTHING;
        }
        // A partner has a territory in its token, too: what it files belongs there, but it does not see the others'.
        if (caller.has(Roles.PARTNER)) {
            return new Visibility(false, caller.id(), List.of(), false);
        }
        return new Visibility(false, null, caller.jurisdictions().patterns(), caller.has(Roles.INTERNAL_AFFAIRS));
    }

    /**
     * Of whoever sees these jurisdictions, and no misconduct; or no more than what it filed.
     *
     * @param jurisdictions as patterns; none for one that sees what it filed
     */
    public static Visibility within(String caller, List<String> jurisdictions) {
        return new Visibility(false, jurisdictions.isEmpty() ? caller : null, jurisdictions, false);
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

    /** Adds {@link #CONDITION} as far as it concerns whoever this is, so that indexes can serve what is left of it. */
    void addTo(Conditions conditions) {
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
