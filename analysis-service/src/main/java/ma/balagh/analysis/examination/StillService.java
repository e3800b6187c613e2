package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.balagh.http.Purpose;

/** Hands out single stills; each is recorded with its purpose. */
@ApplicationScoped
public class StillService {

    /** @param at seconds from the start */
    public record Still(double at, byte[] jpeg) {}

    private final StillRepository repository;
    private final EvidencePlaces places;
    private final StillAccessRecorder looks;

    StillService(StillRepository repository, EvidencePlaces places, StillAccessRecorder looks) {
        this.repository = repository;
        this.places = places;
        this.looks = looks;
    }

    /** The still of that evidence that lies nearest to that second, if the evidence exists for the caller. */
    @Transactional
    public Optional<Still> nearest(UUID evidenceId, double second, Purpose purpose) {
        if (!places.dossiersSeenByCaller(Set.of(evidenceId)).containsKey(evidenceId)) {
            return Optional.empty();
        }
        return repository.nearest(evidenceId, second).map(kept -> {
            looks.record(kept.examinationId(), kept.number(), purpose);
            return new Still(kept.still().at(), kept.still().jpeg());
        });
    }
}
