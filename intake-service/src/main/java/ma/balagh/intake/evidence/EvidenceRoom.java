package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.EvidenceSighted;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyLog;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.Reports;
import ma.balagh.intake.report.Visibility;
import ma.balagh.messaging.Outbox;

/** Makes a medium that came in evidence of its report: file, row, custody and event, all or nothing. */
@ApplicationScoped
class EvidenceRoom {

    private final EvidenceStore store;
    private final EvidenceRows rows;
    private final CustodyLog custody;
    private final Reports reports;
    private final Outbox outbox;
    private final Clock clock;

    EvidenceRoom(
            EvidenceStore store, EvidenceRows rows, CustodyLog custody, Reports reports, Outbox outbox, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.custody = custody;
        this.reports = reports;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Secured secure(Report report, Received received, Declared declared, Bringer bringer) {
        var fresh = new Evidence(
                Ids.next(),
                received.digest(),
                received.size(),
                received.container().mediaType(),
                received.receivedAt().truncatedTo(ChronoUnit.MILLIS),
                now(),
                null);
        boolean isNew = rows.insert(fresh);
        Evidence known = isNew ? fresh : rows.lock(received.digest());
        // Not before the row is held: until then, bytes that were erased may be taken away again.
        store.keep(received);
        Instant now = now();
        Evidence evidence = known.erased() == null ? known : again(known, known.erased(), fresh.receivedAt(), now);
        // Looked up before it stands in this report, too.
        boolean alreadyKnown =
                !isNew && rows.find(evidence.id(), bringer.sees()).isPresent();
        place(evidence, report, declared, bringer, now);
        if (isNew || known.erased() != null) {
            secured(evidence, report, bringer);
        } else {
            sighted(evidence, report, bringer, now);
        }
        return new Secured(evidence, alreadyKnown);
    }

    /** Secured later than it was erased in any case, by whatever clock: others go by the order of the two. */
    private Evidence again(Evidence known, Evidence.Erased erased, Instant receivedAt, Instant now) {
        Instant earliest = erased.at().plusMillis(1);
        Instant securedAt = now.isBefore(earliest) ? earliest : now;
        var again =
                new Evidence(known.id(), known.digest(), known.size(), known.mediaType(), receivedAt, securedAt, null);
        rows.secureAgain(again);
        return again;
    }

    /**
     * The bytes of an evidence were fetched for this report, too.
     *
     * @throws IllegalStateException when they have been erased since
     */
    @Transactional
    void share(Report report, UUID id, Declared declared, Bringer bringer) {
        Instant now = now();
        Evidence evidence =
                rows.lock(rows.find(id, Visibility.EVERYTHING).orElseThrow().digest());
        if (evidence.erased() != null) {
            throw new IllegalStateException("evidence " + id + " was erased meanwhile");
        }
        place(evidence, report, declared, bringer, now);
        sighted(evidence, report, bringer, now);
    }

    private void place(Evidence evidence, Report report, Declared declared, Bringer bringer, Instant now) {
        rows.place(
                evidence.id(),
                new EvidenceRows.Placement(report.id(), declared.mediaType(), declared.fileName(), now),
                bringer.name());
        reports.mediumAdded(report.id());
    }

    private void secured(Evidence evidence, Report report, Bringer bringer) {
        var detail = detail(evidence, report, bringer);
        detail.put("size", Long.toString(evidence.size()));
        detail.put("mediaType", evidence.mediaType());
        custody.append(evidence.id(), bringer.name(), CustodyAction.SECURED, detail);
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
