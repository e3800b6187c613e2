package ma.balagh.portal.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the portal sends to dispatch: only what was filled in. */
public interface IncidentCommands {

    /** Sends a unit; without a role dispatch chooses one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Assign(@Nullable String unitId, @Nullable String role) {}

    /** Plans a busy unit as the next; without a role dispatch chooses one when it is sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Plan(@Nullable String unitId, @Nullable String role) {}

    /** Calls a unit back. */
    record StandDown(@Nullable String reason) {}

    /**
     * Calls a unit back and sends it to another incident.
     *
     * @param incidentTag of that incident as it was read; 412 when it changed since
     */
    record Reassign(
            @Nullable String incidentId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String incidentTag,

            @Nullable String reason) {}

    /**
     * Asks for help.
     *
     * @param at when; nothing for now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AskForAssistance(@Nullable String note, @Nullable Instant at) {}

    /** Opens an incident again. */
    record Reopen(@Nullable String reason) {}

    /** What a dispatcher takes an incident for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Classify(
            @Nullable String type,
            @Nullable Integer alarmLevel,
            @Nullable String note) {}

    /**
     * What a unit did.
     *
     * @param at when; nothing for now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            @Nullable String status,
            @Nullable String note,
            @Nullable Instant at) {}

    /** That it ends without an outcome. */
    record Cancel(@Nullable String note) {}

    /** That somebody was presented to a prosecutor. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refer(
            @Nullable String court,
            @Nullable String reference,
            @Nullable Instant at) {}
}
