package ma.balagh.intake.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Which reports are answered by rule, from a dossier that was decided before they came, and where an officer stopped
 * that.
 */
@ApplicationScoped
public class AnswerRuleService {

    /**
     * What is known of one report.
     *
     * @param dossierId the dossier whose answer it got without anybody's look; null while it has none by rule
     * @param reason why the rule is stopped; null while it is not
     */
    public record Rule(
            UUID reportId,
            @Nullable UUID dossierId,
            boolean stopped,
            @Nullable String stoppedBy,
            @Nullable String reason) {}

    /** What an officer does. */
    public enum Act {
        STOPPED,
        RESUMED
    }

    private final AnswerRuleRepository repository;
    private final Clock clock;

    AnswerRuleService(AnswerRuleRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** @param dossierId null where the report has no answer by rule; what was stopped stays known */
    void note(UUID reportId, @Nullable UUID dossierId) {
        if (dossierId == null) {
            repository.deleteUnlessStopped(reportId);
        } else {
            repository.answered(reportId, dossierId, now());
        }
    }

    public void add(UUID reportId, Act act, String reason, Caller by) {
        repository.add(reportId, act, reason, by, now());
    }

    public boolean isStopped(UUID reportId) {
        Rule rule = of(List.of(reportId)).get(reportId);
        return rule != null && rule.stopped();
    }

    /** Those of these reports that have anything to do with the rule. */
    public Map<UUID, Rule> of(Collection<UUID> reportIds) {
        return repository.of(reportIds);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
