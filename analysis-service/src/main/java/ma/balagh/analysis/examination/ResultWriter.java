package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import ma.balagh.analysis.media.DecodingResult.Still;
import ma.balagh.contracts.IdGenerator;

/** Writes what examinations found, in the caller's transaction. */
@ApplicationScoped
class ResultWriter {

    private final FindingRepository findings;
    private final StillRepository stills;
    private final MatchRepository matches;
    private final ExaminationConfig config;

    ResultWriter(
            FindingRepository findings, StillRepository stills, MatchRepository matches, ExaminationConfig config) {
        this.findings = findings;
        this.stills = stills;
        this.matches = matches;
        this.config = config;
    }

    void addFindings(UUID examinationId, List<Finding> found) {
        findings.insert(examinationId, found);
    }

    /** None of evidence that was erased meanwhile. The caller's transaction has locked the examination. */
    void addStills(UUID examinationId, List<Still> kept) {
        if (!kept.isEmpty()) {
            stills.insert(examinationId, kept);
        }
    }

    /**
     * Each match from both sides; but what is only heard is not told to others of which it was told often enough: no
     * song makes the examination of an old medium endless.
     */
    void addMatches(UUID evidenceId, List<FootageMatch> shared, Instant foundAt) {
        if (shared.isEmpty()) {
            return;
        }
        Set<UUID> full = full(shared);
        List<FoundMatch> found = new ArrayList<>();
        for (FootageMatch match : shared) {
            found.add(new FoundMatch(IdGenerator.next(), evidenceId, match));
            if (match.kind() != Kind.SHARED_SOUND || !full.contains(match.evidenceId())) {
                found.add(new FoundMatch(IdGenerator.next(), match.evidenceId(), match.seenFromOther(evidenceId)));
            }
        }
        matches.insert(found, foundAt);
    }

    /** Those of the other media that have all matches by sound alone that they may have. */
    private Set<UUID> full(List<FootageMatch> shared) {
        List<UUID> heard = shared.stream()
                .filter(match -> match.kind() == Kind.SHARED_SOUND)
                .map(FootageMatch::evidenceId)
                .toList();
        return heard.isEmpty() ? Set.of() : matches.withSharedSounds(heard, 2 * config.soundMatches());
    }
}
