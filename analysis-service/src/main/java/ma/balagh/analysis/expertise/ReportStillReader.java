package ma.balagh.analysis.expertise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import ma.balagh.analysis.examination.StillService;

/** Fetches the stills of one report, each once, and each with an access record. */
final class ReportStillReader {

    private record Moment(UUID evidenceId, double second) {}

    private final BiFunction<UUID, Double, Optional<StillService.Still>> nearest;
    private final Map<Moment, Optional<StillService.Still>> taken = new HashMap<>();

    /** @param nearest the still of an evidence that lies nearest to a second of it */
    ReportStillReader(BiFunction<UUID, Double, Optional<StillService.Still>> nearest) {
        this.nearest = nearest;
    }

    Optional<StillService.Still> of(UUID evidenceId, double second) {
        return taken.computeIfAbsent(
                new Moment(evidenceId, second), moment -> nearest.apply(moment.evidenceId(), moment.second()));
    }
}
