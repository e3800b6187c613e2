package ma.balagh.dispatch.incident;

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

/**
 * The operational side of a presumed offence. Its verbs answer the changed incident, or a 409 where its state does not
 * offer that.
 *
 * @param verdictConfirmedAt when the second person confirmed the verdict
 * @param verdictWithdrawnAt when that verdict was withdrawn; null while it stands
 * @param version counts the changes, for {@code ETag}
 */
public record Incident(
        UUID id,
        UUID dossierId,
        UUID verdictId,
        String jurisdiction,
        int severity,
        IncidentState state,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        Instant verdictConfirmedAt,
        @Nullable Instant verdictWithdrawnAt,
        Instant openedAt,
        long version) {

    /** What an incident is taken for when nobody judged its severity: neither minor nor grave. */
    static final int DEFAULT_SEVERITY = 2;

    static Incident open(UUID id, VerdictReached verdict, Instant at) {
        return new Incident(
                id,
                verdict.dossierId(),
                verdict.verdictId(),
                verdict.jurisdiction(),
                verdict.severity() == null ? DEFAULT_SEVERITY : verdict.severity(),
                IncidentState.vacant(false),
                verdict.place(),
                verdict.latitude(),
                verdict.longitude(),
                verdict.occurredAt(),
                verdict.confirmedAt(),
                null,
                at,
                1);
    }

    Optional<Outcome> outcome() {
        return switch (state) {
            case Resolved resolved -> Optional.of(resolved.outcome());
            case Referred referred -> Optional.of(referred.outcome());
            case Vacant vacant -> Optional.empty();
            case Engaged engaged -> Optional.empty();
            case Cancelled cancelled -> Optional.empty();
        };
    }

    Optional<Referral> referral() {
        return state instanceof Referred referred ? Optional.of(referred.referral()) : Optional.empty();
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

    Incident assign() {
        return switch (state) {
            case Vacant vacant
            when verdictWithdrawnAt != null -> throw illegal("nobody is sent after its verdict was withdrawn", vacant);
            case Vacant vacant -> with(vacant.assign());
            case Engaged engaged ->
                throw DispatchProblem.INCIDENT_TAKEN.because("the incident is " + engaged.name() + " already");
            case IncidentState over -> throw illegal("a unit can be sent only while it is open", over);
        };
    }

    Incident depart() {
        return switch (state) {
            case Assigned assigned -> with(assigned.depart());
            case IncidentState other -> throw illegal("a unit departs only when it has just been assigned", other);
        };
    }

    Incident arrive() {
        return switch (state) {
            case EnRoute enRoute -> with(enRoute.arrive());
            case IncidentState other -> throw illegal("a unit arrives only when it is on its way", other);
        };
    }

    Incident withdraw() {
        return switch (state) {
            case Engaged engaged -> with(engaged.withdraw());
            case IncidentState other -> throw illegal("no unit is on it", other);
        };
    }

    Incident resolve(Outcome outcome) {
        return switch (state) {
            case Attended attended -> with(attended.resolve(outcome));
            case IncidentState other -> throw illegal("an outcome needs a unit that is or was on the scene", other);
        };
    }

    Incident refer(Referral referral) {
        return switch (state) {
            case Resolved resolved when resolved.isReferable() -> with(resolved.refer(referral));
            case Resolved resolved ->
                throw illegal("nobody is known after " + resolved.outcome().kind(), resolved);
            case IncidentState other -> throw illegal("a referral follows an outcome, once", other);
        };
    }

    /**
     * The verdict behind it stands no longer. What nobody is or was at is over with that. A unit is not called back by
     * itself: whoever leads it sees this and decides; what has its outcome keeps it.
     */
    Incident verdictWithdrawn(Instant at) {
        return withVerdict(state instanceof IncidentState.Open open ? open.cancel() : state, at);
    }

    /** Two people agreed again: it goes on, or has its outcome, for that verdict. */
    Incident verdictReachedAgain(VerdictReached verdict) {
        return new Incident(
                id,
                dossierId,
                verdict.verdictId(),
                jurisdiction,
                verdict.severity() == null ? DEFAULT_SEVERITY : verdict.severity(),
                state,
                verdict.place(),
                verdict.latitude(),
                verdict.longitude(),
                verdict.occurredAt(),
                verdict.confirmedAt(),
                null,
                openedAt,
                version + 1);
    }

    Incident cancel() {
        return switch (state) {
            case Vacant vacant when verdictWithdrawnAt != null -> with(vacant.cancel());
            case Engaged engaged
            when verdictWithdrawnAt != null -> throw illegal("the unit that is on it is called back first", engaged);
            case IncidentState other ->
                throw illegal("it is cancelled only after its verdict was withdrawn, and before it is over", other);
        };
    }

    /** The same incident with something new to read about its assignments. */
    Incident annotated() {
        return with(state);
    }

    private Incident with(IncidentState next) {
        return withVerdict(next, verdictWithdrawnAt);
    }

    private Incident withVerdict(IncidentState next, @Nullable Instant withdrawnAt) {
        return new Incident(
                id,
                dossierId,
                verdictId,
                jurisdiction,
                severity,
                next,
                place,
                latitude,
                longitude,
                occurredAt,
                verdictConfirmedAt,
                withdrawnAt,
                openedAt,
                version + 1);
    }

    private static ProblemException illegal(String rule, IncidentState state) {
        return DispatchProblem.ILLEGAL_TRANSITION.because("the incident is " + state.name() + ": " + rule);
    }
}
