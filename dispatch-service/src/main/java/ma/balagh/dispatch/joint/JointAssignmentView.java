package ma.balagh.dispatch.joint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.incident.WaitingIncident;
import ma.balagh.dispatch.road.TravelBasis;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.http.Preconditions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The proposal for all incidents that wait, beside that of a dispatcher who serves one after the other.
 *
 * @param assignments of the proposal: the first unit of each incident in the order in which these are to be served, then
 *     those that run cards ask for besides
 * @param weightedSeconds cost of the proposal: the sum of each response time × the weight of the incident, of what the
 *     absence of the units costs in coverage, of a day for each incident to which nobody is sent, and of 72 minutes for
 *     each further unit that a run card asks for and that is not sent
 * @param greedyWeightedSeconds the same of the nearest unit that fits for one after the other; never less
 * @param responseSeconds sum of the proposal's response times, however grave the incidents are
 * @param greedyAssignments the nearest unit that fits for one after the other
 * @param coverage null where too few incidents are known to say anything of it
 * @param unserved on which nobody is and to which the proposal sends nobody, and why
 */
record JointAssignmentView(
        List<Line> assignments,
        double weightedSeconds,
        double greedyWeightedSeconds,
        long responseSeconds,
        long greedyResponseSeconds,
        List<Line> greedyAssignments,
        @Nullable Coverage coverage,
        List<Unserved> unserved,
        TravelBasis basis) {

    /**
     * One unit for one incident; an incident may need several.
     *
     * @param role of its run card in which the unit is to be sent
     * @param priority 1 (before all others) to 5
     * @param incidentTag for {@code If-Match}: the incident as it was when this was reckoned
     */
    @Schema(name = "ProposedAssignment")
    record Line(
            UUID incidentId,
            String incidentTag,
            int priority,
            @Nullable String place,
            Instant openedAt,
            UUID unitId,
            String callSign,
            AssignmentRole role,
            long estimatedSeconds) {

        static Line of(JointPlan.ProposedAssignment proposed) {
            var incident = proposed.incident();
            return new Line(
                    incident.id(),
                    Preconditions.written(incident.version()),
                    incident.priority(),
                    incident.place(),
                    incident.openedAt(),
                    proposed.unit().id(),
                    proposed.unit().callSign(),
                    proposed.place().requirement().role(),
                    Math.round(proposed.seconds()));
        }
    }

    /** The share of incidents that some idle unit is expected to reach in time, between 0 and 1. */
    @Schema(name = "CoverageShares")
    record Coverage(double now, double afterwards, double greedyAfterwards) {

        static Coverage of(IdleCoverage idle, JointPlan joint, JointPlan greedy) {
            return new Coverage(idle.now(), idle.after(joint), idle.after(greedy));
        }
    }

    /** An incident to which nobody would be sent, and on which nobody is. */
    @Schema(name = "UnservedIncident")
    record Unserved(UUID incidentId, int priority, @Nullable String place, Instant openedAt, Cause cause) {

        @Schema(name = "UnservedCause")
        enum Cause {
            /** All units that could be sent are needed elsewhere, or stay as the reserve. */
            NO_UNIT,
            /** None of those that could be sent is what the run card asks for. */
            NO_FITTING_UNIT,
            PLACE_UNKNOWN
        }

        static Unserved of(WaitingIncident incident, Cause cause) {
            return new Unserved(incident.id(), incident.priority(), incident.place(), incident.openedAt(), cause);
        }
    }

    static JointAssignmentView of(
            JointPlan joint,
            JointPlan greedy,
            @Nullable Coverage coverage,
            List<Unserved> unserved,
            TravelBasis basis) {
        return new JointAssignmentView(
                joint.assignments().stream().map(Line::of).toList(),
                joint.cost(),
                greedy.cost(),
                joint.responseSeconds(),
                greedy.responseSeconds(),
                greedy.assignments().stream().map(Line::of).toList(),
                coverage,
                unserved,
                basis);
    }
}
