package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.portal.incident.DispatchClient;
import ma.balagh.portal.incident.IncidentResponse;
import ma.balagh.portal.incident.IncidentRow;
import ma.balagh.portal.incident.IncidentTypeCode;
import ma.balagh.portal.incident.IncidentWorklistService;
import org.jspecify.annotations.Nullable;

/**
 * An incident that a communiqué can tell of.
 *
 * @param at when it happened, or was opened where that is not known
 */
@TemplateData
public record OfferedIncident(
        UUID id, @Nullable IncidentTypeCode type, @Nullable String place, Instant at, boolean chosen) {

    /** Those that ended lately; the chosen ones come first, also where they ended before. */
    static List<OfferedIncident> of(DispatchClient dispatch, List<UUID> chosen) {
        var first = chosen.stream().distinct().map(dispatch::incident).map(OfferedIncident::of);
        var others = new IncidentWorklistService(dispatch)
                .tellable().stream()
                        .filter(row -> !Set.copyOf(chosen).contains(row.id()))
                        .map(OfferedIncident::of);
        return Stream.concat(first, others).toList();
    }

    private static OfferedIncident of(IncidentResponse incident) {
        return new OfferedIncident(
                incident.id(),
                incident.type(),
                incident.place(),
                moment(incident.occurredAt(), incident.openedAt()),
                true);
    }

    private static OfferedIncident of(IncidentRow row) {
        return new OfferedIncident(row.id(), row.type(), row.place(), moment(row.occurredAt(), row.openedAt()), false);
    }

    private static Instant moment(@Nullable Instant occurred, Instant opened) {
        return occurred == null ? opened : occurred;
    }
}
