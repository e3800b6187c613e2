package ma.balagh.analysis.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.examination.ExaminationEnded;
import ma.balagh.analysis.known.KnownFootageRepository.Watched;
import org.jboss.logging.Logger;

/**
 * Quarantines entries that suddenly match so much that they mean nothing: a black screen, a broadcaster's ident.
 * Harmless entries are exempt.
 */
@ApplicationScoped
class KnownFootageQuarantineService {

    private static final Logger LOG = Logger.getLogger(KnownFootageQuarantineService.class);

    private final KnownFootageRepository repository;
    private final KnownConfig config;
    private final Clock clock;

    KnownFootageQuarantineService(KnownFootageRepository repository, KnownConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    /** Runs in the transaction that writes the matches. */
    void examinationEnded(@Observes ExaminationEnded ended) {
        look(ended.evidenceId());
    }

    /** Looks at the entry of this evidence, and at those that it matches; in the caller's transaction. */
    void look(UUID evidenceId) {
        Instant now = clock.instant();
        repository.watched(evidenceId).forEach(entry -> look(entry, now));
    }

    private void look(Watched entry, Instant now) {
        Instant from = now.minus(config.floodWindow());
        Instant since = from.isAfter(entry.countedFrom()) ? from : entry.countedFrom();
        int media = repository.countMatching(entry.evidenceId(), since);
        if (media < config.floodMedia()) {
            return;
        }
        int examined = repository.countExamined(since);
        if (media >= config.floodShare() * examined) {
            quarantine(entry, media, examined, now);
        }
    }

    private void quarantine(Watched entry, int media, int examined, Instant now) {
        repository.lock(entry.id()).filter(KnownFootage::isBanked).ifPresent(known -> {
            known.quarantine(media, examined, now);
            LOG.warnf("Known footage matches too much and is set aside evidenceId=%s", entry.evidenceId());
        });
        repository.flush();
    }
}
