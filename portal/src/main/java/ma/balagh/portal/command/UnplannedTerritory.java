package ma.balagh.portal.command;

import io.quarkus.qute.TemplateData;

/**
 * A territory to which no plan of the next hours sends anybody.
 *
 * @param blackSpots how many it has
 */
@TemplateData
public record UnplannedTerritory(String jurisdiction, long blackSpots) {}
