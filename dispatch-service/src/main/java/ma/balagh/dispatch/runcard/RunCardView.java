package ma.balagh.dispatch.runcard;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A run card as the interface shows it. */
record RunCardView(
        UUID id,
        String jurisdiction,
        IncidentType type,
        int alarmLevel,
        List<UnitRequirement> requirements,
        String changedBy,
        Instant changedAt) {

    static RunCardView of(RunCard card) {
        return new RunCardView(
                card.id(),
                card.jurisdiction(),
                card.type(),
                card.alarmLevel(),
                card.requirements(),
                card.changedBy(),
                card.changedAt());
    }
}
