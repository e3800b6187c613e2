package ma.balagh.dispatch.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictEvent;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.dispatch.IncidentReopened;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import ma.balagh.messaging.Outbox;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/**
 * Opens and refers incidents. What units do on them is in {@link AssignmentService}, how they end in
 * {@link OutcomeService}.
 */
@ApplicationScoped
class IncidentService {

    private static final Logger LOG = Logger.getLogger(IncidentService.class);

    private final IncidentRepository repository;
    private final TimelineService timeline;
    private final Event<OutcomeRecorded> recorded;
    private final Outbox outbox;
    private final Timestamps moments;

    IncidentService(
            IncidentRepository repository,
            TimelineService timeline,
            Event<OutcomeRecorded> recorded,
            Outbox outbox,
            Timestamps moments) {
        this.repository = repository;
        this.timeline = timeline;
        this.recorded = recorded;
        this.outbox = outbox;
        this.moments = moments;
    }

    /** Opens an incident for a presumed offence, unless that verdict has had one or its dossier has one that is not over. */
    @Transactional
    void apply(VerdictEvent event) {
        switch (event) {
            case VerdictReached verdict when verdict.verdict() == Verdict.PRESUMED_OFFENCE -> open(verdict);
            case VerdictReached otherwise -> {}
            case VerdictWithdrawn withdrawn -> {
                // Told to VerdictWithdrawalService.
            }
        }
    }

    private void open(VerdictReached verdict) {
        var incident = Incident.open(IdGenerator.next(), verdict, moments.now());
        if (!repository.insert(incident)) {
            LOG.infof("the dossier has its incident already, dossierId=%s", verdict.dossierId());
            return;
        }
        var entry =
                new TimelineEntry(TimelineEntry.Kind.OPENED, incident.openedAt(), TimelineEntry.BY_ITSELF, null, null);
        timeline.add(incident.id(), entry, null);
        outbox.publish(incident.opened());
        LOG.infof("an incident is open, incidentId=%s dossierId=%s", incident.id(), incident.dossierId());
    }

    /**
     * Opens it again after its outcome, which stays in its timeline; 409 when its dossier has another one that is open.
     *
     * @param precondition refuses when the caller has read an older version
     */
    @Transactional
    Incident reopen(UUID id, String reason, String by, Consumer<Incident> precondition) {
        var incident =
                repository.lock(id, UnitRestriction.NONE).orElseThrow(() -> CommonProblem.notFound("the incident"));
        precondition.accept(incident);
        incident.reopen();
        try {
            // Who hears of it reads from the database, which flushes.
            recorded.fire(new OutcomeRecorded(incident));
            repository.flush();
        } catch (ConstraintViolationException e) {
            throw DispatchProblem.OTHER_INCIDENT_OPEN.because("another incident of the same dossier is open");
        }
        var now = moments.now();
        timeline.add(id, new TimelineEntry(TimelineEntry.Kind.REOPENED, now, by, null, reason), null);
        outbox.publish(new IncidentReopened(id, incident.dossierId(), now));
        return incident;
    }

    /**
     * Takes it for what a dispatcher says.
     *
     * @param precondition refuses when the caller has read an older version
     */
    @Transactional
    Incident classify(UUID id, IncidentClassification command, String by, Consumer<Incident> precondition) {
        var incident =
                repository.lock(id, UnitRestriction.NONE).orElseThrow(() -> CommonProblem.notFound("the incident"));
        precondition.accept(incident);
        incident.classify(command.type(), command.alarmLevel());
        repository.flush();
        var entry = new TimelineEntry(TimelineEntry.Kind.CLASSIFIED, moments.now(), by, null, command.note());
        timeline.add(id, entry, null);
        return incident;
    }

    /**
     * Records the presentation to a prosecutor.
     *
     * @param precondition refuses when the caller has read an older version
     */
    @Transactional
    Incident refer(UUID id, ReferralReport report, String by, Consumer<Incident> precondition) {
        var incident =
                repository.lock(id, UnitRestriction.NONE).orElseThrow(() -> CommonProblem.notFound("the incident"));
        precondition.accept(incident);
        var at = momentOf(incident, moments.past("at", report.at()));
        incident.refer(new Referral(report.court(), report.reference(), at));
        repository.flush();
        timeline.add(id, new TimelineEntry(TimelineEntry.Kind.REFERRED, at, by, null, null), null);
        incident.referred().ifPresent(outbox::publish);
        return incident;
    }

    /** Who writes a time knows its minute: that of the opening, or of the outcome, is that moment. */
    private static Instant momentOf(Incident incident, Instant told) {
        var opened = incident.openedAt();
        if (told.isBefore(opened.truncatedTo(ChronoUnit.MINUTES))) {
            throw CommonProblem.invalid(Violation.tooEarly("at", "must not lie before the incident was opened"));
        }
        return incident.outcome()
                .map(Outcome::at)
                .filter(at -> told.equals(at.truncatedTo(ChronoUnit.MINUTES)))
                .orElse(told.isBefore(opened) ? opened : told);
    }
}
