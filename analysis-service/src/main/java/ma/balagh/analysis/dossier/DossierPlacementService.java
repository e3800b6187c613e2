package ma.balagh.analysis.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import ma.balagh.analysis.examination.Examinations;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.intake.EvidenceErased;
import ma.balagh.contracts.intake.EvidenceEvent;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.EvidenceSighted;
import ma.balagh.contracts.intake.EvidenceUnobtainable;
import ma.balagh.contracts.intake.FieldOrigin;
import ma.balagh.messaging.Outbox;

/**
 * Finds the dossier of each report and evidence: the evidence's own; or else that of evidence with the same bytes; or else
 * that of the incident which the unit was sent to that brings it; or else one of the report's that is not concluded; or
 * else a new one. Nothing gets into the compartment but by a verdict: what
 * a report that is hidden brings later is all that joins a dossier there, and what lies there draws no other report in.
 * Reports and evidence are told in any order, by several replicas at once.
 */
@ApplicationScoped
class DossierPlacementService {

    private final DossierPlacementRepository repository;
    private final DossierService dossiers;
    private final CrewEvidenceService crews;
    private final DossierReadinessService readiness;
    private final Examinations examinations;
    private final Outbox outbox;
    private final Clock clock;

    DossierPlacementService(
            DossierPlacementRepository repository,
            DossierService dossiers,
            CrewEvidenceService crews,
            DossierReadinessService readiness,
            Examinations examinations,
            Outbox outbox,
            Clock clock) {
        this.repository = repository;
        this.dossiers = dossiers;
        this.crews = crews;
        this.readiness = readiness;
        this.examinations = examinations;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    void apply(EvidenceEvent event) {
        switch (event) {
            case EvidenceSecured secured -> {
                repository.lockReport(secured.reportId(), secured.jurisdiction());
                repository.lockEvidence(secured);
                examinations.queue(secured.evidenceId(), secured.sha256(), secured.mediaType(), secured.jurisdiction());
                examinations.keep(secured.evidenceId(), repository.erasedAt(secured.evidenceId()));
                Optional<FieldOrigin> field = Optional.ofNullable(secured.field());
                field.ifPresent(origin -> crews.keep(secured.evidenceId(), origin));
                place(
                        secured.evidenceId(),
                        secured.sha256(),
                        secured.reportId(),
                        secured.jurisdiction(),
                        () -> field.flatMap(crews::dossierOf));
            }
            case EvidenceSighted sighted -> {
                repository.lockReport(sighted.reportId(), sighted.jurisdiction());
                repository.lockEvidence(sighted);
                place(
                        sighted.evidenceId(),
                        sighted.sha256(),
                        sighted.reportId(),
                        sighted.jurisdiction(),
                        Optional::empty);
            }
            // Its report gets a dossier as one without media does.
            case EvidenceUnobtainable missing -> {}
            case EvidenceErased erased -> {
                repository.lockEvidence(erased);
                examinations.keep(erased.evidenceId(), repository.erasedAt(erased.evidenceId()));
                // What was never examined is not waited for any more.
                dossiers.lockAt(() -> repository.dossierOfEvidence(erased.evidenceId()))
                        .ifPresent(dossier -> readiness.settle(dossier, now()));
            }
        }
    }

    private void place(
            UUID evidenceId, String sha256, UUID reportId, String jurisdiction, Supplier<Optional<UUID>> ofUnit) {
        if (repository.isHidden(reportId)) {
            placeHidden(evidenceId, reportId);
            return;
        }
        Optional<Dossier> place = dossiers.lockAt(() -> repository.dossierOfBytes(evidenceId, sha256));
        if (place.filter(DossierPlacementService::isHidden).isPresent()) {
            // Two people judged it without this report, which gets a dossier as one without media does.
            return;
        }
        Dossier dossier = place.or(() -> dossiers.lockAt(ofUnit))
                .or(() -> dossiers.lockAt(() -> repository.openDossierOfReport(reportId)))
                .orElseGet(() -> open(jurisdiction, now()));
        // Told by the clock after the lock: while it was waited for, the dossier may have been concluded.
        Instant joinedAt = dossiers.timeOfJoining(dossier, now());
        repository.joinEvidence(dossier.id(), evidenceId, joinedAt);
        join(dossier, reportId, joinedAt);
    }

    /** For internal affairs to look at. What stands in a dossier already stays there, and the report where it is. */
    private void placeHidden(UUID evidenceId, UUID reportId) {
        if (repository.dossierOfEvidence(evidenceId).isEmpty()) {
            dossiers.lockAt(() -> repository.hiddenDossierOfReport(reportId)).ifPresent(dossier -> {
                Instant joinedAt = dossiers.timeOfJoining(dossier, now());
                repository.joinEvidence(dossier.id(), evidenceId, joinedAt);
                readiness.settle(dossier, joinedAt);
            });
        }
    }

    private static boolean isHidden(Dossier dossier) {
        return dossier.compartment() == Compartment.INTERNAL_AFFAIRS;
    }

    /** Opens a dossier for one report that has waited long enough for media; false when there is none. */
    @Transactional
    boolean placeOneOverdue() {
        Instant now = now();
        Optional<DossierPlacementRepository.Overdue> overdue = repository.lockOverdue(now);
        overdue.ifPresent(report -> join(open(report.jurisdiction(), now), report.reportId(), now));
        return overdue.isPresent();
    }

    private Dossier open(String jurisdiction, Instant now) {
        Dossier dossier = Dossier.open(IdGenerator.next(), jurisdiction, now);
        dossiers.add(dossier);
        outbox.publish(new DossierOpened(dossier.id(), jurisdiction, now));
        return dossier;
    }

    private void join(Dossier dossier, UUID reportId, Instant now) {
        if (repository.joinReport(dossier.id(), reportId, now)) {
            outbox.publish(new ReportJoined(dossier.id(), reportId, now));
        }
        readiness.settle(dossier, now);
    }

    /** To the database's precision at least, so that what is told and what is kept are the same time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
