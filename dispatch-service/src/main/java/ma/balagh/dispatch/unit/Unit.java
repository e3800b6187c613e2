package ma.balagh.dispatch.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import ma.balagh.dispatch.DispatchProblem;
import org.jspecify.annotations.Nullable;

/**
 * A patrol that can be sent. While it has an assignment its status follows that assignment's progress, and nobody sets
 * it by hand.
 */
@Entity
public class Unit {

    @Id
    private UUID id;

    private String callSign;
    private String kind;
    private int crew;
    private String jurisdiction;
    private List<String> skills;
    private List<String> equipment;

    @Enumerated(EnumType.STRING)
    private UnitStatus status;

    private @Nullable Position position;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Unit() {}

    static Unit enlist(UUID id, UnitDescription description, Instant at) {
        var status = description.statusOr(UnitStatus.AVAILABLE);
        requireByHand(description.callSign(), UnitStatus.AVAILABLE, status);
        var unit = new Unit();
        unit.id = id;
        unit.version = 1;
        unit.createdAt = at;
        unit.skills = List.of();
        unit.equipment = List.of();
        unit.take(description);
        unit.follow(status, at);
        return unit;
    }

    /** Everything that a dispatcher may say of the unit, at once. */
    void describe(UnitDescription description, Instant at) {
        var wanted = description.statusOr(status);
        if (wanted != status) {
            requireByHand(callSign, status, wanted);
        }
        take(description);
        follow(wanted, at);
    }

    private void take(UnitDescription description) {
        callSign = description.callSign();
        kind = description.kind();
        crew = description.crew();
        jurisdiction = description.jurisdiction();
        skills = wordsOr(skills, description.skills());
        equipment = wordsOr(equipment, description.equipment());
    }

    private static List<String> wordsOr(List<String> known, @Nullable List<String> described) {
        return described == null ? known : List.copyOf(new TreeSet<>(described));
    }

    /** What the unit or its dispatcher says it does; 409 while an assignment decides that. */
    void report(UnitStatus wanted, Instant at) {
        if (wanted != status) {
            requireByHand(callSign, status, wanted);
            follow(wanted, at);
        }
    }

    /** A sighting that is not newer than the known one changes nothing: phones resend what a bad network held back. */
    void moveTo(Position sighted, Instant at) {
        if (position == null || sighted.at().isAfter(position.at())) {
            position = sighted;
            updatedAt = at;
        }
    }

    /** The status that the assignment's progress gives; {@link UnitStatus#AVAILABLE} frees the unit. */
    void follow(UnitStatus progressed, Instant at) {
        status = progressed;
        updatedAt = at;
    }

    private static void requireByHand(String callSign, UnitStatus status, UnitStatus wanted) {
        if (status.isEngaged() || wanted.isEngaged()) {
            throw DispatchProblem.UNIT_ENGAGED.because(
                    "%s is %s: only its assignment makes it %s".formatted(callSign, status, wanted));
        }
    }

    public UUID id() {
        return id;
    }

    /** Its name on the radio, unique in its jurisdiction; the token claim {@code unit} of its people. */
    public String callSign() {
        return callSign;
    }

    /** What it moves by, such as {@code CAR}; decides the speed it is reckoned with. */
    public String kind() {
        return kind;
    }

    /** Number of persons. */
    public int crew() {
        return crew;
    }

    /** Its territory. */
    public String jurisdiction() {
        return jurisdiction;
    }

    /** What its crew can do: words that run cards ask for. */
    public Set<String> skills() {
        return Set.copyOf(skills);
    }

    /** What it carries. */
    public Set<String> equipment() {
        return Set.copyOf(equipment);
    }

    public UnitStatus status() {
        return status;
    }

    /** Where it was last seen; null until it was. */
    public @Nullable Position position() {
        return position;
    }

    /** Counts the changes, for {@code ETag}; right once they are flushed. */
    long version() {
        return version;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
