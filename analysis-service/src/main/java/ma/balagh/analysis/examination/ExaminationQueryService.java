package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.examination.ExaminationView.FrameView;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import ma.balagh.analysis.finding.FindingTexts;
import ma.balagh.analysis.finding.FindingTexts.Language;

/** Reads examinations with everything that belongs to them, in a fixed number of queries. */
@ApplicationScoped
class ExaminationQueryService {

    private final ExaminationRepository examinations;
    private final FindingRepository findings;
    private final MatchQueryService matches;
    private final StillRepository stills;

    ExaminationQueryService(
            ExaminationRepository examinations,
            FindingRepository findings,
            MatchQueryService matches,
            StillRepository stills) {
        this.examinations = examinations;
        this.findings = findings;
        this.matches = matches;
        this.stills = stills;
    }

    int pending(Collection<UUID> evidenceIds) {
        Set<UUID> asked = new HashSet<>(evidenceIds);
        return asked.size() - examinations.countEnded(asked);
    }

    List<ExaminationView> of(Collection<UUID> evidenceIds, Language language) {
        if (evidenceIds.isEmpty()) {
            return List.of();
        }
        List<ExaminationRepository.Row> rows = examinations.of(evidenceIds);
        List<UUID> ids = rows.stream().map(ExaminationRepository.Row::id).toList();
        var found = findings.of(ids, FindingTexts.in(language));
        var matched = matches.of(evidenceIds);
        var frames = stills.frames(ids);
        return rows.stream()
                .map(row -> view(
                        row,
                        found.getOrDefault(row.id(), List.of()),
                        matched.getOrDefault(row.evidenceId(), List.of()),
                        frames.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static ExaminationView view(
            ExaminationRepository.Row row,
            List<FindingView> findings,
            List<MatchView> matches,
            List<FrameView> frames) {
        return new ExaminationView(
                row.id(),
                row.evidenceId(),
                row.state(),
                row.mediaType(),
                row.attempts(),
                row.queuedAt(),
                row.startedAt(),
                row.examinedAt(),
                row.erasedAt(),
                ExaminationSummary.ofViews(row.state(), findings, matches),
                findings,
                matches,
                frames);
    }
}
