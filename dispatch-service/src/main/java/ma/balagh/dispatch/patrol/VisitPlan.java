package ma.balagh.dispatch.patrol;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All visits that are wanted, with who makes them. The solver reads and writes by getters and setters. */
@PlanningSolution
public class VisitPlan {

    @PlanningEntityCollectionProperty
    private List<VisitRequest> visits = List.of();

    @PlanningScore
    private @Nullable HardMediumSoftScore score;

    /** For the solver, which makes copies. */
    public VisitPlan() {}

    VisitPlan(List<VisitRequest> visits) {
        this.visits = List.copyOf(visits);
    }

    List<VisitRequest> visits() {
        return visits;
    }

    HardMediumSoftScore score() {
        return score == null ? HardMediumSoftScore.ZERO : score;
    }

    /** For the solver. */
    public List<VisitRequest> getVisits() {
        return visits;
    }

    /** For the solver. */
    public void setVisits(List<VisitRequest> visits) {
        this.visits = visits;
    }

    /** For the solver. */
    public @Nullable HardMediumSoftScore getScore() {
        return score;
    }

    /** For the solver. */
    public void setScore(@Nullable HardMediumSoftScore score) {
        this.score = score;
    }
}
