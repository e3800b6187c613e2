package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.media.DecodingResult.Still;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** Finds the examinations that exist for the caller of the current request. */
@ApplicationScoped
public class VisibleExaminationService {

    /**
     * An examination whose evidence the caller may see.
     *
     * @param sha256 of the evidence, 64 lower-case hexadecimal digits
     * @param erasedAt since when its bytes are kept no more; null while they are
     */
    public record Seen(
            UUID examinationId,
            UUID evidenceId,
            String sha256,
            @Nullable Instant erasedAt) {

        /** @throws ProblemException 410 when there is nothing left that could be shown */
        public void requireKept() {
            if (erasedAt != null) {
                throw AnalysisProblem.EVIDENCE_ERASED.because(
                        "its bytes were kept until " + erasedAt + "; what was found stays");
            }
        }
    }

    private final ExaminationRepository repository;
    private final StillRepository stills;
    private final EvidencePlaces places;

    VisibleExaminationService(ExaminationRepository repository, StillRepository stills, EvidencePlaces places) {
        this.repository = repository;
        this.stills = stills;
        this.places = places;
    }

    public boolean hasEvidence(UUID evidenceId) {
        return places.dossiersSeenByCaller(Set.of(evidenceId)).containsKey(evidenceId);
    }

    /**
     * One that is hidden costs the same queries as one that does not exist, so that nobody can tell them apart by the time.
     *
     * @throws ProblemException 404 when it does not exist for the caller
     */
    public Seen require(UUID examinationId) {
        Optional<Seen> found = repository.find(examinationId);
        boolean visible = hasEvidence(found.map(Seen::evidenceId).orElse(examinationId));
        return found.filter(examination -> visible).orElseThrow(() -> CommonProblem.notFound("this examination"));
    }

    /** The stills that an examination kept, in the order of their time. */
    public List<Still> stills(Seen examination) {
        return stills.of(examination.examinationId());
    }

    /** The bytes of one of them, as JPEG. */
    Optional<byte[]> still(Seen examination, int number) {
        return stills.find(examination.examinationId(), number);
    }
}
