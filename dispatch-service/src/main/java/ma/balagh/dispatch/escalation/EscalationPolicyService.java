package ma.balagh.dispatch.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.runcard.IncidentType;
import org.jspecify.annotations.Nullable;

/** Which targets apply where. Stages that run keep the targets that they began with. */
@ApplicationScoped
class EscalationPolicyService {

    private final EscalationPolicyRepository repository;
    private final Timestamps moments;

    EscalationPolicyService(EscalationPolicyRepository repository, Timestamps moments) {
        this.repository = repository;
        this.moments = moments;
    }

    /** The built-in policy, and those that apply somewhere in the caller's territories. */
    List<EscalationPolicy> list() {
        return Stream.concat(Stream.of(EscalationPolicy.BUILT_IN), repository.list().stream())
                .toList();
    }

    /** The policy of the nearest territory, and there the one for the type, if it has one. */
    EscalationPolicy applying(String jurisdiction, @Nullable IncidentType incidentType) {
        return repository.applying(jurisdiction, incidentType).orElse(EscalationPolicy.BUILT_IN);
    }

    /**
     * Puts a policy in the place of the one that applies there; in that of a wider territory, for this one alone. Asking
     * twice for the same changes nothing.
     *
     * @param precondition refuses when the caller has read another policy than the one that applies
     */
    @Transactional
    EscalationPolicy put(
            String jurisdiction,
            @Nullable IncidentType incidentType,
            List<StageTarget> stages,
            String by,
            Consumer<EscalationPolicy> precondition) {
        repository.lock();
        var present = applying(jurisdiction, incidentType);
        boolean own =
                jurisdiction.equals(present.jurisdiction()) && Objects.equals(incidentType, present.incidentType());
        var next = new EscalationPolicy(
                jurisdiction, incidentType, stages, own ? present.version() + 1 : 1, by, moments.now());
        if (own && next.stages().equals(present.stages())) {
            return present;
        }
        precondition.accept(present);
        repository.put(IdGenerator.next(), next);
        return next;
    }
}
