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
import ma.balagh.intake.custody.CustodyLog;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.Reports;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/** Makes a medium that came in evidence of its report: file, row, custody and event, all or nothing. */
@ApplicationScoped
class EvidenceRoom {

    private final EvidenceStore store;
    private final EvidenceRepository repository;
    private final DigestLockRepository locks;
    private final CustodyLog custody;
    private final Reports reports;
    private final Outbox outbox;
    private final Clock clock;

    EvidenceRoom(
            EvidenceStore store,
            EvidenceRepository repository,
            DigestLockRepository locks,
            CustodyLog custody,
            Reports reports,
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
    Secured secure(Report report, Received received, Declared declared, Bringer bringer) {
        // First of all: until then, bytes that were erased may be taken away again.
        locks.lock(received.digest());
        List<EvidenceTwin> twins = repository.twins(received.digest(), report, bringer.sees());
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
        Evidence evidence = known.map(each -> sightedAgain(each, report, received, declared, bringer, filed))
                .orElseGet(() -> fresh(report, received, declared, bringer, filed));
        if (twins.stream().anyMatch(twin -> !twin.evidence().equals(evidence) && twin.isAwaited())) {
            repository.goneFromErased(received.digest());
        }
        return bringer.sees().filedBy() == null
                ? new Secured(evidence, evidence.id(), known.isPresent())
                : new Secured(evidence, filed == null ? evidence.id() : filed, filed != null);
    }

    private Evidence fresh(Report report, Received received, Declared declared, Bringer bringer, @Nullable UUID filed) {
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
        place(fresh, report, declared, bringer, now, filed);
        custody.begin(fresh.id(), bringer.name(), CustodyAction.SECURED, securedDetail(fresh, report, bringer));
        secured(fresh, report);
        return fresh;
    }

    private Evidence sightedAgain(
            Evidence known,
            Report report,
            Received received,
            Declared declared,
            Bringer bringer,
            @Nullable UUID filed) {
        Instant now = now();
        Evidence.Erased erased = known.erased();
        Evidence evidence = erased == null
                ? known
                : again(known, erased, received.receivedAt().truncatedTo(ChronoUnit.MILLIS), now);
        place(evidence, report, declared, bringer, now, filed);
        if (erased == null) {
            sighted(evidence, report, bringer, now);
        } else {
            custody.append(
                    evidence.id(), bringer.name(), CustodyAction.SECURED, securedDetail(evidence, report, bringer));
            secured(evidence, report);
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
    void share(Report report, UUID id, Declared declared, Bringer bringer) {
        Instant now = now();
        Evidence evidence = repository
                .holdCommon(id)
                .filter(each -> each.erased() == null)
                .orElseThrow(() -> new IllegalStateException("evidence " + id + " is not to be shared any more"));
        place(evidence, report, declared, bringer, now, null);
        sighted(evidence, report, bringer, now);
    }

    private void place(
            Evidence evidence, Report report, Declared declared, Bringer bringer, Instant now, @Nullable UUID filed) {
        repository.place(
                evidence.id(),
                new EvidenceRepository.Placement(report.id(), declared.mediaType(), declared.fileName(), now),
                bringer.name(),
                evidence.id().equals(filed) ? null : filed);
        reports.mediumAdded(report.id());
    }

    private static Map<String, String> securedDetail(Evidence evidence, Report report, Bringer bringer) {
        var detail = detail(evidence, report, bringer);
        detail.put("size", Long.toString(evidence.size()));
        detail.put("mediaType", evidence.mediaType());
        return detail;
    }

    private void secured(Evidence evidence, Report report) {
        outbox.publish(new EvidenceSecured(
                evidence.id(),
                report.id(),
                evidence.digest().hex(),
                evidence.size(),
                evidence.mediaType(),
                report.jurisdiction(),
                evidence.receivedAt(),
                evidence.securedAt()));
    }

    private void sighted(Evidence evidence, Report report, Bringer bringer, Instant now) {
        custody.append(evidence.id(), bringer.name(), CustodyAction.SIGHTED, detail(evidence, report, bringer));
        outbox.publish(new EvidenceSighted(
                evidence.id(), report.id(), evidence.digest().hex(), report.jurisdiction(), now));
    }

    private static Map<String, String> detail(Evidence evidence, Report report, Bringer bringer) {
        var detail = new TreeMap<>(bringer.origin());
        detail.put("sha256", evidence.digest().hex());
        detail.put(CustodyView.REPORT, report.id().toString());
        return detail;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
