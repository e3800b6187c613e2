package ma.balagh.dispatch.campaign;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One month of an area. */
@Schema(name = "MonthFigures")
record MonthFiguresView(
        @Schema(description = "Such as 2026-10") String month,
        Instant publishedAt,
        PublicFigures figures,
        WaitingFigures waiting,

        @Schema(description = "Stages of which enough ended in the month")
        List<PublicPaceView> paces) {

    MonthFiguresView {
        paces = List.copyOf(paces);
    }

    boolean hasAny() {
        return figures.hasAny() || waiting.hasAny() || !paces.isEmpty();
    }
}
