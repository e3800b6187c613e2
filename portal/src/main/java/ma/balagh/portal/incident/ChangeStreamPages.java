package ma.balagh.portal.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.regex.Pattern;
import ma.balagh.portal.shell.PortalRoles;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What changes, for the desk's browser: it has its session's cookie and never sees a token. */
@Path("/incidents/events")
@RunOnVirtualThread
@RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.COMMANDER, PortalRoles.FIELD_UNIT})
class ChangeStreamPages {

    /** As dispatch writes positions; what else an address says is none of ours. */
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}:[0-9]{1,18}:[0-9,]{0,4000}");

    private final ChangeStreamClient changes;
    private final Duration silence;
    private final Duration life;

    ChangeStreamPages(
            ChangeStreamClient changes,
            @ConfigProperty(name = "balagh.live.silence") Duration silence,
            @ConfigProperty(name = "balagh.live.life") Duration life) {
        this.changes = changes;
        this.silence = silence;
        this.life = life;
    }

    /**
     * @param lastEventId where a browser is that comes back by itself
     * @param from where it begins: a script cannot send the header
     */
    @GET
    public RestResponse<StreamingOutput> follow(
            @HeaderParam(ChangeStreamClient.LAST_EVENT_ID) @Nullable String lastEventId,
            @QueryParam("from") @Nullable String from,
            @Context HttpServerResponse response) {
        if (from != null && !POSITION.matcher(from).matches()) {
            throw new BadRequestException();
        }
        String position = lastEventId == null || lastEventId.isBlank() ? from : lastEventId;
        ChangeStreamRelay relay = new ChangeStreamRelay(changes.open(position), silence, life);
        StreamingOutput body = browser -> relay.passOn(browser, response::closed);
        return RestResponse.ResponseBuilder.ok(body, "text/event-stream")
                // Proxies that collect answers would collect this one for ever.
                .header("X-Accel-Buffering", "no")
                .build();
    }
}
