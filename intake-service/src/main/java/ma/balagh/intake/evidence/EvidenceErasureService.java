package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.intake.EvidenceErased;
import ma.balagh.intake.custody.ConsultationService;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyService;
import ma.balagh.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Erases evidence: row, custody and event in one transaction, after which nobody can read its bytes. The store deletes
 * these after the commit (EvidenceBytesEraser), so that no evidence loses its bytes without an explanation.
 */
@ApplicationScoped
public class EvidenceErasureService {

    /** Whether a legal hold keeps {@code evidence} of the {@code from} clause: one on itself, or on a report of it. */
    public static final String HELD = """
            exists (
                select from legal_hold
                where lifted_at is null
                  and (subject = 'EVIDENCE' and subject_id = evidence.id
                       or subject = 'REPORT' and subject_id in (
                           select report_id from report_evidence where evidence_id = evidence.id)))
            """;

    /**
     * By whom and why, as everybody may read it.
     *
     * @param kind of retention
     * @param rule as custody tells it
     * @param order of internal affairs, whose custody alone tells it
     */
    public record Why(
            String by,
            String kind,
            String rule,
            String purpose,
            @Nullable Order order) {}

    /** Who of internal affairs had it erased, and why. */
    public record Order(String by, String purpose) {}

    private final ErasureRepository repository;
    private final CustodyService custody;
    private final ConsultationService consultations;
    private final Outbox outbox;
    private final Clock clock;

    EvidenceErasureService(
            ErasureRepository repository,
            CustodyService custody,
            ConsultationService consultations,
            Outbox outbox,
            Clock clock) {
        this.repository = repository;
        this.custody = custody;
        this.consultations = consultations;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Holds these until the transaction ends, so that none comes in again meanwhile.
     *
     * @return those of them that nobody else holds
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> hold(Collection<UUID> ids) {
        return repository.hold(ids);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Collection<UUID> ids, Why why) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (ErasureRepository.Erased each : repository.erase(ids, why.kind(), now)) {
            consultations.close(each.id(), false);
            consultations.close(each.id(), true);
            custody.append(
                    each.id(), why.by(), CustodyAction.RETENTION, Map.of("rule", why.rule(), "purpose", why.purpose()));
            if (why.order() != null) {
                custody.append(
                        each.id(),
                        why.order().by(),
                        CustodyAction.RETENTION,
                        Map.of(
                                "rule",
                                why.rule(),
                                "purpose",
                                why.order().purpose(),
                                CustodyService.COMPARTMENT,
                                CustodyService.INTERNAL_AFFAIRS));
            }
            outbox.publish(new EvidenceErased(each.id(), each.digest().hex(), now));
        }
    }
}
