package ma.balagh.portal.blackspot;

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
import java.time.Instant;
import java.util.List;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import ma.balagh.portal.upstream.PagePart;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Where incidents cluster, by hour: a plan and a list that say the same. */
@Path("/black-spots")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({PortalRoles.COMMANDER, PortalRoles.DISPATCHER, PortalRoles.ANALYST})
class BlackSpotPages {

    private final BlackSpotClient dispatch;
    private final PlannedVisitService visits;
    private final Viewer viewer;
    private final Clock clock;

    BlackSpotPages(@RestClient BlackSpotClient dispatch, PlannedVisitService visits, Viewer viewer, Clock clock) {
        this.dispatch = dispatch;
        this.visits = visits;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * @param patrols where approved plans send units in these hours
     * @param directs whether the viewer opens incidents and plans patrols: analysts do not
     */
    @CheckedTemplate(basePath = "blackspot", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BlackSpotPage(
            BlackSpotsResponse answer,
            SpotPlan plan,
            SpotFilter filter,
            Instant before,
            PagePart<PlannedVisitList> patrols,
            boolean directs)
            implements TemplateInstance {}

    /** @param isComputed whether there is any map to show black spots of */
    @CheckedTemplate(basePath = "blackspot", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SpotLayer(
            SpotPlan plan, SpotFilter filter, boolean isComputed, Instant before, PagePart<PlannedVisitList> patrols)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @QueryParam("days") @Nullable String days,
            @QueryParam("hour") @Nullable String hour,
            @QueryParam("day") @Nullable String day,
            @QueryParam("jurisdiction") @Nullable String jurisdiction) {
        var now = clock.instant();
        var filter = SpotFilter.of(days, hour, day, jurisdiction);
        var answer = dispatch.list(filter.at(now), filter.hourOfWeek(), filter.jurisdiction());
        PagePart<PlannedVisitList> patrols =
                directs() ? PagePart.of(() -> visits.visits(filter, now)) : PagePart.none();
        return new BlackSpotPage(
                answer, plan(answer, filter, now, patrols), filter, filter.before(now), patrols, directs());
    }

    /** The list that a map shows: of the hours that it is now, unless others are chosen. */
    @GET
    @Path("layer")
    @RolesAllowed({PortalRoles.COMMANDER, PortalRoles.DISPATCHER})
    public TemplateInstance layer(
            @QueryParam("days") @Nullable String days, @QueryParam("hour") @Nullable String hour) {
        var now = clock.instant();
        var filter = hour == null ? SpotFilter.now(now) : SpotFilter.of(days, hour, null, null);
        var answer = dispatch.list(null, filter.hourOfWeek(), null);
        PagePart<PlannedVisitList> patrols = PagePart.of(() -> visits.visits(filter, now));
        boolean isComputed = !answer.maps().isEmpty();
        return new SpotLayer(plan(answer, filter, now, patrols), filter, isComputed, filter.before(now), patrols);
    }

    /** The page is there without what it is compared with. */
    private SpotPlan plan(
            BlackSpotsResponse answer, SpotFilter filter, Instant now, PagePart<PlannedVisitList> patrols) {
        var before = PagePart.of(
                        () -> dispatch.list(filter.before(now).toString(), filter.hourOfWeek(), filter.jurisdiction()))
                .orNothing();
        return SpotPlan.of(
                answer.items(),
                before == null || before.maps().isEmpty() ? null : before.items(),
                patrols.isPresent() ? patrols.value().visits() : List.of());
    }

    private boolean directs() {
        return viewer.has(PortalRoles.COMMANDER) || viewer.has(PortalRoles.DISPATCHER);
    }
}
