package ma.balagh.dispatch.patrol;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.DispatchProblem;
import org.jspecify.annotations.Nullable;

/** Which places are visited in a shift, how often and by which units; its visits are rows of their own. */
@Entity
public class PatrolPlan {

    @Id
    private UUID id;

    private String jurisdiction;
    private Instant fromAt;
    private Instant toAt;

    @Enumerated(EnumType.STRING)
    private PatrolPlanState state;

    private long seed;
    private Instant madeAt;
    private String madeBy;
    private @Nullable Instant solvedAt;
    private @Nullable Long hardScore;
    private @Nullable Long mediumScore;
    private @Nullable Long softScore;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;
    private int repairs;
    private @Nullable Instant repairedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBy;
    private @Nullable String withdrawalReason;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "patrol_spot", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "number")
    private List<PatrolSpot> spots = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "patrol_unit", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "number")
    private List<PatrolUnit> units = new ArrayList<>();

    @Version
    private long version;

    protected PatrolPlan() {}

    /** @param seed of all that is left to chance in it */
    static PatrolPlan make(
            UUID id,
            MakePatrolPlan command,
            long seed,
            List<PatrolSpot> spots,
            List<PatrolUnit> units,
            String by,
            Instant at) {
        var plan = new PatrolPlan();
        plan.id = id;
        plan.jurisdiction = command.jurisdiction();
        plan.fromAt = command.from().truncatedTo(ChronoUnit.MILLIS);
        plan.toAt = command.to().truncatedTo(ChronoUnit.MILLIS);
        plan.state = PatrolPlanState.SOLVING;
        plan.seed = seed;
        plan.spots.addAll(spots);
        plan.units.addAll(units);
        plan.madeBy = by;
        plan.madeAt = at;
        plan.version = 1;
        return plan;
    }

    /** @throws IllegalArgumentException for one that breaks a rule: nobody is to go by it */
    void propose(HardMediumSoftScore score, Instant at) {
        requireState(PatrolPlanState.SOLVING);
        take(score);
        state = PatrolPlanState.PROPOSED;
        solvedAt = at;
    }

    void fail() {
        requireState(PatrolPlanState.SOLVING);
        state = PatrolPlanState.FAILED;
    }

    void requireApprovable(Instant at) {
        requireState(PatrolPlanState.PROPOSED);
        requireAhead(at);
    }

    void approve(String by, Instant at) {
        requireApprovable(at);
        state = PatrolPlanState.APPROVED;
        approvedBy = by;
        approvedAt = at;
    }

    /** Its visits are others now; it stays approved. */
    void repair(HardMediumSoftScore score, Instant at) {
        requireState(PatrolPlanState.APPROVED);
        take(score);
        repairs++;
        repairedAt = at;
    }

    /** Units do not go by it any more, or never will. */
    void withdraw(String reason, String by, Instant at) {
        if (state != PatrolPlanState.APPROVED) {
            requireState(PatrolPlanState.PROPOSED);
        }
        requireAhead(at);
        state = PatrolPlanState.WITHDRAWN;
        withdrawnAt = at;
        withdrawnBy = by;
        withdrawalReason = reason;
    }

    private void requireAhead(Instant at) {
        if (!toAt.isAfter(at)) {
            throw DispatchProblem.PATROL_PLAN_OUT_OF_TURN.because("its time is over");
        }
    }

    private void take(HardMediumSoftScore score) {
        if (score.hardScore() < 0) {
            throw new IllegalArgumentException("a plan that breaks its rules: " + score);
        }
        hardScore = score.hardScore();
        mediumScore = score.mediumScore();
        softScore = score.softScore();
    }

    private void requireState(PatrolPlanState needed) {
        if (state != needed) {
            throw DispatchProblem.PATROL_PLAN_OUT_OF_TURN.because("it is " + state);
        }
    }

    /** Whether units go by it now or later. */
    boolean isRunning(Instant now) {
        return state == PatrolPlanState.APPROVED && toAt.isAfter(now);
    }

    UUID id() {
        return id;
    }

    String jurisdiction() {
        return jurisdiction;
    }

    Instant from() {
        return fromAt;
    }

    Instant to() {
        return toAt;
    }

    PatrolPlanState state() {
        return state;
    }

    long seed() {
        return seed;
    }

    Instant madeAt() {
        return madeAt;
    }

    String madeBy() {
        return madeBy;
    }

    @Nullable
    Instant solvedAt() {
        return solvedAt;
    }

    /** Null until it is solved. */
    @Nullable
    HardMediumSoftScore score() {
        return hardScore == null || mediumScore == null || softScore == null
                ? null
                : HardMediumSoftScore.of(hardScore, mediumScore, softScore);
    }

    @Nullable
    Instant approvedAt() {
        return approvedAt;
    }

    @Nullable
    String approvedBy() {
        return approvedBy;
    }

    int repairs() {
        return repairs;
    }

    @Nullable
    Instant repairedAt() {
        return repairedAt;
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Nullable
    String withdrawnBy() {
        return withdrawnBy;
    }

    @Nullable
    String withdrawalReason() {
        return withdrawalReason;
    }

    List<PatrolSpot> spots() {
        return List.copyOf(spots);
    }

    List<PatrolUnit> units() {
        return List.copyOf(units);
    }

    /** Counts the changes, for {@code ETag}; right once they are flushed. */
    long version() {
        return version;
    }
}
