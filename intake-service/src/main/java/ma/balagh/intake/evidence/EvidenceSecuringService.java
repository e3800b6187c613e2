package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.EvidenceSighted;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyService;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportService;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** Secures a received medium as evidence of its report: file, row, custody and event in one transaction. */
@ApplicationScoped
class EvidenceSecuringService {

    private final EvidenceStore store;
    private final EvidenceRepository repository;
    private final DigestLockRepository locks;
    private final CustodyService custody;
    private final ReportService reports;
    private final Outbox outbox;
    private final Clock clock;

    EvidenceSecuringService(
            EvidenceStore store,
            EvidenceRepository repository,
            DigestLockRepository locks,
            CustodyService custody,
            ReportService reports,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.repository = repository;
        this.locks = locks;
        this.custody = custody;
        this.reports = reports;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What its sender sees, and what lies where the report does, is seen again; all else is secured as bytes that nobody has
     * brought before, so that neither answer, custody nor time tell whether somebody has.
     */
    @Transactional
    SecuringResult secure(Report report, StagedMedium received, DeclaredMetadata declared, Submitter submitter) {
        // First of all: until then, bytes that were erased may be taken away again.
        locks.lock(received.digest());
        List<EvidenceTwin> twins = repository.twins(received.digest(), report, submitter.sees());
        Optional<Evidence> known = twins.stream()
                .filter(twin -> twin.seen() && twin.fits())
                .findFirst()
                .map(twin -> repository.hold(twin.evidence().id()));
        // Not before it is held, so that nobody erases it meanwhile.
        if (twins.stream().anyMatch(EvidenceTwin::seen)) {
            store.keep(received);
        } else {
            store.keepAnew(received);
        }
        UUID filed = twins.stream()
                .map(EvidenceTwin::filed)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(UUID::toString))
                .orElse(null);
        Evidence evidence = known.map(each -> sightedAgain(each, report, received, declared, submitter, filed))
                .orElseGet(() -> fresh(report, received, declared, submitter, filed));
        if (twins.stream().anyMatch(twin -> !twin.evidence().equals(evidence) && twin.isAwaited())) {
            repository.goneFromErased(received.digest());
        }
        return submitter.sees().filedBy() == null
                ? new SecuringResult(evidence, evidence.id(), known.isPresent())
                : new SecuringResult(evidence, filed == null ? evidence.id() : filed, filed != null);
    }

    private Evidence fresh(
            Report report,
            StagedMedium received,
            DeclaredMetadata declared,
            Submitter submitter,
            @Nullable UUID filed) {
        Instant now = now();
        var fresh = new Evidence(
                IdGenerator.next(),
                received.digest(),
                received.size(),
                received.container().mediaType(),
                received.receivedAt().truncatedTo(ChronoUnit.MILLIS),
                now,
                null);
        repository.insert(fresh, report);
        place(fresh, report, declared, submitter, now, filed);
        custody.begin(fresh.id(), submitter.name(), CustodyAction.SECURED, securedDetail(fresh, report, submitter));
        secured(fresh, report, submitter);
        return fresh;
    }

    private Evidence sightedAgain(
            Evidence known,
            Report report,
            StagedMedium received,
            DeclaredMetadata declared,
            Submitter submitter,
            @Nullable UUID filed) {
        Instant now = now();
        Evidence.Erased erased = known.erased();
        Evidence evidence = erased == null
                ? known
                : again(known, erased, received.receivedAt().truncatedTo(ChronoUnit.MILLIS), now);
        place(evidence, report, declared, submitter, now, filed);
        if (erased == null) {
            sighted(evidence, report, submitter, now);
        } else {
            custody.append(
                    evidence.id(), submitter.name(), CustodyAction.SECURED, securedDetail(evidence, report, submitter));
            secured(evidence, report, submitter);
        }
        return evidence;
    }

    /** Secured later than it was erased in any case, by whatever clock: others go by the order of the two. */
    private Evidence again(Evidence known, Evidence.Erased erased, Instant receivedAt, Instant now) {
        Instant earliest = erased.at().plusMillis(1);
        Instant securedAt = now.isBefore(earliest) ? earliest : now;
        var again =
                new Evidence(known.id(), known.digest(), known.size(), known.mediaType(), receivedAt, securedAt, null);
        repository.secureAgain(again);
        return again;
    }

    /**
     * The bytes of an evidence were fetched for this report, too.
     *
     * @throws IllegalStateException when they have been erased since, or lie in the compartment
     */
    @Transactional
    void share(Report report, UUID id, DeclaredMetadata declared, Submitter submitter) {
        Instant now = now();
        Evidence evidence = repository
                .holdCommon(id)
                .filter(each -> each.erased() == null)
                .orElseThrow(() -> new IllegalStateException("evidence " + id + " is not to be shared any more"));
        place(evidence, report, declared, submitter, now, null);
        sighted(evidence, report, submitter, now);
    }

    private void place(
            Evidence evidence,
            Report report,
            DeclaredMetadata declared,
            Submitter submitter,
            Instant now,
            @Nullable UUID filed) {
        repository.place(
                evidence.id(),
                new EvidenceRepository.Placement(report.id(), declared.mediaType(), declared.fileName(), now),
                submitter.name(),
                evidence.id().equals(filed) ? null : filed);
        reports.mediumAdded(report.id());
    }

    private static Map<String, String> securedDetail(Evidence evidence, Report report, Submitter submitter) {
        var detail = detail(evidence, report, submitter);
        detail.put("size", Long.toString(evidence.size()));
        detail.put("mediaType", evidence.mediaType());
        return detail;
    }

    private void secured(Evidence evidence, Report report, Submitter submitter) {
        outbox.publish(new EvidenceSecured(
                evidence.id(),
                report.id(),
                evidence.digest().hex(),
                evidence.size(),
                evidence.mediaType(),
                report.jurisdiction(),
                evidence.receivedAt(),
                evidence.securedAt(),
                submitter.field()));
    }

    private void sighted(Evidence evidence, Report report, Submitter submitter, Instant now) {
        custody.append(evidence.id(), submitter.name(), CustodyAction.SIGHTED, detail(evidence, report, submitter));
        outbox.publish(new EvidenceSighted(
                evidence.id(), report.id(), evidence.digest().hex(), report.jurisdiction(), now));
    }

    private static Map<String, String> detail(Evidence evidence, Report report, Submitter submitter) {
        var detail = new TreeMap<>(submitter.origin());
        detail.put("sha256", evidence.digest().hex());
        detail.put(CustodyView.REPORT, report.id().toString());
        return detail;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
