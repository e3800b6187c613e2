package ma.balagh.intake.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the crew of a unit tells from an incident.
 *
 * @param callSign the unit's
 * @param filedBy its account, as the token's subject
 * @param jurisdiction the incident's
 * @param takenAt when its picture was taken; null where nobody says
 */
public record CrewReport(
        String callSign,
        String filedBy,
        String jurisdiction,
        @Nullable Instant takenAt,
        @Nullable String note) {}
