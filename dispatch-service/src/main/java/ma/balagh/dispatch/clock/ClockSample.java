package ma.balagh.dispatch.clock;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.dispatch.runcard.IncidentType;
import org.jspecify.annotations.Nullable;

/**
 * What went through a stage.
 *
 * @param subjectId of a report, an evidence, a dossier or an incident
 * @param incidentType of the incident, or of the one that the dossier's verdict opened; absent where there is none
 * @param seconds how long it took
 * @param withinTarget whether it took no longer than the target
 */
record ClockSample(
        Stage stage,
        Stage.Subject subject,
        UUID subjectId,
        String jurisdiction,
        @Nullable IncidentType incidentType,
        Instant startedAt,
        Instant endedAt,
        double seconds,
        double targetSeconds,
        boolean withinTarget) {}
