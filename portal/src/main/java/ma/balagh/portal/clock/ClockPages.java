package ma.balagh.portal.clock;

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
import ma.balagh.portal.shell.PortalRoles;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The answer to "is every published video answered, and how fast?". */
@Path("/clocks")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.COMMANDER, PortalRoles.AUDITOR})
class ClockPages {

    private final ClockClient dispatch;
    private final Clock clock;

    ClockPages(@RestClient ClockClient dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "clock", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClockPage(ClocksResponse clocks, ClockFilter filter) implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @QueryParam("period") @Nullable String name, @QueryParam("jurisdiction") @Nullable String jurisdiction) {
        ClockFilter filter = ClockFilter.of(name, jurisdiction);
        String from = clock.instant().minus(filter.period().length()).toString();
        return new ClockPage(dispatch.clocks(from, null, filter.jurisdiction()), filter);
    }
}
