package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What places were to get, and what they got, as dispatch answers it. */
@TemplateData
public record PatrolDosageResponse(
        double plannedMinutes,
        double deliveredMinutes,
        @Nullable Double error,
        int unmeasured,
        List<SpotDosage> spots) {

    /** Of one place. */
    @TemplateData
    public record SpotDosage(int number, int visits, int kept, double plannedMinutes, double deliveredMinutes) {

        public boolean isMeasured() {
            return plannedMinutes > 0;
        }
    }

    public SpotDosage of(int number) {
        return spots.get(number);
    }
}
