package ma.balagh.dispatch.blackspot;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The black spots of some hours of the week. */
@Schema(name = "BlackSpots")
record BlackSpotListView(
        @Schema(description = "The most expected first") List<BlackSpotView> items,

        @Schema(description = "Of the newest of the maps; of the next one where there is none yet")
        MethodFigures method,

        @Schema(description = "No territory has enough incidents in these hours to say anything")
        boolean tooFew,

        @Schema(description = "The map of each territory, also of those without a black spot")
        List<TerritoryMapView> maps) {

    BlackSpotListView {
        items = List.copyOf(items);
        maps = List.copyOf(maps);
    }
}
