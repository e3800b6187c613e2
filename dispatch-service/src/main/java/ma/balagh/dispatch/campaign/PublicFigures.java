package ma.balagh.dispatch.campaign;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened with reports, to the nearest five. */
@Schema(description = "To the nearest five; a figure of fewer than ten is absent")
public record PublicFigures(
        @Nullable Long takenIn,

        @Schema(description = "Of whose recordings the first was examined") @Nullable
        Long examined,

        @Schema(description = "All answers: the four below") @Nullable
        Long answered,

        @Nullable Long presumedOffences,
        @Nullable Long falseReports,

        @Schema(description = "The recording is of an older case that is known") @Nullable
        Long knownCases,

        @Schema(description = "Set aside, without a recording, or handed to another authority") @Nullable
        Long otherAnswers) {

    /** Smaller figures are not shown. */
    public static final long LEAST = 10;

    private static final long STEP = 5;

    /** @param noisy sums of counts with noise */
    static PublicFigures of(Map<CampaignMeasure, Long> noisy) {
        long offences = number(noisy, CampaignMeasure.PRESUMED_OFFENCE);
        long falseReports = number(noisy, CampaignMeasure.FALSE_REPORT);
        long known = number(noisy, CampaignMeasure.KNOWN_CASE);
        long others = number(noisy, CampaignMeasure.OTHER_ANSWER);
        return new PublicFigures(
                shown(number(noisy, CampaignMeasure.TAKEN_IN)),
                shown(number(noisy, CampaignMeasure.EXAMINED)),
                shown(offences + falseReports + known + others),
                shown(offences),
                shown(falseReports),
                shown(known),
                shown(others));
    }

    static long number(Map<CampaignMeasure, Long> noisy, CampaignMeasure measure) {
        return noisy.getOrDefault(measure, 0L);
    }

    /** To the nearest five; nothing where that is less than ten. */
    static @Nullable Long shown(long noisy) {
        long rounded = Math.floorDiv(noisy + STEP / 2, STEP) * STEP;
        return rounded < LEAST ? null : rounded;
    }

    boolean hasAny() {
        return takenIn != null || examined != null || answered != null;
    }
}
