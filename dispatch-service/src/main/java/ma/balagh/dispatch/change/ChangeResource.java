package ma.balagh.dispatch.change;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The stream of changes over REST, as server-sent events. */
@Tag(name = "Incidents")
@Path("/api/v1/incidents/events")
class ChangeResource {

    private static final String EVENT_STREAM = "text/event-stream";
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final ChangeStreamService stream;
    private final DeskChangeService changes;
    private final ChangePoller poller;
    private final Caller caller;

    ChangeResource(ChangeStreamService stream, DeskChangeService changes, ChangePoller poller, Caller caller) {
        this.stream = stream;
        this.changes = changes;
        this.poller = poller;
        this.caller = caller;
    }

    @GET
    @Path("position")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER, Roles.FIELD_UNIT})
    @Operation(summary = "Where the stream is now", description = """
                    Whoever reads this first, then lists and incidents, and then follows with the position in `Last-Event-ID` \
                    is told whatever changed after the reading.""")
    public StreamPositionView position() {
        return new StreamPositionView(changes.now().toString());
    }

    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.COMMANDER, Roles.FIELD_UNIT})
    @Operation(summary = "What changes, as server-sent events; a field unit gets what concerns it", description = """
                    Events `change` name incidents, assignments, units and road closures to read anew; what one transaction changed is \
                    one event. Events `positions` list units that moved. With the id of the last event in \
                    `Last-Event-ID`, nothing that changed since is left out; where that is too long ago, an event `reset` \
                    says that everything has to be read anew. Events `heartbeat` come where nothing else does. The stream ends when the token expires.""")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content = @Content(mediaType = EVENT_STREAM, schema = @Schema(implementation = DeskChange.class)))
    @APIResponse(responseCode = "503", description = "This replica has as many followers as it can serve")
    @RunOnVirtualThread
    public RestResponse<StreamingOutput> follow(
            @HeaderParam(LAST_EVENT_ID) @Size(max = StreamPosition.LONGEST) @Nullable String lastEventId,
            @Context HttpServerResponse response) {
        var from = lastEventId == null || lastEventId.isEmpty() ? null : position(lastEventId);
        // Once the stream has begun, nobody can be told why it ends.
        changes.restriction();
        var end = caller.expiresAt();
        if (!poller.hasRoom()) {
            throw CommonProblem.UNAVAILABLE.because("there are as many followers as this replica can serve");
        }
        StreamingOutput body = out -> write(from, end, response::closed, out);
        return RestResponse.ResponseBuilder.<StreamingOutput>create(RestResponse.Status.OK.getStatusCode())
                .type(EVENT_STREAM)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // Proxies that collect answers would collect this one for ever.
                .header("X-Accel-Buffering", "no")
                .entity(body)
                .build();
    }

    private void write(@Nullable StreamPosition from, Instant end, BooleanSupplier isGone, OutputStream out)
            throws IOException {
        if (!poller.join()) {
            return;
        }
        try {
            stream.follow(from, end, isGone, out);
        } finally {
            poller.part();
        }
    }

    private static StreamPosition position(String text) {
        try {
            return StreamPosition.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommonProblem.invalid(
                    Violation.unfitting(LAST_EVENT_ID, "must be the id of an event of this stream"));
        }
    }
}
