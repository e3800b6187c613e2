package ma.balagh.dispatch.blackspot;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The statistics of points. */
@Schema(name = "BlackSpotAnalysis")
record SpotAnalysisView(
        @Schema(description = "Every cell of the study area, in the order of their numbers")
        List<AnalysedCellView> items,

        @Schema(description = "The test of Knox") NearRepeatFigures nearRepeat,

        @Schema(description = "Points of each cluster (DBSCAN), by their position in the request")
        List<List<Integer>> clusters,

        @Schema(description = "Points that lie in none of the cells")
        int outside,

        MethodFigures method,

        @Schema(description = "Fewer than black spots are learned from")
        boolean tooFew) {

    SpotAnalysisView {
        items = List.copyOf(items);
        clusters = clusters.stream().map(List::copyOf).toList();
    }

    /** A cell with its count and what it comes to. */
    @Schema(name = "AnalysedCell")
    record AnalysedCellView(
            String cell,
            double latitude,
            double longitude,
            int incidents,
            double giStar,
            double pGreater,
            double pLesser,
            double pValue,
            double qValue,

            @Schema(description = "Points for each square kilometre around its centre, by kernel density")
            double density,

            @Schema(description = "The number of the cluster that it holds a point of, the first one; from 0") @Nullable
            Integer cluster) {}
}
