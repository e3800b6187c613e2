package ma.balagh.analysis.expertise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import ma.balagh.analysis.examination.Stills;

/** The stills of one report, each asked for, and logged, once. */
final class Pictures {

    private record Moment(UUID evidenceId, double second) {}

    private final BiFunction<UUID, Double, Optional<Stills.Still>> nearest;
    private final Map<Moment, Optional<Stills.Still>> taken = new HashMap<>();

    /** @param nearest the still of an evidence that lies nearest to a second of it */
    Pictures(BiFunction<UUID, Double, Optional<Stills.Still>> nearest) {
        this.nearest = nearest;
    }

    Optional<Stills.Still> of(UUID evidenceId, double second) {
        return taken.computeIfAbsent(
                new Moment(evidenceId, second), moment -> nearest.apply(moment.evidenceId(), moment.second()));
    }
}
