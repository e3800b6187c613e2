package ma.balagh.portal.track;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import ma.balagh.portal.shell.PortalRoles;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Where a unit has been, on a map and as a list. Dispatch records each look. */
@Path("/unit-tracks/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.COMMANDER})
class TrackPages {

    private final TrackClient dispatch;
    private final Clock clock;

    TrackPages(@RestClient TrackClient dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "track", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrackPage(TrackResponse track, TrackPeriod period) implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            UUID id, @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        TrackPeriod period = TrackPeriod.of(from, to, clock.instant());
        return new TrackPage(
                dispatch.read(id, period.from().toString(), period.to().toString()), period);
    }
}
