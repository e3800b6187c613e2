package ma.balagh.dispatch.referral;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.incident.Incident;
import ma.balagh.dispatch.incident.OutcomeStatement;
import ma.balagh.dispatch.incident.Referral;
import ma.balagh.dispatch.incident.TimelineEntry;
import ma.balagh.dispatch.rights.RightsChecklist;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to an incident: {@code timeline.json} of a referral file.
 *
 * @param severity 1 (minor) to 4 (life in danger)
 * @param timeline in the order in which things happened
 * @param outcomeStatements the outcome as it was told and each correction of it; the last one holds
 * @param rights what was done for whom of those arrested, and what is missing
 */
@RegisterForReflection
record TimelineDocument(
        UUID incidentId,
        UUID dossierId,
        UUID verdictId,
        String jurisdiction,
        int severity,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        Instant openedAt,
        List<TimelineEntry> timeline,
        List<OutcomeStatement> outcomeStatements,
        RightsChecklist rights,
        @Nullable Referral referral) {

    static TimelineDocument of(
            Incident incident,
            List<TimelineEntry> timeline,
            List<OutcomeStatement> statements,
            RightsChecklist rights) {
        return new TimelineDocument(
                incident.id(),
                incident.dossierId(),
                incident.offence().verdictId(),
                incident.jurisdiction(),
                incident.offence().severity(),
                incident.offence().place(),
                incident.offence().latitude(),
                incident.offence().longitude(),
                incident.offence().occurredAt(),
                incident.openedAt(),
                timeline,
                statements,
                rights,
                incident.referral().orElse(null));
    }
}
