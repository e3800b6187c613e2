package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.util.Map;
import ma.balagh.portal.patrol.PatrolPlanResponse.Spot;
import org.jspecify.annotations.Nullable;

/** The black spots of the latest maps, by cell: a plan says of a place how much is expected there, and not why. */
@TemplateData
public record KnownSpots(Map<String, SpotFigures> byCell) {

    /** Where they are not to be had. */
    public static final KnownSpots NONE = new KnownSpots(Map.of());

    /** What is known of a place; nothing of one that is secured by hand, or that is a black spot at some hours alone. */
    public @Nullable SpotFigures of(Spot place) {
        return place.secured() ? null : byCell.get(place.cell());
    }
}
