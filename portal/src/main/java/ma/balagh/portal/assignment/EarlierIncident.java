package ma.balagh.portal.assignment;

import io.quarkus.qute.TemplateData;
import ma.balagh.portal.incident.IncidentResponse;
import ma.balagh.portal.referral.RightsResponse;

/**
 * An incident that the crew was on: it may still bring photos and say what it did for people whom it arrested there.
 *
 * @param rights the checklist of these people
 */
@TemplateData
public record EarlierIncident(IncidentResponse incident, RightsResponse.Panel rights) {

    static EarlierIncident of(IncidentResponse incident, RightsResponse told) {
        return new EarlierIncident(
                incident,
                new RightsResponse.Panel(
                        told, incident.id(), true, incident.isAttended(), true, "earlier-" + incident.id() + "-"));
    }
}
