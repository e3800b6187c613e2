package ma.balagh.dispatch.runcard;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which units an incident of a type needs at an alarm level, in a jurisdiction and all that lies in it. */
@Entity
public class RunCard {

    @Id
    private UUID id;

    private String jurisdiction;

    @Enumerated(EnumType.STRING)
    private IncidentType type;

    private int alarmLevel;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "run_card_requirement", joinColumns = @JoinColumn(name = "run_card_id"))
    @OrderColumn(name = "position")
    private List<UnitRequirement> requirements = new ArrayList<>();

    private String changedBy;
    private Instant changedAt;

    @Version
    private long version;

    protected RunCard() {}

    static RunCard of(UUID id, RunCardDescription description, String by, Instant at) {
        var card = new RunCard();
        card.id = id;
        card.version = 1;
        card.describe(description, by, at);
        return card;
    }

    void describe(RunCardDescription description, String by, Instant at) {
        jurisdiction = description.jurisdiction();
        type = description.type();
        alarmLevel = description.alarmLevel();
        requirements.clear();
        requirements.addAll(description.requirements());
        changedBy = by;
        changedAt = at;
    }

    UUID id() {
        return id;
    }

    String jurisdiction() {
        return jurisdiction;
    }

    IncidentType type() {
        return type;
    }

    /** 1 (one crew) to 3 (everything that can come). */
    int alarmLevel() {
        return alarmLevel;
    }

    /** In the order in which they are filled. */
    List<UnitRequirement> requirements() {
        return List.copyOf(requirements);
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** Counts the changes, for {@code ETag}; right once they are flushed. */
    long version() {
        return version;
    }
}
