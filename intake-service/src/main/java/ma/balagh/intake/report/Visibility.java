package ma.balagh.intake.report;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.http.Caller;
import ma.balagh.http.Roles;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which reports somebody sees, as a condition that stands in the query itself: staff those of their jurisdictions, a
 * partner those that it filed, the laboratory all. A report of which any dossier was forwarded is about
 * misconduct, whatever it is answered: of the staff, only internal affairs see it.
 */
public record Visibility(boolean everything, @Nullable String filedBy, List<String> jurisdictions, boolean forwarded) {

    /** Narrows {@code report} in the {@code from} clause. */
    public static final String CONDITION = """
            (:seesEverything or report.filed_by = cast(:seesFiledBy as text)
             or (report.jurisdiction like any(:seesJurisdictions)
                 and (:seesForwarded or not report.forwarded)))
            """;

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

    /** Binds what {@link #CONDITION} names. */
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement
                .bind("seesEverything", everything)
                .bind("seesFiledBy", filedBy)
                .bind("seesForwarded", forwarded)
                .bindArray("seesJurisdictions", String.class, jurisdictions);
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
