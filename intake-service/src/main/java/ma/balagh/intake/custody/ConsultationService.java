package ma.balagh.intake.custody;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.persistence.ServiceWorkRunner;

/**
 * Records who looks at evidence, durably before the first byte is shown. What one person reads of one evidence within some
 * minutes, in however many ranges and for whatever purposes, is one consultation and becomes one entry of its chain: when
 * the minutes are over, or as soon as somebody reads the chain.
 */
@ApplicationScoped
public class ConsultationService {

    private final ConsultationRepository consultations;
    private final CustodyService custody;
    private final CustodyConfig config;
    private final ServiceWorkRunner serviceWork;
    private final Clock clock;

    ConsultationService(
            ConsultationRepository consultations,
            CustodyService custody,
            CustodyConfig config,
            ServiceWorkRunner serviceWork,
            Clock clock) {
        this.consultations = consultations;
        this.custody = custody;
        this.config = config;
        this.serviceWork = serviceWork;
        this.clock = clock;
    }

    /** @return false when the person has none of this evidence going on, and nothing was recorded */
    @Transactional
    public boolean isContinued(EvidenceConsultation reading) {
        Instant now = clock.instant();
        return consultations.add(reading, now, now.minus(config.consultation()));
    }

    /** Records the first reading of a consultation. */
    @Transactional
    public void begin(EvidenceConsultation reading) {
        Instant now = clock.instant();
        while (!consultations.begin(reading, now)
                && !consultations.add(reading, now, now.minus(config.consultation()))) {
            // Whoever takes consultations out holds the evidence before: nobody waits for each other.
            custody.hold(reading.evidenceId());
            consultations.end(reading).ifPresent(this::append);
        }
    }

    /** Brings what people have going on with an evidence into its chain, in the compartment or outside it. */
    @Transactional
    public void close(UUID evidenceId, boolean compartment) {
        if (consultations.isAnyOf(evidenceId, compartment)) {
            custody.hold(evidenceId);
            consultations
                    .endAll(evidenceId, clock.instant(), compartment, !compartment)
                    .forEach(this::append);
        }
    }

    /** Brings all that is going on outside the compartment into the chains, whoever may see these. */
    public void closeAll() {
        serviceWork.runLong(() -> closeOlder(clock.instant(), false));
    }

    @Scheduled(
            every = "{balagh.custody.access.consultation-check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void closeOver() {
        closeOlder(clock.instant().minus(config.consultation()), true);
    }

    /** A transaction for each evidence: none waits for another one's chain while it holds one. */
    private void closeOlder(Instant before, boolean inside) {
        Optional<UUID> evidence = oldest(before, inside);
        while (evidence.isPresent()) {
            UUID id = evidence.get();
            QuarkusTransaction.requiringNew().run(() -> {
                custody.hold(id);
                consultations.endAll(id, before, inside, true).forEach(this::append);
            });
            evidence = oldest(before, inside);
        }
    }

    private Optional<UUID> oldest(Instant before, boolean inside) {
        return QuarkusTransaction.joiningExisting().call(() -> consultations.oldest(before, inside));
    }

    private void append(ConsultationRepository.Closed closed) {
        custody.append(closed.evidenceId(), closed.actor(), CustodyAction.CONSULTED, closed.detail());
    }
}
