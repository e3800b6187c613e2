package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictEvent;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.dispatch.IncidentCancelled;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.http.CommonProblem;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** What becomes of an incident when its verdict is withdrawn, and when another one is reached after that. */
@ApplicationScoped
class VerdictWithdrawalService {

    private final IncidentRepository repository;
    private final StandDownService standDowns;
    private final TimelineService timeline;
    private final Outbox outbox;
    private final Timestamps moments;

    VerdictWithdrawalService(
            IncidentRepository repository,
            StandDownService standDowns,
            TimelineService timeline,
            Outbox outbox,
            Timestamps moments) {
        this.repository = repository;
        this.standDowns = standDowns;
        this.timeline = timeline;
        this.outbox = outbox;
        this.moments = moments;
    }

    @Transactional
    void apply(VerdictEvent event) {
        switch (event) {
            case VerdictWithdrawn withdrawn -> {
                if (repository.withdraw(withdrawn.verdictId(), withdrawn.withdrawnAt())) {
                    repository
                            .lockOfVerdict(withdrawn.verdictId())
                            .ifPresent(incident -> withdraw(incident, withdrawn.withdrawnAt()));
                }
            }
            case VerdictReached reached
            when reached.verdict() == Verdict.PRESUMED_OFFENCE && !repository.isWithdrawn(reached.verdictId()) ->
                repository.lockWithoutVerdict(reached.dossierId()).ifPresent(incident -> goOn(incident, reached));
            case VerdictReached otherwise -> {}
        }
    }

    /** Units that are on their way are called back; with one on the scene it is for the dispatcher to end it. */
    private void withdraw(Incident incident, Instant at) {
        if (incident.state() instanceof IncidentState.UnderWay) {
            standDowns.standDownWhoIsNotThere(incident);
        }
        incident.verdictWithdrawn(at);
        repository.flush();
        tell(incident.id(), TimelineEntry.Kind.VERDICT_WITHDRAWN, at, TimelineEntry.BY_ITSELF, null);
        if (incident.state().name() == IncidentState.Name.CANCELLED) {
            cancelled(incident, TimelineEntry.BY_ITSELF, null);
        }
    }

    /** It is the incident of that verdict now: what became of it is told again, as what became of that. */
    private void goOn(Incident incident, VerdictReached verdict) {
        incident.verdictReachedAgain(verdict);
        repository.flush();
        incident.resolved().ifPresent(outbox::publish);
        incident.referred().ifPresent(outbox::publish);
        tell(
                incident.id(),
                TimelineEntry.Kind.VERDICT_REACHED_AGAIN,
                verdict.confirmedAt(),
                TimelineEntry.BY_ITSELF,
                null);
    }

    /**
     * Ends an incident whose verdict was withdrawn, once no unit is on it.
     *
     * @param precondition refuses when the caller has read an older version
     */
    @Transactional
    Incident cancel(UUID id, String note, String by, Consumer<Incident> precondition) {
        var incident =
                repository.lock(id, UnitRestriction.NONE).orElseThrow(() -> CommonProblem.notFound("the incident"));
        precondition.accept(incident);
        incident.cancel();
        repository.flush();
        cancelled(incident, by, note);
        return incident;
    }

    private void cancelled(Incident incident, String by, @Nullable String note) {
        var now = moments.now();
        tell(incident.id(), TimelineEntry.Kind.CANCELLED, now, by, note);
        outbox.publish(new IncidentCancelled(incident.id(), incident.dossierId(), now));
    }

    private void tell(UUID incidentId, TimelineEntry.Kind kind, Instant at, String by, @Nullable String note) {
        timeline.add(incidentId, new TimelineEntry(kind, at, by, null, note), null);
    }
}
