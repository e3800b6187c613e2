package ma.balagh.portal.photo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.balagh.portal.incident.DispatchClient;
import ma.balagh.portal.incident.IncidentResponse;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.IdempotencyKeyFactory;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.upstream.StreamingUploadClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Passes the picture of a crew on to intake: for the dossier of an incident that dispatch shows to the unit. */
@Path("/assignment-photos/{incidentId}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.FIELD_UNIT)
class PhotoPages {

    private static final String NOTE = "X-Note";

    private final DispatchClient dispatch;
    private final StreamingUploadClient upload;
    private final Clock clock;
    private final String intake;

    PhotoPages(
            @RestClient DispatchClient dispatch,
            StreamingUploadClient upload,
            Clock clock,
            @ConfigProperty(name = "quarkus.rest-client.intake.url") String intake) {
        this.dispatch = dispatch;
        this.upload = upload;
        this.clock = clock;
        this.intake = intake;
    }

    /** @param at when a phone that had no network took it; nothing where it is sent at once */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response bring(
            UUID incidentId,
            @QueryParam("at") @Nullable String at,
            @QueryParam("key") @Nullable String key,
            @Context HttpHeaders headers,
            InputStream body) {
        Instant takenAt = Objects.requireNonNullElseGet(FormInputParser.timestamp(at, "at"), clock::instant);
        IncidentResponse incident = dispatch.incident(incidentId);
        upload.pass(address(incident, takenAt).toString(), headers(key, headers), headers, body);
        return Response.noContent().build();
    }

    /** The note goes on as it came, in a header: addresses are short, and stand in logs. */
    private static Map<String, String> headers(@Nullable String key, HttpHeaders headers) {
        var passed = new HashMap<>(Map.of("Idempotency-Key", IdempotencyKeyFactory.of(key)));
        String note = FormInputParser.text(headers.getHeaderString(NOTE));
        if (note != null) {
            passed.put(NOTE, note);
        }
        return passed;
    }

    private URI address(IncidentResponse incident, Instant takenAt) {
        return UriBuilder.fromUri(intake)
                .path("api/v1/field-media")
                .queryParam("dossierId", incident.dossierId())
                .queryParam("jurisdiction", incident.jurisdiction())
                .queryParam("takenAt", takenAt)
                .build();
    }
}
