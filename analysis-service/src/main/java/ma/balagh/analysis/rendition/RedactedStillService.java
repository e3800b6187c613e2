package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import ma.balagh.analysis.rendition.RedactedStillRepository.Marked;
import ma.balagh.analysis.verdict.VerdictConfirmed;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Roles;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/**
 * Stills for those who are sent: the moment that a verdict marks, with faces hidden. Each is ordered with the verdict, so
 * that it is there when somebody asks, and again when it was not kept.
 */
@ApplicationScoped
class RedactedStillService {

    /** A marked moment, and what became of its picture. */
    record Still(Marked marked, Rendition rendition) {}

    private final RedactedStillRepository moments;
    private final RenditionRepository renditions;
    private final ServiceWorkRunner serviceWork;
    private final Caller caller;
    private final Clock clock;

    RedactedStillService(
            RedactedStillRepository moments,
            RenditionRepository renditions,
            ServiceWorkRunner serviceWork,
            Caller caller,
            Clock clock) {
        this.moments = moments;
        this.renditions = renditions;
        this.serviceWork = serviceWork;
        this.caller = caller;
        this.clock = clock;
    }

    /** In the transaction of the verdict. */
    void order(@Observes VerdictConfirmed confirmed) {
        if (confirmed.verdict() == Verdict.PRESUMED_OFFENCE) {
            moments.find(confirmed.dossierId())
                    .filter(marked -> marked.examination().erasedAt() == null)
                    .ifPresent(this::order);
        }
    }

    private boolean order(Marked marked) {
        return renditions.insert(marked.examination(), marked.wish(), caller, clock.instant());
    }

    /**
     * The still of a dossier.
     *
     * @throws ma.balagh.http.ProblemException 404 where there is none for the caller, 410 when its medium was erased
     */
    @Transactional
    Still of(UUID dossierId) {
        Marked marked = serviceWork
                .call(() -> moments.find(dossierId, caller.jurisdictions(), callSign()))
                .orElseThrow(() -> CommonProblem.notFound("a still of dossier " + dossierId));
        marked.examination().requireKept();
        return new Still(marked, rendition(marked));
    }

    /** One that failed stays so: it would fail again. */
    private Rendition rendition(Marked marked) {
        return renditions
                .latest(marked.examination(), marked.wish())
                .filter(latest -> latest.state() != RenditionState.EXPIRED)
                .orElseGet(() -> {
                    boolean isNew = order(marked);
                    return renditions
                            .fulfilling(marked.examination(), marked.wish())
                            .orElseThrow(() -> new IllegalStateException("a still went, ordered anew: " + isNew));
                });
    }

    /** Who is a field unit and nothing else sees what that unit is sent to. */
    private @Nullable String callSign() {
        boolean isStaff =
                caller.hasAny(Roles.DISPATCHER, Roles.COMMANDER, Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.AUDITOR);
        return isStaff ? null : caller.unit().orElse("");
    }
}
