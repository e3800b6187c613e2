package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.analysis.media.Decoding.Still;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What of examinations exists for the caller of the current request. */
@ApplicationScoped
public class SeenExaminations {

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

    private final Jdbi jdbi;
    private final EvidencePlaces places;

    SeenExaminations(Jdbi jdbi, EvidencePlaces places) {
        this.jdbi = jdbi;
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
        Optional<Seen> found = find(examinationId);
        boolean visible = hasEvidence(found.map(Seen::evidenceId).orElse(examinationId));
        return found.filter(examination -> visible).orElseThrow(() -> CommonProblem.notFound("this examination"));
    }

    private Optional<Seen> find(UUID examinationId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select evidence_id, sha256, erased_at from examination where id = :id")
                .bind("id", examinationId)
                .map(row -> new Seen(
                        examinationId,
                        row.getColumn("evidence_id", UUID.class),
                        row.getColumn("sha256", String.class),
                        row.getColumn("erased_at", Instant.class)))
                .findOne());
    }

    /** The stills that an examination kept, in the order of their time. */
    public List<Still> stills(Seen examination) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select at_s, jpeg from still where examination_id = :id order by number
                        """)
                .bind("id", examination.examinationId())
                .map((row, context) -> new Still(row.getDouble("at_s"), row.getBytes("jpeg")))
                .list());
    }
}
