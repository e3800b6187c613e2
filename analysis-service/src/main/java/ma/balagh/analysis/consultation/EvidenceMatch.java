package ma.balagh.analysis.consultation;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.examination.ExaminationView;
import ma.balagh.analysis.examination.ProposedPlace;
import ma.balagh.analysis.footage.MomentsReason;
import ma.balagh.analysis.footage.SameMoments;
import org.jspecify.annotations.Nullable;

/**
 * A match of one of the dossier's media with another medium.
 *
 * @param evidenceId whose medium it is; for the rest see {@link ExaminationView.MatchView}
 */
public record EvidenceMatch(
        UUID evidenceId,
        ExaminationView.Counterpart with,
        String kind,
        @Nullable SameMoments sameMoments,
        @Nullable MomentsReason reason,
        String transformation,
        List<String> alterations,
        double speed,
        List<ExaminationView.SpanView> spans,
        double coverage,
        double otherCoverage,
        double score,
        ExaminationView.@Nullable RectangleView inThis,
        ExaminationView.@Nullable RectangleView inOther,
        @Nullable ProposedPlace place) {

    public static Stream<EvidenceMatch> of(ExaminationView examination) {
        return examination.matches().stream()
                .map(match -> new EvidenceMatch(
                        examination.evidenceId(),
                        match.with(),
                        match.kind(),
                        match.sameMoments(),
                        match.reason(),
                        match.transformation(),
                        match.alterations(),
                        match.speed(),
                        match.spans(),
                        match.coverage(),
                        match.otherCoverage(),
                        match.score(),
                        match.inThis(),
                        match.inOther(),
                        match.place()));
    }
}
