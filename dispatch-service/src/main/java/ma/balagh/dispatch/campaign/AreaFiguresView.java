package ma.balagh.dispatch.campaign;

import java.util.List;
import ma.balagh.dispatch.TranslatedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of a large area. */
@Schema(name = "AreaFigures")
record AreaFiguresView(
        @Schema(description = "MA for the whole country, else a city such as MA-CAS")
        String area,

        TranslatedText name,

        @Schema(description = "Of all months that are shown")
        PublicFigures total,

        @Schema(description = "The oldest first; of a city, those that have a figure")
        List<MonthFiguresView> months) {

    AreaFiguresView {
        months = List.copyOf(months);
    }

    boolean hasAny() {
        return total.hasAny() || !months.isEmpty();
    }
}
