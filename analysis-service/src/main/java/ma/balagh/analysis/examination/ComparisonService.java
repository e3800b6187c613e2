package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.footage.AudioCorroborator;
import ma.balagh.analysis.footage.FootageIndex;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.analysis.sound.SoundFingerprint;
import ma.balagh.analysis.sound.SoundIndex;
import ma.balagh.analysis.sound.SoundMatchResult;

/** Ends the comparison of a medium with those examined in the meantime, and publishes the matches. */
@ApplicationScoped
class ComparisonService {

    /** @param findings of the examination, with what the comparison adds to them */
    record Compared(List<Finding> findings, List<FootageMatch> matches) {

        Compared {
            findings = List.copyOf(findings);
            matches = List.copyOf(matches);
        }
    }

    private final FootageIndex footage;
    private final SoundIndex sounds;
    private final ExaminationConfig config;

    ComparisonService(FootageIndex footage, SoundIndex sounds, ExaminationConfig config) {
        this.footage = footage;
        this.sounds = sounds;
        this.config = config;
    }

    /** In the caller's transaction. */
    Compared conclude(UUID evidenceId, ExaminationResults.Completed completed) throws InterruptedException {
        List<FootageMatch> seen = footage.conclude(evidenceId, completed.footage(), completed.comparison());
        Set<UUID> media = seen.stream().map(FootageMatch::evidenceId).collect(toSet());
        Map<UUID, SoundMatchResult> heard = sounds.conclude(evidenceId, completed.sound(), completed.heard(), media);
        int most = config.soundMatches();
        AudioCorroborator.Witness witness = new AudioCorroborator(completed.sound(), heard).with(seen, most);
        SoundFingerprint sound = completed.sound();
        return new Compared(
                sound == null || witness.soundOnly() <= most
                        ? completed.findings()
                        : counted(
                                completed.findings(), AudioMatchStatement.oftenHeard(sound, witness.soundOnly(), most)),
                witness.matches());
    }

    private static List<Finding> counted(List<Finding> findings, Finding count) {
        return findings.stream()
                .map(finding -> finding.method().equals(count.method()) ? count : finding)
                .toList();
    }
}
