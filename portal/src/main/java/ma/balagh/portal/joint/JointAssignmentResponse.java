package ma.balagh.portal.joint;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.portal.incident.RunCardCoverageResponse;
import ma.balagh.portal.road.TravelBasisCode;
import org.jspecify.annotations.Nullable;

/**
 * The proposal for all incidents that wait, beside that of a dispatcher who serves one after the other.
 *
 * @param responseSeconds of all proposed units together
 * @param greedyAssignments the nearest unit for one incident after the other
 */
@TemplateData
public record JointAssignmentResponse(
        List<Line> assignments,
        List<Line> greedyAssignments,
        double responseSeconds,
        double greedyResponseSeconds,
        @Nullable Coverage coverage,
        List<Unserved> unserved,
        @Nullable TravelBasisCode basis) {

    /**
     * One unit for one incident; an incident may need several.
     *
     * @param role of the run card in which the unit is to be sent
     * @param incidentTag of the incident as it was when this was reckoned
     */
    @TemplateData
    public record Line(
            UUID incidentId,
            String incidentTag,
            int priority,
            @Nullable String place,
            Instant openedAt,
            UUID unitId,
            String callSign,
            RunCardCoverageResponse.@Nullable Role role,
            double estimatedSeconds) {}

    /** Shares of one of the incidents that idle units reach in time. */
    @TemplateData
    public record Coverage(double now, double afterwards, double greedyAfterwards) {}

    /** Why nobody would be sent. */
    public enum Cause {
        NO_UNIT,
        NO_FITTING_UNIT,
        PLACE_UNKNOWN
    }

    /** An incident to which nobody would be sent. */
    @TemplateData
    public record Unserved(
            UUID incidentId,
            int priority,
            @Nullable String place,
            Instant openedAt,
            @Nullable Cause cause) {}

    /**
     * A place of an incident's run card with both units; at least one of them is there.
     *
     * @param number 1 for the first of an incident's places
     * @param proposed null where the proposal sends nobody
     * @param nearest null where nobody would be left
     */
    @TemplateData
    public record Row(
            int number, @Nullable Line proposed, @Nullable Line nearest) {

        /** What no other row is called. */
        public String key() {
            return number == 1 ? incident().incidentId().toString() : incident().incidentId() + "-" + number;
        }

        public Line incident() {
            return proposed == null ? Objects.requireNonNull(nearest) : proposed;
        }

        public boolean isSame() {
            return proposed != null && nearest != null && proposed.unitId().equals(nearest.unitId());
        }
    }

    /** The places of each incident one after the other, the most urgent incident first. */
    public List<Row> rows() {
        return Stream.concat(assignments.stream(), greedyAssignments.stream())
                .sorted(Comparator.comparing(Line::priority)
                        .thenComparing(Line::openedAt)
                        .thenComparing(Line::incidentId))
                .map(Line::incidentId)
                .distinct()
                .flatMap(this::rows)
                .toList();
    }

    /** The places of one incident; nothing where nobody would be sent to it. */
    public List<Row> rowsOf(UUID incident) {
        return rows(incident).toList();
    }

    /** Why nobody would be sent to an incident; nothing where somebody would be, or it is not known. */
    public @Nullable Cause causeOf(UUID incident) {
        return unserved.stream()
                .filter(each -> each.incidentId().equals(incident) && each.cause() != null)
                .map(Unserved::cause)
                .findFirst()
                .orElse(null);
    }

    private Stream<Row> rows(UUID incident) {
        var proposed = of(incident, assignments);
        var nearest = of(incident, greedyAssignments);
        var rows = new ArrayList<Row>();
        for (var line : proposed) {
            var beside = nearest.stream()
                    .filter(other -> other.role() == line.role())
                    .findFirst()
                    .orElse(null);
            nearest.remove(beside);
            rows.add(new Row(rows.size() + 1, line, beside));
        }
        nearest.forEach(line -> rows.add(new Row(rows.size() + 1, null, line)));
        return rows.stream();
    }

    private static List<Line> of(UUID incident, List<Line> lines) {
        return new ArrayList<>(lines.stream()
                .filter(line -> line.incidentId().equals(incident))
                .toList());
    }

    /** By how much all responses together are shorter than with the nearest units. */
    public double savedSeconds() {
        return Math.max(0, greedyResponseSeconds - responseSeconds);
    }

    /** By how much they are longer, for the sake of coverage or of a graver incident. */
    public double addedSeconds() {
        return Math.max(0, responseSeconds - greedyResponseSeconds);
    }
}
