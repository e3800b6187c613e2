package ma.balagh.dispatch.incident;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.dispatch.incident.IncidentState.Cancelled;
import ma.balagh.dispatch.incident.IncidentState.Engaged;
import ma.balagh.dispatch.incident.IncidentState.Open;
import ma.balagh.dispatch.incident.IncidentState.Referred;
import ma.balagh.dispatch.incident.IncidentState.Resolved;
import ma.balagh.dispatch.incident.IncidentState.UnderWay;
import ma.balagh.dispatch.runcard.IncidentType;
import org.jspecify.annotations.Nullable;

/** The operational side of a presumed offence. Its verbs change it, or answer 409 where its state does not offer that. */
@Entity
public class Incident {

    @Id
    private UUID id;

    private UUID dossierId;
    private String jurisdiction;
    private JudgedOffence offence;

    @Enumerated(EnumType.STRING)
    private IncidentType type;

    private int alarmLevel;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private IncidentState.Name stateName;

    private boolean attended;
    private @Nullable Outcome outcome;
    private @Nullable Referral referral;
    private int missingRights;
    private @Nullable Instant verdictWithdrawnAt;
    private @Nullable Instant assistanceAskedAt;
    private Instant openedAt;

    @Version
    private long version;

    protected Incident() {}

    static Incident open(UUID id, VerdictReached verdict, Instant at) {
        var incident = new Incident();
        incident.id = id;
        incident.dossierId = verdict.dossierId();
        incident.jurisdiction = verdict.jurisdiction();
        incident.openedAt = at;
        incident.version = 1;
        incident.type = IncidentType.of(verdict.facts());
        incident.become(new Open(false));
        incident.offence = JudgedOffence.of(verdict);
        incident.alarmLevel = incident.offence.alarmLevel();
        return incident;
    }

    IncidentState state() {
        return switch (stateName) {
            case OPEN -> new Open(attended);
            case ASSIGNED, EN_ROUTE, ON_SCENE -> new Engaged(stateName, attended);
            case RESOLVED -> new Resolved(requireNonNull(outcome));
            case REFERRED -> new Referred(requireNonNull(outcome), requireNonNull(referral));
            case CANCELLED -> new Cancelled(attended);
        };
    }

    private void become(IncidentState next) {
        stateName = next.name();
        attended = next.attended();
        if (!(next instanceof Engaged)) {
            assistanceAskedAt = null; // nobody is there who could ask
        }
        switch (next) {
            case Resolved resolved -> outcome = resolved.outcome();
            case Referred referred -> {
                outcome = referred.outcome();
                referral = referred.referral();
            }
            case UnderWay _, Cancelled _ -> outcome = null;
        }
    }

    /** 409 where no unit can be sent: it is over, or its verdict does not stand. */
    public void requireWanted() {
        if (!isWanted()) {
            throw state().refused(
                            state() instanceof UnderWay
                                    ? "nobody is sent after its verdict was withdrawn"
                                    : "a unit can be sent only before the outcome");
        }
    }

    /** Whether a unit may be sent to it. */
    boolean isWanted() {
        return state() instanceof UnderWay && verdictWithdrawnAt == null;
    }

    /**
     * Another unit is on it: help that was asked for is on its way.
     *
     * @return whether that changed it
     */
    boolean reinforce(Collection<AssignmentStatus> active) {
        requireWanted();
        boolean asked = assistanceAskedAt != null;
        assistanceAskedAt = null;
        return advance(active) || asked;
    }

    /** It is as far as the foremost of the units that are on it now; tells whether that changed it. */
    boolean advance(Collection<AssignmentStatus> active) {
        return changes(state().with(active));
    }

    /** A unit tells late that it had been there: what cancelled itself is open; tells whether that changed it. */
    boolean attend() {
        return changes(state().attend());
    }

    private boolean changes(IncidentState next) {
        boolean changed = !next.equals(state());
        become(next);
        return changed;
    }

