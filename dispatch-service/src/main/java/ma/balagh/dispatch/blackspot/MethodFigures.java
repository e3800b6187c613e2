package ma.balagh.dispatch.blackspot;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How black spots are computed: each map keeps what it was made with. Equal ones make the same map of the same incidents. */
@RegisterForReflection // Read from the database, too.
@Schema(name = "BlackSpotMethod")
record MethodFigures(
        @Schema(description = "Statistic and significance, in a sentence")
        String statistic,

        @Schema(description = "Of the cells of H3") int resolution,

        int permutations,
        long seed,

        @Schema(description = "Of false discoveries, up to which a cell is a black spot")
        double discoveryRate,

        @Schema(description = "Incidents of a year, with fewer of which nothing is said")
        int smallestYear,

        @Schema(description = "Incidents of the months that are held back, with fewer of which nothing is said")
        int smallestHeldBack,

        @Schema(description = "Incidents of a year, with fewer of which a cell is no black spot")
        int smallestSpot,

        @Schema(description = "Of all cells, the share that is named at most")
        double largestShare,

        @Schema(description = "Cells that are named at most")
        int mostSpots,

        @Schema(description = "Months of 30 days that are held back to compare with what happened")
        int heldBack,

        @Schema(description = "How far back is learned from, in ISO 8601")
        String horizon,

        @Schema(description = "Metres of near repeats, clusters and density")
        double metres,

        @Schema(description = "Days of near repeats") double days,

        @Schema(description = "Where hours are counted") String timeZone) {

    private static final String STATISTIC =
            "Gi* (Getis and Ord) of cells of H3 with their neighbours, binary weights; conditional permutations,"
                    + " two-sided; beside it the count of a cell alone, of Poisson's distribution; Benjamini and Hochberg over"
                    + " all cells";

    static MethodFigures of(BlackSpotConfig config) {
        return of(config, config.resolution(), config.permutations(), config.seed());
    }

    static MethodFigures of(BlackSpotConfig config, int resolution, int permutations, long seed) {
        return new MethodFigures(
                STATISTIC,
                resolution,
                permutations,
                seed,
                config.discoveryRate(),
                config.smallestYear(),
                config.smallestHeldBack(),
                config.smallestSpot(),
                config.largestShare(),
                config.mostSpots(),
                config.heldBack(),
                config.horizon().toString(),
                config.reach(),
                config.repeatDays(),
                config.timeZone().getId());
    }
}
