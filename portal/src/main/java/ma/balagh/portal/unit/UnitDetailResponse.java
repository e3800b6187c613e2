package ma.balagh.portal.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.incident.UnitHindranceCode;
import ma.balagh.portal.incident.UnitResponse;
import org.jspecify.annotations.Nullable;

/**
 * A unit with all that dispatchers keep of it.
 *
 * @param hindrances what speaks against sending it now
 * @param onDutySince since when it works without a full rest between
 * @param restsUntil when its rest is over
 * @param nextIncidentId the incident that it is planned for; nothing where it is for none
 */
@TemplateData
public record UnitDetailResponse(
        UUID id,
        String callSign,
        String kind,
        int crew,
        String jurisdiction,
        List<String> skills,
        List<String> equipment,
        UnitResponse.@Nullable Status status,
        @Nullable Busy busyReason,
        List<UnitHindranceCode> hindrances,
        @Nullable Instant onDutySince,
        @Nullable Instant restsUntil,
        @Nullable Shift shift,
        @Nullable Home home,
        UnitResponse.@Nullable Position position,
        @Nullable UUID nextIncidentId) {

    /** What keeps a unit that is busy. */
    public enum Busy {
        BREAK,
        REFUELLING,
        REPAIR,
        ESCORT,
        COURT,
        OTHER
    }

    /** When it is meant to work. */
    @TemplateData
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shift(
            @Nullable Instant beginsAt, @Nullable Instant endsAt) {}

    /** Where it waits. */
    @TemplateData
    public record Home(String name, double latitude, double longitude) {}

    /** Whether its assignment decides what it does. */
    public boolean isEngaged() {
        return status != null
                && switch (status) {
                    case ASSIGNED, EN_ROUTE, ON_SCENE -> true;
                    case AVAILABLE, BUSY, OFF_DUTY -> false;
                };
    }

    public boolean isOffDuty() {
        return status == UnitResponse.Status.OFF_DUTY;
    }

    public boolean isAvailable() {
        return status == UnitResponse.Status.AVAILABLE;
    }

    /** How many seconds may lie between two positions of its phone. */
    public List<Integer> intervals() {
        return List.of(1, 5, 15, 60);
    }

    public List<Busy> reasons() {
        return Arrays.asList(Busy.values());
    }
}
