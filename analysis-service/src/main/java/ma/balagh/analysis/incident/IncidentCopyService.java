package ma.balagh.analysis.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import ma.balagh.contracts.dispatch.IncidentCancelled;
import ma.balagh.contracts.dispatch.IncidentEscalated;
import ma.balagh.contracts.dispatch.IncidentEvent;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentReopened;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.contracts.dispatch.UnitStoodDown;

/** Keeps copies of dispatch's incidents. Events may arrive in any order. */
@ApplicationScoped
class IncidentCopyService {

    private final IncidentCopyRepository repository;
    private final Event<UnitSent> sent;

    IncidentCopyService(IncidentCopyRepository repository, Event<UnitSent> sent) {
        this.repository = repository;
        this.sent = sent;
    }

    @Transactional
    void apply(IncidentEvent event) {
        switch (event) {
            case IncidentOpened opened -> {
                repository.insert(opened.incidentId(), opened.dossierId());
                repository.opened(opened);
            }
            case UnitAssigned assigned -> {
                repository.insert(assigned.incidentId(), assigned.dossierId());
                repository.insertAssignment(assigned.assignmentId(), assigned.incidentId(), assigned.unitId());
                repository.assigned(assigned);
                repository.lockCrews(assigned.dossierId());
                sent.fire(new UnitSent(assigned.dossierId(), assigned.callSign()));
            }
            case UnitProgressed progressed -> {
                repository.insert(progressed.incidentId(), progressed.dossierId());
                repository.insertAssignment(progressed.assignmentId(), progressed.incidentId(), progressed.unitId());
                repository.progressed(progressed);
            }
            case UnitStoodDown back -> {
                repository.insert(back.incidentId(), back.dossierId());
                repository.insertAssignment(back.assignmentId(), back.incidentId(), back.unitId());
                repository.stoodDown(back);
            }
            case IncidentReopened reopened -> {
                repository.insert(reopened.incidentId(), reopened.dossierId());
                repository.reopened(reopened);
            }
            case IncidentEscalated escalated -> {
                // Who is called for when a stage lasts too long is dispatch's to know.
            }
            case IncidentResolved resolved -> {
                repository.insert(resolved.incidentId(), resolved.dossierId());
                repository.resolved(resolved);
            }
            case IncidentReferred referred -> {
                repository.insert(referred.incidentId(), referred.dossierId());
                repository.referred(referred);
            }
            case IncidentCancelled cancelled -> {
                repository.insert(cancelled.incidentId(), cancelled.dossierId());
                repository.cancelled(cancelled);
            }
        }
    }
}
