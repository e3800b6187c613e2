package ma.balagh.dispatch.campaign;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reports without an answer at the end of a month, by how long ago they were taken in. */
@Schema(description = "To the nearest five; a figure of fewer than ten is absent")
record WaitingFigures(
        @Nullable Long total,

        @Schema(description = "Taken in in that month") @Nullable
        Long underOneMonth,

        @Schema(description = "Taken in in the two months before it") @Nullable
        Long underThreeMonths,

        @Schema(description = "Taken in in the nine months before these") @Nullable
        Long underOneYear,

        @Nullable Long longer) {

    static WaitingFigures of(Map<CampaignMeasure, Long> noisy) {
        long month = PublicFigures.number(noisy, CampaignMeasure.WAITING_UNDER_ONE_MONTH);
        long quarter = PublicFigures.number(noisy, CampaignMeasure.WAITING_UNDER_THREE_MONTHS);
        long year = PublicFigures.number(noisy, CampaignMeasure.WAITING_UNDER_ONE_YEAR);
        long longer = PublicFigures.number(noisy, CampaignMeasure.WAITING_LONGER);
        return new WaitingFigures(
                PublicFigures.shown(month + quarter + year + longer),
                PublicFigures.shown(month),
                PublicFigures.shown(quarter),
                PublicFigures.shown(year),
                PublicFigures.shown(longer));
    }

    boolean hasAny() {
        return total != null;
    }
}
