package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
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
        IncidentPermissions desk) {}
