package ma.balagh.dispatch.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ma.balagh.dispatch.incident.IncidentAccess;
import ma.balagh.dispatch.incident.IncidentQueryService;
import ma.balagh.dispatch.rights.RightsService;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;

/** Reads what happened to an incident, and notes who asked for it. */
@ApplicationScoped
class TimelineConsultationService {

    private final IncidentAccess incidents;
    private final IncidentQueryService reader;
    private final RightsService rights;
    private final ReferralConsultationRepository consultations;

    TimelineConsultationService(
            IncidentAccess incidents,
            IncidentQueryService reader,
            RightsService rights,
            ReferralConsultationRepository consultations) {
        this.incidents = incidents;
        this.reader = reader;
        this.rights = rights;
        this.consultations = consultations;
    }

    /** No look without its trace, also where no file comes of it. */
    @Transactional
    TimelineDocument consult(UUID incidentId, Caller caller, Purpose purpose) {
        var incident = incidents.require(incidentId, caller);
        consultations.record(incidentId, caller, purpose);
        return TimelineDocument.of(
                incident,
                reader.timeline(incidentId),
                reader.outcomeStatements(incidentId),
                rights.show(incidentId, caller));
    }
}
