package ma.balagh.dispatch.blackspot;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a territory's map was made of, and how good it is. */
@Schema(name = "TerritoryMap")
record TerritoryMapView(
        String territory,

        @Schema(description = "The end of the day that it was computed for")
        Instant asOf,

        Instant computedAt,

        @Schema(description = "Verified incidents with a place that it learned from")
        int incidents,

        @Schema(description = "Of these, of the last year") int lastYear,

        @Schema(description = "Cells that were compared") int cells,

        @Schema(description = "What it was computed with; absent where an earlier release computed it") @Nullable
        MethodFigures method,

        @Schema(description = "The hours that were asked for, beside naive counting on the months that were held back")
        WindowFigures window,

        @Schema(description = "Absent with too few incidents, or too many near each other") @Nullable
        NearRepeatFigures nearRepeat) {

    static TerritoryMapView of(BlackSpotMap map, WeekWindow window) {
        return new TerritoryMapView(
                map.territory(),
                map.asOf(),
                map.computedAt(),
                map.incidents(),
                map.lastYear(),
                map.cells(),
                map.method(),
                map.of(window),
                map.nearRepeat());
    }
}
