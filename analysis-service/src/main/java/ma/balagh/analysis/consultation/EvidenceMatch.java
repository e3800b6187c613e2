package ma.balagh.analysis.consultation;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.examination.ExaminationView;

/**
 * A match of one of the dossier's media with another medium.
 *
 * @param evidenceId whose medium it is
 */
record EvidenceMatch(
        UUID evidenceId,
        ExaminationView.Counterpart with,
        String transformation,
        List<ExaminationView.SpanView> spans,
        double coverage,
        double score) {

    static Stream<EvidenceMatch> of(ExaminationView examination) {
        return examination.matches().stream()
                .map(match -> new EvidenceMatch(
                        examination.evidenceId(),
                        match.with(),
                        match.transformation(),
                        match.spans(),
                        match.coverage(),
                        match.score()));
    }
}
