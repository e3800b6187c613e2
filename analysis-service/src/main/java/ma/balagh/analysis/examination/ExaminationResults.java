package ma.balagh.analysis.examination;

import java.util.List;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.footage.FootageIndex.Comparison;
import ma.balagh.analysis.footage.FootageQuery;
import ma.balagh.analysis.media.DecodingResult.Still;
import ma.balagh.analysis.sound.SoundFingerprint;
import ma.balagh.analysis.sound.SoundIndex;
import org.jspecify.annotations.Nullable;

/** What a worker found out, before it is written. */
sealed interface ExaminationResults {

    List<Finding> findings();

    /**
     * The medium was read.
     *
     * @param comparison with the footage that was known before the results are written
     * @param sound null where it has none
     * @param heard beside the sounds that were known before the results are written
     */
    record Completed(
            List<Finding> findings,
            List<Still> stills,
            FootageQuery footage,
            Comparison comparison,
            @Nullable SoundFingerprint sound,
            SoundIndex.Comparison heard)
            implements ExaminationResults {

        public Completed {
            findings = List.copyOf(findings);
            stills = List.copyOf(stills);
        }
    }

    /** The bytes are no medium; the findings say why. */
    record Unreadable(List<Finding> findings) implements ExaminationResults {

        public Unreadable {
            findings = List.copyOf(findings);
        }
    }

    default ExaminationState state() {
        return switch (this) {
            case Completed completed -> ExaminationState.COMPLETED;
            case Unreadable unreadable -> ExaminationState.UNREADABLE;
        };
    }
}
