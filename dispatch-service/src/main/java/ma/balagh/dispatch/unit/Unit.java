package ma.balagh.dispatch.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import org.hibernate.annotations.SecondaryRow;
import org.jspecify.annotations.Nullable;

/**
 * A patrol that can be sent. While it has an assignment its status follows that assignment's progress, and nobody sets
 * it by hand.
 */
@Entity
@SecondaryTable(name = Position.TABLE, pkJoinColumns = @PrimaryKeyJoinColumn(name = "unit_id"))
@SecondaryRow(table = Position.TABLE, owned = false)
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

    @Enumerated(EnumType.STRING)
    private @Nullable BusyReason busyReason;

    private @Nullable UnitDuty duty;
    private @Nullable UnitShift shift;
    private @Nullable HomePost home;
    /** Written by whoever says where units are, each second, and never from here. */
    private @Nullable Position position;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Unit() {}

    static Unit enlist(UUID id, UnitDescription description, Instant at) {
        var status = description.statusOr(UnitStatus.AVAILABLE);
        requireByHand(description.callSign(), UnitStatus.AVAILABLE, status);
        requireDescribable(status);
        var unit = new Unit();
        unit.id = id;
        unit.version = 1;
        unit.createdAt = at;
        unit.skills = List.of();
        unit.equipment = List.of();
        unit.take(description);
        unit.follow(status, at);
        unit.duty = status == UnitStatus.OFF_DUTY ? null : UnitDuty.begin(at);
        return unit;
    }

    /** Everything that a dispatcher may say of the unit, at once. */
    void describe(UnitDescription description, DutyConfig rules, Instant at) {
        var wanted = description.statusOr(status);
        if (wanted != status) {
            requireDescribable(wanted);
            report(wanted, null, rules, at);
        }
        take(description);
        updatedAt = at;
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
    void report(UnitStatus wanted, @Nullable BusyReason reason, DutyConfig rules, Instant at) {
        requireReason(wanted, reason);
        if (wanted != status) {
            requireByHand(callSign, status, wanted);
            signOnOrOff(wanted, rules, at);
            follow(wanted, at);
        }
        busyReason = reason;
    }

    private void signOnOrOff(UnitStatus wanted, DutyConfig rules, Instant at) {
        if (wanted == UnitStatus.OFF_DUTY) {
            duty = duty == null ? null : duty.end(at);
        } else if (status == UnitStatus.OFF_DUTY) {
            duty = duty == null ? UnitDuty.begin(at) : duty.resume(at, rules.leastRest());
        }
    }

    /** When it is meant to work; null when that is not planned, and then it is not held against it. */
    void plan(@Nullable UnitShift planned, Instant at) {
        shift = planned;
        updatedAt = at;
    }

    void moveHome(@Nullable HomePost post, Instant at) {
        home = post;
        updatedAt = at;
    }

    /** What speaks against sending it at that moment, whatever its status. */
    public Set<UnitHindrance> hindrances(DutyConfig rules, Instant moment) {
        var found = EnumSet.noneOf(UnitHindrance.class);
        if (shift != null && !shift.covers(moment)) {
            found.add(UnitHindrance.OFF_SHIFT);
        }
        if (duty != null && duty.isOver(moment, rules.longest())) {
            found.add(UnitHindrance.OVER_HOURS);
        }
        if (duty != null && duty.isResting(moment, rules.leastRest())) {
            found.add(UnitHindrance.RESTING);
        }
        return found;
    }

    /** The status that the assignment's progress gives; {@link UnitStatus#AVAILABLE} frees the unit. */
    void follow(UnitStatus progressed, Instant at) {
        status = progressed;
        busyReason = null;
        updatedAt = at;
    }

    private static void requireDescribable(UnitStatus status) {
        if (status == UnitStatus.BUSY) {
            throw CommonProblem.invalid(Violation.unfitting("status", "is BUSY only where its reason is told"));
        }
    }

    private static void requireReason(UnitStatus status, @Nullable BusyReason reason) {
        if ((status == UnitStatus.BUSY) != (reason != null)) {
            throw CommonProblem.invalid(
                    reason == null
                            ? Violation.requiredOneOf("reason", BusyReason.class)
                            : Violation.unfitting("reason", "is for BUSY alone"));
        }
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

    /** What keeps it while it is {@link UnitStatus#BUSY}; null else. */
    public @Nullable BusyReason busyReason() {
        return busyReason;
    }

    /** Since when it works without a full rest between; null while it is off duty. */
    public @Nullable Instant onDutySince() {
        return duty == null || duty.endedAt() != null ? null : duty.beganAt();
    }

    /** When it went off duty; null while it is on duty. */
    public @Nullable Instant offDutySince() {
        return duty == null ? null : duty.endedAt();
    }

    /** When it is meant to work; null when that is not planned. */
    public @Nullable UnitShift shift() {
        return shift;
    }

    /** Where it waits; null when it has no such place. */
    public @Nullable HomePost home() {
        return home;
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
