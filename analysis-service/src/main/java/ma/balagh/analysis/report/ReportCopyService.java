package ma.balagh.analysis.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.contracts.intake.ReportErased;
import ma.balagh.contracts.intake.ReportReceived;
import org.jspecify.annotations.Nullable;

/** Keeps copies of intake's reports. Writes in the caller's transaction. */
@ApplicationScoped
public class ReportCopyService {

    /**
     * All reports of a dossier together.
     *
     * @param publishedAt as the earliest of them claims
     * @param receivedAt when the first of them came in
     */
    public record Extent(
            int count,
            @Nullable Instant publishedAt,
            @Nullable Instant receivedAt) {}

    /** A report with its place among those of its dossier. */
    public record Joined(ReportCopy report, JoinPosition place) {}

    private final ReportCopyRepository repository;

    ReportCopyService(ReportCopyRepository repository) {
        this.repository = repository;
    }

    public void keep(ReportReceived report) {
        repository.insert(report);
        repository.emptyIfErased(report.reportId());
    }

    /** What a receipt shows only becomes newer, in whatever order that is told. */
    public void answered(ReportAnswered answered) {
        repository.answer(answered.reportId(), answered.kind(), answered.answeredAt());
    }

    /** Likewise. */
    public void answerWithdrawn(AnswerWithdrawn withdrawn) {
        repository.answer(withdrawn.reportId(), null, withdrawn.withdrawnAt());
    }

    /** Holds for a description that comes later, too: a dead letter may be handed in again after years. */
    public void erased(ReportErased erased) {
        repository.noteErased(erased.reportId(), erased.erasedAt());
        repository.emptyIfErased(erased.reportId());
    }

    /** Those of a dossier that exist for that visibility, in the order in which they joined, but for one not yet described. */
    public List<ReportCopy> in(UUID dossierId, ReportVisibility visibility) {
        return first(dossierId, visibility, Integer.MAX_VALUE);
    }

    /** The first of them. */
    public List<ReportCopy> first(UUID dossierId, ReportVisibility visibility, int most) {
        return repository.first(dossierId, visibility, most);
    }

    /** Those after a place in that order, with their places. */
    public List<Joined> page(UUID dossierId, ReportVisibility visibility, JoinPosition after, int most) {
        return repository.page(dossierId, visibility, after, most);
    }

    /** How many there are, and when the first of them came. */
    public Extent extent(UUID dossierId, ReportVisibility visibility) {
        return repository.extent(dossierId, visibility);
    }

    /** What the first of them that claims anything claims. */
    public Optional<Claim> firstClaim(UUID dossierId, ReportVisibility visibility) {
        return repository.firstClaiming(dossierId, visibility, 1).stream()
                .findFirst()
                .flatMap(report -> Optional.ofNullable(report.claim()));
    }
}
