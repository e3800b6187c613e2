package ma.balagh.dispatch.blackspot;

import java.util.List;
import ma.balagh.dispatch.TranslatedText;
import ma.balagh.dispatch.road.GeoPoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A large cell with black spots, as everybody sees it: no number, no hour and no place within it. */
@Schema(name = "PublicBlackSpot")
record PublicSpotView(
        @Schema(description = "The large cell of H3") String cell,

        @Schema(description = "What lies near the middle of the large cell")
        TranslatedText name,

        @Schema(description = "The country and city, such as MA-CAS")
        String area,

        TranslatedText areaName,

        @Schema(description = "The corners of the large cell")
        List<GeoPoint> outline) {

    PublicSpotView {
        outline = List.copyOf(outline);
    }
}
