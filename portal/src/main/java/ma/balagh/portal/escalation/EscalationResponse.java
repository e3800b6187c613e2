package ma.balagh.portal.escalation;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of escalation, as the timeline tells it.
 *
 * @param proposedCallSign the unit that was to be sent next at that time; nothing where none was proposed
 */
@TemplateData
public record EscalationResponse(
        StageClockResponse.@Nullable Stage stage,
        StageClockResponse.@Nullable Step step,
        Instant overdueSince,
        @Nullable String proposedCallSign) {}
