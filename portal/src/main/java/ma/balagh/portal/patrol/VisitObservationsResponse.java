package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What crews saw at visits, in the order in which they said it, as dispatch answers it. */
@TemplateData
public record VisitObservationsResponse(List<Observation> items) {

    /** What was seen at one visit. */
    @TemplateData
    public record Observation(
            UUID visitId,
            @Nullable ObservationKindCode kind,
            @Nullable String note,
            Instant at,
            String by) {}

    /** What was said of that visit. */
    public List<Observation> of(UUID visit) {
        return items.stream().filter(each -> visit.equals(each.visitId())).toList();
    }
}
