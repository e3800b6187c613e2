package ma.balagh.dispatch.unit;

import java.util.Collection;
import java.util.List;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.ProblemException;

/**
 * Which of the units of one call sign a crew is of. A call sign is unique in its territory, so that each of these units is
 * known by its territory.
 */
public final class CrewUnitSelector {

    private CrewUnitSelector() {}

    /**
     * The territories whose unit may be the crew's: those that its account names, else those that lie below one of them.
     * More than one where nobody can tell.
     *
     * @param territories those that have a unit of the crew's call sign
     */
    public static List<String> select(Collection<String> territories, Jurisdictions crew) {
        var named = territories.stream().filter(crew.codes()::contains).toList();
        return named.isEmpty() ? territories.stream().filter(crew::covers).toList() : named;
    }

    /** What a crew is told where nobody can tell. */
    public static ProblemException ambiguous(String callSign) {
        return DispatchProblem.CALL_SIGN_AMBIGUOUS.because(
                callSign + " is the call sign of several units; the account needs the territory of its own unit");
    }
}
