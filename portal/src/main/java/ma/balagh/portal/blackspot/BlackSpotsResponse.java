package ma.balagh.portal.blackspot;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.portal.campaign.PublicTextResponse;
import ma.balagh.portal.patrol.KnownSpots;
import ma.balagh.portal.patrol.SpotFigures;
import org.jspecify.annotations.Nullable;

/** Black spots as dispatch answers them. */
@TemplateData
public record BlackSpotsResponse(List<BlackSpot> items, Method method, boolean tooFew, List<TerritoryMap> maps) {

    /**
     * What they are computed with.
     *
     * @param discoveryRate of false discoveries, from 0 to 1
     */
    @TemplateData
    public record Method(
            int resolution,
            int permutations,
            long seed,
            double discoveryRate,
            int smallestYear,
            int smallestSpot,
            int heldBack) {}

    /** A corner of a cell. */
    @TemplateData
    public record Corner(double latitude, double longitude) {}

    /** Incidents in 30 days. */
    @TemplateData
    public record MonthlyRate(double rate, double from, double to) {}

    /** A place where incidents cluster. */
    @TemplateData
    public record BlackSpot(
            UUID id,
            String cell,
            @Nullable String name,
            String jurisdiction,
            double latitude,
            double longitude,
            List<Corner> outline,
            int incidents,
            double giStar,
            double pValue,
            double qValue,
            double qAlone,
            @Nullable Trend trend,
            double pai,
            double density,
            @Nullable Integer cluster,
            @Nullable PublicTextResponse clusterName,
            Instant since,
            List<UUID> evidence,
            MonthlyRate interval) {

        SpotFigures figures() {
            return new SpotFigures(incidents, trend == null ? null : SpotFigures.Course.valueOf(trend.name()));
        }
    }

    /** By cell; maps of two territories may share one. */
    public KnownSpots known() {
        return new KnownSpots(items.stream()
                .collect(Collectors.toMap(
                        BlackSpot::cell,
                        BlackSpot::figures,
                        (one, other) -> one.incidents() >= other.incidents() ? one : other)));
    }

    /** Which way it goes. */
    public enum Trend {
        RISING,
        STEADY,
        FALLING
    }

    /** Whether black spots are shown, and why not. */
    public enum Verdict {
        SHOWN,
        TOO_FEW,
        NOTHING_SIGNIFICANT,
        NO_BETTER_THAN_COUNTING
    }

    /** How good a way of naming places was. */
    @TemplateData
    public record Accuracy(double pai, double pei, double hits, double events, long cells) {}

    /** What came of the hours that were asked for. */
    @TemplateData
    public record Window(
            @Nullable Verdict verdict,
            int lastYear,
            Accuracy ours,
            Accuracy countingOneYear,
            Accuracy countingFiveYears) {

        public boolean isShown() {
            return verdict == Verdict.SHOWN;
        }

        /** Whether anything was compared. */
        public boolean isCompared() {
            return ours.cells() > 0;
        }
    }

    /** Whether incidents are followed by others near them. */
    @TemplateData
    public record NearRepeat(
            double metres, double days, long observed, double expected, double ratio, double pGreater) {

        private static final double LEVEL = 0.05;

        public boolean isSignificant() {
            return pGreater <= LEVEL;
        }
    }

    /** The map of a territory. */
    @TemplateData
    public record TerritoryMap(
            String territory,
            Instant asOf,
            Instant computedAt,
            int incidents,
            int lastYear,
            int cells,
            Window window,
            @Nullable NearRepeat nearRepeat) {}
}
