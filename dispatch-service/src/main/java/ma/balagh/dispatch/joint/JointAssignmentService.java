package ma.balagh.dispatch.joint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import ma.balagh.dispatch.incident.IncidentQueryService;
import ma.balagh.dispatch.incident.WaitingIncident;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/** Proposes who should be sent to all incidents that wait, and compares that with one after the other. */
@ApplicationScoped
class JointAssignmentService {

    /** More than wait at once where anybody still assigns by a list. */
    private static final int MOST = 200;

    private final IncidentQueryService incidents;
    private final IdleUnitFinder units;
    private final CandidateSelector candidates;
    private final CoverageService coverages;
    private final JointConfig config;

    JointAssignmentService(
            IncidentQueryService incidents,
            IdleUnitFinder units,
            CandidateSelector candidates,
            CoverageService coverages,
            JointConfig config) {
        this.incidents = incidents;
        this.units = units;
        this.candidates = candidates;
        this.coverages = coverages;
        this.config = config;
    }

    /** @param own the territories that the caller leads: others keep a reserve by themselves */
    JointAssignmentView propose(@Nullable String jurisdiction, Jurisdictions own) {
        var waiting = incidents.waiting(jurisdiction, MOST);
        var located =
                waiting.stream().filter(incident -> incident.point() != null).toList();
        var idle = units.find(jurisdiction, own);
        var coverage = coverages
                .forecast(jurisdiction)
                .map(forecast -> coverages.coverage(forecast, idle))
                .orElse(null);
        var selected = candidates.select(
                located, idle, coverage == null ? new double[idle.size()] : coverages.prices(coverage));
        var calculator = new JointAssignmentCalculator(
                selected.table(), new CoverageReserve(config.reserve(), config.reserveHeldFrom()));
        var greedy = calculator.greedy();
        var joint = calculator.joint().unlessAsCheap(greedy);
        return JointAssignmentView.of(
                joint,
                greedy,
                coverage == null ? null : JointAssignmentView.Coverage.of(coverage, joint, greedy),
                unserved(joint, waiting, idle, selected.table()),
                selected.basis());
    }

    private static List<JointAssignmentView.Unserved> unserved(
            JointPlan joint, List<WaitingIncident> waiting, List<IdleUnit> idle, DispatchCostTable table) {
        var fillable = new HashSet<>(IntStream.range(0, table.places().size())
                .filter(table::isFillable)
                .mapToObj(place -> table.places().get(place).incident().id())
                .toList());
        var left = new HashSet<>(joint.unserved());
        return waiting.stream()
                .filter(incident -> left.contains(incident) || incident.point() == null && !incident.hasUnit())
                .map(incident -> JointAssignmentView.Unserved.of(
                        incident, cause(incident, idle, fillable.contains(incident.id()))))
                .toList();
    }

    private static JointAssignmentView.Unserved.Cause cause(
            WaitingIncident incident, List<IdleUnit> idle, boolean isFillable) {
        if (incident.point() == null) {
            return JointAssignmentView.Unserved.Cause.PLACE_UNKNOWN;
        }
        return !isFillable && idle.stream().anyMatch(unit -> unit.mayGoTo(incident.jurisdiction()))
                ? JointAssignmentView.Unserved.Cause.NO_FITTING_UNIT
                : JointAssignmentView.Unserved.Cause.NO_UNIT;
    }
}
