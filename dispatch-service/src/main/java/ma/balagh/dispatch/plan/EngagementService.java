package ma.balagh.dispatch.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.unit.Unit;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/** Says what engaged units are on, and how long that lasts still. */
@ApplicationScoped
public class EngagementService {

    private final EngagementRepository repository;
    private final EngagementConfig config;
    private final Timestamps moments;
    private final ServiceWorkRunner serviceWork;
    private volatile @Nullable Experience experience;

    EngagementService(
            EngagementRepository repository,
            EngagementConfig config,
            Timestamps moments,
            ServiceWorkRunner serviceWork) {
        this.repository = repository;
        this.config = config;
        this.moments = moments;
        this.serviceWork = serviceWork;
    }

    private record Experience(FreeTimeCalculator calculator, Instant until) {}

    /** Of those units that have an assignment to an incident that whoever asks may see. */
    public Map<UUID, UnitEngagement> of(Collection<Unit> units) {
        var engaged = units.stream().filter(unit -> unit.status().isEngaged()).collect(toMap(Unit::id, unit -> unit));
        if (engaged.isEmpty()) {
            return Map.of();
        }
        var now = moments.now();
        var calculator = calculator(now);
        return repository.running(engaged.keySet()).stream()
                .collect(toMap(EngagementRepository.Running::unitId, running -> {
                    var unit = requireNonNull(engaged.get(running.unitId()));
                    var left = calculator.secondsUntilFree(
                            unit.jurisdiction(), running.step(), Duration.between(running.since(), now));
                    return new UnitEngagement(
                            unit.id(),
                            running.incidentId(),
                            running.place(),
                            left.isPresent() ? left.getAsLong() : null);
                }));
    }

    /** Made anew now and then: each recommendation would else look through a month of assignments. */
    private FreeTimeCalculator calculator(Instant now) {
        var known = experience;
        if (known == null || !now.isBefore(known.until())) {
            // Lengths alone are looked at, of all incidents.
            var past = serviceWork.call(() -> repository.past(now.minus(config.period()), config.mostSamples()));
            known = new Experience(
                    new FreeTimeCalculator(past, config.leastSamples()), now.plus(config.refreshAfter()));
            experience = known;
        }
        return known.calculator();
    }
}
