package ma.balagh.dispatch.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import ma.balagh.callback.CallbackDeliveryQueue;
import ma.balagh.callback.CallbackSubject;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.incident.IncidentChanged;
import ma.balagh.dispatch.incident.IncidentQueryService;
import ma.balagh.persistence.ServiceWorkRunner;

/**
 * Writes messages to partners of what changed about an incident, in the transaction of the change. They are sent later, by
 * workers of their own: nobody here waits for a partner.
 */
@ApplicationScoped
class IncidentCallbackListener {

    private final IncidentCallbackRepository repository;
    private final IncidentQueryService incidents;
    private final CallbackDeliveryQueue queue;
    private final ServiceWorkRunner serviceWork;
    private final Timestamps moments;
    private final ObjectMapper json;

    IncidentCallbackListener(
            IncidentCallbackRepository repository,
            IncidentQueryService incidents,
            CallbackDeliveryQueue queue,
            ServiceWorkRunner serviceWork,
            Timestamps moments,
            ObjectMapper json) {
        this.repository = repository;
        this.incidents = incidents;
        this.queue = queue;
        this.serviceWork = serviceWork;
        this.moments = moments;
        this.json = json;
    }

    @Produces
    @Singleton
    static CallbackSubject subject() {
        return new CallbackSubject("incident_id");
    }

    void changed(@Observes IncidentChanged change) {
        if (change.kind().isPlanning()) {
            return;
        }
        // Callbacks are the partners', whoever changes the incident.
        serviceWork.run(() -> write(change));
    }

    private void write(IncidentChanged change) {
        var told = repository.toTell(change.incidentId());
        if (told.isEmpty()) {
            return;
        }
        var now = moments.now();
        var incident = incidents.shared(change.incidentId()).orElseThrow();
        queue.add(told, incident.id(), json(IncidentMessage.of(change.kind(), now, incident)), now);
    }

    private String json(IncidentMessage message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an incident can be written", e);
        }
    }
}
