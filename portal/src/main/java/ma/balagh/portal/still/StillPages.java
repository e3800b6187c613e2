package ma.balagh.portal.still;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import ma.balagh.portal.evidence.MediaStreamClient;
import ma.balagh.portal.evidence.ViewingPass;
import ma.balagh.portal.incident.DispatchClient;
import ma.balagh.portal.incident.IncidentResponse;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.upstream.PagePart;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The still of an incident, for those who send and are sent. Dispatch says whether the incident exists for the viewer,
 * analysis whether the still does. Nobody types a purpose on the way to an incident: it is the incident, and is logged.
 */
@Path("/incidents/{id}/still")
@RunOnVirtualThread
@RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.COMMANDER, PortalRoles.JUDICIAL_OFFICER, PortalRoles.FIELD_UNIT})
class StillPages {

    private final DispatchClient dispatch;
    private final StillClient stills;
    private final MediaStreamClient stream;
    private final String analysis;

    StillPages(
            @RestClient DispatchClient dispatch,
            @RestClient StillClient stills,
            MediaStreamClient stream,
            @ConfigProperty(name = "quarkus.rest-client.analysis.url") String analysis) {
        this.dispatch = dispatch;
        this.stills = stills;
        this.stream = stream;
        this.analysis = analysis;
    }

    @CheckedTemplate(basePath = "still", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StillPage(UUID incidentId, PagePart<RedactedStillResponse> still) implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance read(UUID id) {
        IncidentResponse incident = dispatch.incident(id);
        return new StillPage(id, PagePart.of(() -> stills.read(incident.dossierId())));
    }

    @GET
    @Path("picture")
    @Produces(MediaType.WILDCARD)
    public Response picture(UUID id, @Context HttpHeaders request) {
        IncidentResponse incident = dispatch.incident(id);
        return stream.pass(
                analysis + "/api/v1/dossiers/" + incident.dossierId() + "/still/content",
                ViewingPass.forPurpose("Intervention, incident " + id),
                request);
    }
}