    /** What a dispatcher takes it for; 409 once it is over. */
    void classify(IncidentType taken, int level) {
        if (!(state() instanceof UnderWay)) {
            throw state().refused("it is over");
        }
        type = taken;
        alarmLevel = level;
    }

    /**
     * A unit that is on it asks for help. A call that arrives late does not replace a later one.
     *
     * @return whether that changed it
     */
    boolean askForAssistance(Instant at) {
        if (!(state() instanceof Engaged)) {
            throw state().refused("no unit is on it");
        }
        boolean isLatest = assistanceAskedAt == null || at.isAfter(assistanceAskedAt);
        assistanceAskedAt = isLatest ? at : assistanceAskedAt;
        return isLatest;
    }

    void resolve(Outcome told) {
        become(state().resolve(told));
    }

    /** The outcome was not the end: it is open for units again. */
    void reopen() {
        become(state().reopen());
    }

    /** @param at when it is corrected; when it was told first stays */
    void correct(OutcomeReport report, Instant at, String by) {
        become(state().correct(report, at, by));
    }

    void refer(Referral told) {
        become(state().refer(told));
    }

    /**
     * The verdict behind it stands no longer. Where no unit was yet, and none is sent, the incident is cancelled. An outcome
     * that was told stays.
     */
    void verdictWithdrawn(Instant at) {
        if (state() instanceof Open open && !open.attended()) {
            become(open.cancel());
        }
        verdictWithdrawnAt = at;
    }

    /** Two people agreed again: it goes on, or has its outcome, for that verdict. */
    void verdictReachedAgain(VerdictReached verdict) {
        offence = offence.judgedAgain(verdict);
        alarmLevel = Math.max(alarmLevel, offence.alarmLevel());
        verdictWithdrawnAt = null;
    }

    void cancel() {
        if (verdictWithdrawnAt == null) {
            throw state().refused("it is cancelled only after its verdict was withdrawn, and before it is over");
        }
        become(state().cancel());
        missingRights = 0; // nothing can be told of them any more
    }

    IncidentOpened opened() {
        return new IncidentOpened(id, dossierId, jurisdiction, offence.severity(), openedAt);
    }

    Optional<IncidentResolved> resolved() {
        return outcome().map(told -> told.resolved(id, dossierId, offence.verdictId()));
    }

    Optional<IncidentReferred> referred() {
        return referral().map(told -> told.referred(id, dossierId, offence.verdictId()));
    }

    public UUID id() {
        return id;
    }

    public UUID dossierId() {
        return dossierId;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    /** What it was opened for, as the verdict that was reached last says. */
    public JudgedOffence offence() {
        return offence;
    }

    /** What it is about. */
    IncidentType type() {
        return type;
    }

    /** How much it asks for: 1 (one crew) to 3 (everything that can come). */
    int alarmLevel() {
        return alarmLevel;
    }

    /** How many were arrested, as the outcome says; null while there is none. */
    public @Nullable Integer arrested() {
        return outcome == null ? null : outcome.arrested();
    }

    /** Whether somebody can have been arrested: a unit has been on the scene. */
    public boolean mayHaveArrests() {
        return state().attended() && !(state() instanceof Cancelled);
    }

    /** @param count of duties towards arrested people that nobody told as done */
    public void rightsMissing(int count) {
        missingRights = count;
    }

    int missingRights() {
        return missingRights;
    }

    Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<Referral> referral() {
        return Optional.ofNullable(referral);
    }

    /** When its verdict was withdrawn; null while it stands. */
    @Nullable
    Instant verdictWithdrawnAt() {
        return verdictWithdrawnAt;
    }

    /** Since when a unit on it asks for help; null when nobody does. */
    @Nullable
    Instant assistanceAskedAt() {
        return assistanceAskedAt;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Counts the changes, for {@code ETag}; right once they are flushed. */
    public long version() {
        return version;
    }
}
