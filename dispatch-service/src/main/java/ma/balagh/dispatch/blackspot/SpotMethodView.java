package ma.balagh.dispatch.blackspot;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How black spots are computed. */
@Schema(name = "BlackSpotMethod")
record SpotMethodView(
        @Schema(description = "Statistic and significance, in a sentence")
        String statistic,

        @Schema(description = "Of the cells of H3") int resolution,

        int permutations,
        long seed,

        @Schema(description = "Of false discoveries, up to which a cell is a black spot")
        double discoveryRate,

        @Schema(description = "Metres of near repeats, clusters and density")
        double metres,

        @Schema(description = "Days of near repeats") double days,

        @Schema(description = "Where hours are counted") String timeZone) {

    private static final String STATISTIC =
            "Gi* (Getis and Ord) of cells of H3 with their neighbours, binary weights; conditional permutations,"
                    + " two-sided; beside it the count of a cell alone, of Poisson's distribution; Benjamini and Hochberg over"
                    + " all cells";

    static SpotMethodView of(BlackSpotConfig config) {
        return new SpotMethodView(
                STATISTIC,
                config.resolution(),
                config.permutations(),
                config.seed(),
                config.discoveryRate(),
                config.reach(),
                config.repeatDays(),
                config.timeZone().getId());
    }

    SpotMethodView with(int cellResolution, int dealt, long startedFrom) {
        return new SpotMethodView(statistic, cellResolution, dealt, startedFrom, discoveryRate, metres, days, timeZone);
    }
}
