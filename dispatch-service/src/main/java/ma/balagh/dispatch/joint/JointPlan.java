package ma.balagh.dispatch.joint;

import java.util.List;
import ma.balagh.dispatch.incident.WaitingIncident;

/**
 * Who would be sent where.
 *
 * @param unserved to which nobody would be sent, and on which nobody is
 * @param idle units that would stay
 * @param cost of all together: what {@link DispatchCostTable} says of each, and the price of a reserve that is not kept
 */
record JointPlan(
        List<ProposedAssignment> assignments, List<WaitingIncident> unserved, List<IdleUnit> idle, double cost) {

    /** One unit for one place, and the seconds until it would be there. */
    record ProposedAssignment(OpenPlace place, IdleUnit unit, double seconds) {

        WaitingIncident incident() {
            return place.incident();
        }
    }

    /** The other one where it costs no more: sums of one cost may differ by how they were added up. */
    JointPlan unlessAsCheap(JointPlan other) {
        return other.cost <= cost ? other : this;
    }

    /** The seconds of all, each rounded as it is shown, however grave the incidents are. */
    long responseSeconds() {
        return assignments.stream()
                .mapToLong(assignment -> Math.round(assignment.seconds()))
                .sum();
    }
}
