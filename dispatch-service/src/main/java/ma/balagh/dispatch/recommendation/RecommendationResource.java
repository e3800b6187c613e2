package ma.balagh.dispatch.recommendation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.incident.IncidentQueryService;
import ma.balagh.dispatch.road.TravelTimes;
import ma.balagh.dispatch.unit.DutyConfig;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which units to send, over REST: one page, best first. */
@Tag(name = "Incidents")
@Path("/api/v1/incidents/{id}/recommendations")
@Produces(MediaType.APPLICATION_JSON)
class RecommendationResource {

    /** More units than anybody looks through. */
    private static final int LIMIT = 200;

    private final IncidentQueryService incidents;
    private final UnitService units;
    private final TravelTimes travelTimes;
    private final RecommendationConfig config;
    private final DutyConfig rules;
    private final Timestamps moments;

    RecommendationResource(
            IncidentQueryService incidents,
            UnitService units,
            TravelTimes travelTimes,
            RecommendationConfig config,
            DutyConfig rules,
            Timestamps moments) {
        this.incidents = incidents;
        this.units = units;
        this.travelTimes = travelTimes;
        this.config = config;
        this.rules = rules;
        this.moments = moments;
    }

    @GET
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(summary = "Units to send, best first, with reasons for and against")
    public Page<Recommendation> recommend(UUID id) {
        var incident = incidents.find(id).orElseThrow(() -> CommonProblem.notFound("the incident"));
        var need = new RecommendationService.Need(
                incident.point().orElse(null), incident.jurisdiction(), incident.severity());
        var around = units.around(incident.jurisdiction(), incident.latitude(), incident.longitude(), LIMIT);
        List<Recommendation> recommended =
                new RecommendationService(travelTimes, config, rules, moments.now()).recommend(need, around);
        return new Page<>(recommended, null);
    }
}
