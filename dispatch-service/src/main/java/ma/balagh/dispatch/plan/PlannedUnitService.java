package ma.balagh.dispatch.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.incident.Incident;
import ma.balagh.dispatch.incident.IncidentAccess;
import ma.balagh.dispatch.incident.IncidentChanged;
import ma.balagh.dispatch.incident.TimelineEntry;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.dispatch.unit.UnitStatus;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/**
 * Plans busy units as the next for an incident. A plan sends nobody: it ends when a person sends the unit, there or
 * elsewhere, when somebody withdraws it, and when nobody is wanted there any more.
 */
@ApplicationScoped
class PlannedUnitService {

    private final PlannedUnitRepository repository;
    private final IncidentAccess incidents;
    private final UnitService units;
    private final Timestamps moments;
    private final ServiceWorkRunner serviceWork;

    PlannedUnitService(
            PlannedUnitRepository repository,
            IncidentAccess incidents,
            UnitService units,
            Timestamps moments,
            ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.incidents = incidents;
        this.units = units;
        this.moments = moments;
        this.serviceWork = serviceWork;
    }

    /**
     * Plans a unit that is busy; 409 when it is free or off duty, planned already, or nobody is wanted there.
     *
     * @param role null for what falls to it when it is sent
     * @param precondition refuses when the caller has read an older version of the incident
     */
    @Transactional
    PlannedUnit plan(
            UUID incidentId,
            UUID unitId,
            @Nullable AssignmentRole role,
            Caller caller,
            Consumer<Incident> precondition) {
        var incident = incidents.lock(incidentId, caller);
        precondition.accept(incident);
        incident.requireWanted();
        var unit = units.hold(unitId, incident.jurisdiction());
        requireBusyElsewhere(unit, incidentId);
        var plan = new PlannedUnit(unitId, incidentId, unit.callSign(), role, caller.name(), moments.now());
        // That of a unit of elsewhere may be for an incident that the caller does not see.
        if (!repository.insert(plan)) {
            throw DispatchProblem.UNIT_PLANNED.because(unit.callSign() + " is planned for an incident already");
        }
        incidents.note(incident, entry(TimelineEntry.Kind.PLANNED, plan, caller.name()));
        return plan;
    }

    private void requireBusyElsewhere(Unit unit, UUID incidentId) {
        if (unit.status() == UnitStatus.AVAILABLE || unit.status() == UnitStatus.OFF_DUTY) {
            throw DispatchProblem.UNIT_NOT_BUSY.because(unit.callSign() + " is " + unit.status());
        }
        if (repository.isOn(incidentId, unit.id())) {
            throw DispatchProblem.ILLEGAL_TRANSITION.because(unit.callSign() + " is on that incident already");
        }
    }

    /**
     * Withdraws the plan; 404 when there is none.
     *
     * @param precondition refuses when the caller has read an older version of the incident
     */
    @Transactional
    void withdraw(UUID incidentId, UUID unitId, Caller caller, Consumer<Incident> precondition) {
        var incident = incidents.lock(incidentId, caller);
        precondition.accept(incident);
        var plan = repository.end(incidentId, unitId).orElseThrow(() -> CommonProblem.notFound("the plan"));
        incidents.note(incident, entry(TimelineEntry.Kind.PLAN_ENDED, plan, caller.name()));
    }

    /** Plans are everybody's whom it concerns, whoever sends the unit or ends the incident. */
    void changed(@Observes IncidentChanged change) {
        var unitId = change.unitId();
        if (change.kind() == TimelineEntry.Kind.ASSIGNED && unitId != null) {
            serviceWork.run(() -> sent(change.incidentId(), unitId));
        } else if (change.kind().mayEndTheNeedForUnits()) {
            serviceWork.run(() -> over(change.incidentId()));
        }
    }

    /** That it was sent to where it was planned for, the assignment says. */
    private void sent(UUID incidentId, UUID unitId) {
        repository
                .endOfUnit(unitId)
                .filter(plan -> !plan.incidentId().equals(incidentId))
                .ifPresent(this::noteEnd);
    }

    private void over(UUID incidentId) {
        if (!incidents.isWanted(incidentId)) {
            repository.endOfIncident(incidentId).forEach(this::noteEnd);
        }
    }

    private void noteEnd(PlannedUnit plan) {
        incidents.noteBeside(plan.incidentId(), entry(TimelineEntry.Kind.PLAN_ENDED, plan, TimelineEntry.BY_ITSELF));
    }

    private TimelineEntry entry(TimelineEntry.Kind kind, PlannedUnit plan, String by) {
        return new TimelineEntry(kind, moments.now(), by, plan.callSign(), null);
    }
}
