package ma.balagh.dispatch.patrol;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the solver reads, copies and makes by reflection, for native executables. */
@RegisterForReflection(targets = {VisitPlan.class, VisitRequest.class, PatrolConstraintProvider.class})
final class VisitPlanReflection {

    private VisitPlanReflection() {}
}
