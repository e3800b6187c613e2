package ma.balagh.dispatch.campaign;

import java.time.Instant;
import java.util.List;
import ma.balagh.dispatch.TranslatedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the videos that were published, for everybody. */
@Schema(name = "PublicStatistics")
record PublicStatisticsView(
        @Schema(description = "The first month that is shown; absent where none is published") @Nullable
        String from,

        @Schema(description = "The last one") @Nullable String to,

        @Schema(description = "When the last month was computed and published: each is once, for good") @Nullable
        Instant computedAt,

        AreaFiguresView country,

        @Schema(description = "Cities that have a figure of ten or more")
        List<AreaFiguresView> areas,

        @Schema(description = "How these figures are made, in each language")
        TranslatedText method) {

    PublicStatisticsView {
        areas = List.copyOf(areas);
    }
}
