package ma.balagh.portal.command;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.blackspot.BlackSpotsResponse.BlackSpot;

/** A territory to whose black spots no plan of the next hours sends anybody. */
@TemplateData
public record UnplannedTerritory(String jurisdiction, List<BlackSpot> blackSpots) {

    private static final int MOST_NAMED = 3;

    public List<BlackSpot> first() {
        return blackSpots.stream().limit(MOST_NAMED).toList();
    }

    /** How many more there are. */
    public int more() {
        return Math.max(0, blackSpots.size() - MOST_NAMED);
    }
}
