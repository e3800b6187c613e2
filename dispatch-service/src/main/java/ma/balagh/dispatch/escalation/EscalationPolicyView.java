package ma.balagh.dispatch.escalation;

import java.time.Instant;
import java.util.List;
import ma.balagh.dispatch.runcard.IncidentType;
import org.jspecify.annotations.Nullable;

/**
 * A policy as the interface shows it.
 *
 * @param jurisdiction the territory that it was made for; absent for the built-in one
 * @param incidentType the only type that it is for; absent for all
 * @param builtIn whether it is the one of territories that have none
 * @param stages every stage, in order
 */
record EscalationPolicyView(
        @Nullable String jurisdiction,
        @Nullable IncidentType incidentType,
        boolean builtIn,
        List<StageTarget> stages,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    static EscalationPolicyView of(EscalationPolicy policy) {
        return new EscalationPolicyView(
                policy.jurisdiction(),
                policy.incidentType(),
                policy.jurisdiction() == null,
                policy.stages(),
                policy.changedBy(),
                policy.changedAt());
    }
}
