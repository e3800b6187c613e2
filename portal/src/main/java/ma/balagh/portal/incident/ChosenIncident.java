package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import ma.balagh.portal.upstream.PagePart;
import ma.balagh.portal.upstream.ResponsePage;

/**
 * An incident with what the viewer needs to act on it.
 *
 * @param recommendations units that could be sent, while one is wanted
 * @param desk what the viewer may do
 */
@TemplateData
public record ChosenIncident(
        IncidentResponse incident,
        PagePart<ResponsePage<RecommendationResponse>> recommendations,
        IncidentPermissions desk) {

    /** So many units have a key on the desk. */
    private static final int KEYS = 9;

    /**
     * The units that the desk shows: those with a key and, of each role that none of these fits, the first that does. All
     * of them, fifty and more, would take longer to show than to find.
     */
    public PagePart<ResponsePage<RecommendationResponse>> foremost() {
        return recommendations.isPresent()
                ? PagePart.of(() ->
                        new ResponsePage<>(foremost(recommendations.value().items()), null))
                : recommendations;
    }

    /** How many more there are on the incident's page. */
    public int furtherUnits() {
        return recommendations.isPresent()
                ? recommendations.value().items().size()
                        - foremost().value().items().size()
                : 0;
    }

    static List<RecommendationResponse> foremost(List<RecommendationResponse> units) {
        var roles = EnumSet.noneOf(RunCardCoverageResponse.Role.class);
        var foremost = new ArrayList<RecommendationResponse>();
        for (var unit : units) {
            boolean isFirstOfRole = unit.role() != null && roles.add(unit.role());
            if (foremost.size() < KEYS || isFirstOfRole) {
                foremost.add(unit);
            }
        }
        return List.copyOf(foremost);
    }
}
