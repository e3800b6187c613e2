package ma.balagh.analysis.consultation;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.balagh.analysis.dossier.Dossier;
import ma.balagh.analysis.dossier.DossierLifecycle;
import ma.balagh.analysis.incident.IncidentCopy;
import ma.balagh.analysis.report.ReportCopyService;
import ma.balagh.analysis.verdict.VerdictView;
import org.jspecify.annotations.Nullable;

/**
 * When each stage of a dossier was reached for the first time; absent until then.
 *
 * @param publishedAt as the earliest of the reports that the caller may see claims
 * @param receivedAt when the first of them came in
 * @param securedAt when the first evidence that they brought was safe on disk
 * @param readyAt when every examination of its evidence had ended for the first time
 */
public record StageTimes(
        @Nullable Instant publishedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant securedAt,
        Instant openedAt,
        @Nullable Instant readyAt,
        @Nullable Instant proposedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant incidentOpenedAt,
        @Nullable Instant assignedAt,
        @Nullable Instant onSceneAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant referredAt) {

    static StageTimes of(
            Dossier dossier,
            ReportCopyService.Extent reports,
            List<EvidenceInDossier> evidence,
            @Nullable VerdictView verdict,
            @Nullable IncidentCopy incident) {
        List<IncidentCopy.Assignment> assignments = incident == null ? List.of() : incident.assignments();
        return new StageTimes(
                reports.publishedAt(),
                reports.receivedAt(),
                first(evidence, EvidenceInDossier::securedAt),
                dossier.openedAt(),
                dossier.readyAt(),
                verdict != null ? verdict.proposedAt() : pendingSince(dossier),
                verdict == null ? null : verdict.confirmedAt(),
                incident == null ? null : incident.openedAt(),
                first(assignments, IncidentCopy.Assignment::assignedAt),
                first(assignments, IncidentCopy.Assignment::onSceneAt),
                incident == null ? null : incident.resolvedAt(),
                incident == null ? null : incident.referredAt());
    }

    private static @Nullable Instant pendingSince(Dossier dossier) {
        return dossier.lifecycle() instanceof DossierLifecycle.Proposed proposed ? proposed.proposedAt() : null;
    }

    private static <T> @Nullable Instant first(Collection<T> things, Function<T, @Nullable Instant> time) {
        Stream<@Nullable Instant> times = things.stream().map(time);
        return times.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }
}
