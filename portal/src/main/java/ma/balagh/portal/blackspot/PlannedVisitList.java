package ma.balagh.portal.blackspot;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * The visits that approved plans make in the hours that are looked at.
 *
 * @param partial whether there are plans of that time that were not read
 */
@TemplateData
public record PlannedVisitList(List<PlannedVisits> visits, boolean partial) {}
