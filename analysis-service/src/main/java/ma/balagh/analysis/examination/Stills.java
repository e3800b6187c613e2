package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.balagh.http.Purpose;
import org.jdbi.v3.core.Jdbi;

/** Single stills for whoever writes about a medium. Each one that is handed out leaves its trace, with the purpose. */
@ApplicationScoped
public class Stills {

    /** @param at seconds from the start */
    public record Still(double at, byte[] jpeg) {}

    private record Kept(UUID examinationId, int number, Still still) {}

    private final Jdbi jdbi;
    private final EvidencePlaces places;
    private final StillLooks looks;

    Stills(Jdbi jdbi, EvidencePlaces places, StillLooks looks) {
        this.jdbi = jdbi;
        this.places = places;
        this.looks = looks;
    }

    /** The still of that evidence that lies nearest to that second, if the evidence exists for the caller. */
    @Transactional
    public Optional<Still> nearest(UUID evidenceId, double second, Purpose purpose) {
        if (!places.dossiersSeenByCaller(Set.of(evidenceId)).containsKey(evidenceId)) {
            return Optional.empty();
        }
        Optional<Kept> nearest = jdbi.withHandle(handle -> handle.createQuery("""
                        select examination_id, number, at_s, jpeg
                        from still
                        join examination on examination.id = still.examination_id
                        where evidence_id = :evidenceId
                        order by abs(at_s - :second), examination_id desc, number
                        limit 1
                        """)
                .bind("evidenceId", evidenceId)
                .bind("second", second)
                .map((row, context) -> new Kept(
                        row.getObject("examination_id", UUID.class),
                        row.getInt("number"),
                        new Still(row.getDouble("at_s"), row.getBytes("jpeg"))))
                .findOne());
        nearest.ifPresent(kept -> looks.record(kept.examinationId(), kept.number(), purpose));
        return nearest.map(Kept::still);
    }
}
