package ma.balagh.dispatch.blackspot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.TranslatedText;
import ma.balagh.dispatch.blackspot.statistics.SpotTrend;
import ma.balagh.dispatch.road.GeoPoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A black spot, as it is shown. */
@Schema(name = "BlackSpot")
record BlackSpotView(
        UUID id,

        @Schema(description = "The cell of H3") String cell,

        @Schema(
                description =
                        "Where most of its incidents were, in words; where nobody told it, the place of the gazetteer that is"
                                + " nearest, in Arabic; absent where none is within 20 km")
        @Nullable
        String name,

        String jurisdiction,
        double latitude,
        double longitude,

        @Schema(description = "The corners of the cell") List<GeoPoint> outline,

        @Schema(description = "Incidents of the last year in the cell, in the hours that were asked for")
        int incidents,

        @Schema(
                description =
                        "Getis and Ord's Gi*, a standard score, of the incidents of the last year, each counted as one")
        double giStar,

        @Schema(description = "Pseudo p-value against the alternative of more than by chance")
        double pGreater,

        @Schema(description = "Likewise, against less") double pLesser,

        @Schema(description = "Against both: min(1, 2 min(pGreater, pLesser))")
        double pValue,

        @Schema(description = "Rate of false discoveries among all cells (Benjamini and Hochberg)")
        double qValue,

        @Schema(description = "Likewise, of the cell alone: the chance of so many incidents, were all scattered evenly")
        double qAlone,

        SpotTrend trend,

        @Schema(description = "How many times its share of the area it held in the months that were held back")
        double pai,

        @Schema(description = "Incidents of the last year for each square kilometre around it, by kernel density")
        double density,

        @Schema(
                description =
                        "Black spots of one territory with the same number are one cluster; absent outside of any")
        @Nullable
        Integer cluster,

        @Schema(
                description =
                        "The place of the gazetteer that is nearest to the middle of the cluster; absent where none is"
                                + " within 20 km")
        @Nullable
        TranslatedText clusterName,

        @Schema(description = "Since when it is one without a break")
        Instant since,

        @Schema(description = "The incidents, the newest first; at most 500")
        List<UUID> evidence,

        MonthlyRateView interval) {

    /**
     * Incidents in 30 days.
     *
     * @param rate of the last year
     * @param from lower limit of the exact interval of 95 %
     */
    @Schema(name = "MonthlyRate")
    record MonthlyRateView(double rate, double from, double to) {}

    BlackSpotView {
        outline = List.copyOf(outline);
        evidence = List.copyOf(evidence);
    }

    static BlackSpotView of(
            KeptBlackSpot spot, CellIndex cells, @Nullable String name, @Nullable TranslatedText clusterName) {
        long cell = cells.named(spot.cell());
        var centre = cells.centre(cell);
        return new BlackSpotView(
                spot.id(),
                spot.cell(),
                name,
                spot.jurisdiction(),
                centre.latitude(),
                centre.longitude(),
                cells.outline(cell),
                spot.incidents(),
                spot.statistic().giStar(),
                spot.statistic().pGreater(),
                spot.statistic().pLesser(),
                spot.statistic().pValue(),
                spot.qValue(),
                spot.qAlone(),
                spot.trend(),
                spot.pai(),
                spot.density(),
                spot.cluster(),
                clusterName,
                spot.since(),
                spot.evidence(),
                new MonthlyRateView(
                        spot.interval().rate(),
                        spot.interval().from(),
                        spot.interval().to()));
    }
}
