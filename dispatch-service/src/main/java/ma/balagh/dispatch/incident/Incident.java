package ma.balagh.dispatch.incident;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.incident.IncidentState.Assigned;
import ma.balagh.dispatch.incident.IncidentState.Attended;
import ma.balagh.dispatch.incident.IncidentState.Cancelled;
import ma.balagh.dispatch.incident.IncidentState.EnRoute;
import ma.balagh.dispatch.incident.IncidentState.Engaged;
import ma.balagh.dispatch.incident.IncidentState.Referred;
import ma.balagh.dispatch.incident.IncidentState.Resolved;
import ma.balagh.dispatch.incident.IncidentState.Vacant;
import ma.balagh.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** The operational side of a presumed offence. Its verbs change it, or answer 409 where its state does not offer that. */
@Entity
public class Incident {

    /** What an incident is taken for when nobody judged its severity: neither minor nor grave. */
    static final int DEFAULT_SEVERITY = 2;

    @Id
    private UUID id;

    private UUID dossierId;
    private UUID verdictId;
    private String jurisdiction;
    private int severity;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private IncidentState.Name stateName;

    private boolean attended;
    private @Nullable Outcome outcome;
    private @Nullable Referral referral;
    private @Nullable String place;
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private @Nullable Instant occurredAt;
    private Instant verdictConfirmedAt;
    private @Nullable Instant verdictWithdrawnAt;
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
        incident.become(IncidentState.vacant(false));
        incident.follow(verdict);
        return incident;
    }

    IncidentState state() {
        return switch (stateName) {
            case OPEN -> IncidentState.vacant(attended);
            case ASSIGNED -> new Assigned(attended);
            case EN_ROUTE -> new EnRoute(attended);
            case ON_SCENE -> new IncidentState.OnScene();
            case RESOLVED -> new Resolved(requireNonNull(outcome));
            case REFERRED -> new Referred(requireNonNull(outcome), requireNonNull(referral));
            case CANCELLED -> new Cancelled(attended);
        };
    }

    private void become(IncidentState next) {
        stateName = next.name();
        attended = next.attended();
        switch (next) {
            case Resolved resolved -> outcome = resolved.outcome();
            case Referred referred -> referral = referred.referral();
            case Vacant vacant -> {}
            case Engaged engaged -> {}
            case Cancelled cancelled -> {}
        }
    }

    void assign() {
        become(
                switch (state()) {
                    case Vacant vacant
                    when verdictWithdrawnAt != null ->
                        throw illegal("nobody is sent after its verdict was withdrawn", vacant);
                    case Vacant vacant -> vacant.assign();
                    case Engaged engaged ->
                        throw DispatchProblem.INCIDENT_TAKEN.because("the incident is " + engaged.name() + " already");
                    case IncidentState over -> throw illegal("a unit can be sent only while it is open", over);
                });
    }

    void depart() {
        become(
                switch (state()) {
                    case Assigned assigned -> assigned.depart();
                    case IncidentState other ->
                        throw illegal("a unit departs only when it has just been assigned", other);
                });
    }

    void arrive() {
        become(
                switch (state()) {
                    case EnRoute enRoute -> enRoute.arrive();
                    case IncidentState other -> throw illegal("a unit arrives only when it is on its way", other);
                });
    }

    void withdraw() {
        become(
                switch (state()) {
                    case Engaged engaged -> engaged.withdraw();
                    case IncidentState other -> throw illegal("no unit is on it", other);
                });
    }

    void resolve(Outcome told) {
        become(
                switch (state()) {
                    case Attended there -> there.resolve(told);
                    case IncidentState other ->
                        throw illegal("an outcome needs a unit that is or was on the scene", other);
                });
    }

    void refer(Referral told) {
        become(
                switch (state()) {
                    case Resolved resolved when resolved.isReferable() -> resolved.refer(told);
                    case Resolved resolved ->
                        throw illegal(
                                "nobody is known after " + resolved.outcome().kind(), resolved);
                    case IncidentState other -> throw illegal("a referral follows an outcome, once", other);
                });
    }

    /**
     * The verdict behind it stands no longer. Where no unit was yet, and none is sent, the incident is cancelled. A unit
     * that is sent goes on until its dispatcher calls it back. An outcome that was told stays.
     */
    void verdictWithdrawn(Instant at) {
        if (state() instanceof IncidentState.Open open) {
            become(open.cancel());
        }
        verdictWithdrawnAt = at;
    }

    /** Two people agreed again: it goes on, or has its outcome, for that verdict. */
    void verdictReachedAgain(VerdictReached verdict) {
        follow(verdict);
        verdictWithdrawnAt = null;
    }

    private void follow(VerdictReached verdict) {
        verdictId = verdict.verdictId();
        severity = verdict.severity() == null ? DEFAULT_SEVERITY : verdict.severity();
        place = verdict.place();
        latitude = verdict.latitude();
        longitude = verdict.longitude();
        occurredAt = verdict.occurredAt();
        verdictConfirmedAt = verdict.confirmedAt();
    }

    void cancel() {
        become(
                switch (state()) {
                    case Vacant vacant when verdictWithdrawnAt != null -> vacant.cancel();
                    case Engaged engaged
                    when verdictWithdrawnAt != null ->
                        throw illegal("the unit that is on it is called back first", engaged);
                    case IncidentState other ->
                        throw illegal(
                                "it is cancelled only after its verdict was withdrawn, and before it is over", other);
                });
    }

    IncidentOpened opened() {
        return new IncidentOpened(id, dossierId, jurisdiction, severity, openedAt);
    }

    Optional<IncidentResolved> resolved() {
        return outcome()
                .map(told -> new IncidentResolved(id, dossierId, told.kind(), told.persons(), told.at(), verdictId));
    }

    Optional<IncidentReferred> referred() {
        return referral()
                .map(told -> new IncidentReferred(id, dossierId, told.court(), told.reference(), told.at(), verdictId));
    }

    public UUID id() {
        return id;
    }

    UUID dossierId() {
        return dossierId;
    }

    UUID verdictId() {
        return verdictId;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    public int severity() {
        return severity;
    }

    Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    Optional<Referral> referral() {
        return Optional.ofNullable(referral);
    }

    @Nullable
    String place() {
        return place;
    }

    public @Nullable Double latitude() {
        return latitude;
    }

    public @Nullable Double longitude() {
        return longitude;
    }

    @Nullable
    Instant occurredAt() {
        return occurredAt;
    }

    /** When the second person confirmed the verdict. */
    Instant verdictConfirmedAt() {
        return verdictConfirmedAt;
    }

    /** When that verdict was withdrawn; null while it stands. */
    @Nullable
    Instant verdictWithdrawnAt() {
        return verdictWithdrawnAt;
    }

    Instant openedAt() {
        return openedAt;
    }

    /** Counts the changes, for {@code ETag}; right once they are flushed. */
    long version() {
        return version;
    }

    private static ProblemException illegal(String rule, IncidentState state) {
        return DispatchProblem.ILLEGAL_TRANSITION.because("the incident is " + state.name() + ": " + rule);
    }
}
