package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.circumstance.ClaimedCircumstances;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.footage.FootageIndex;
import ma.balagh.analysis.footage.FootageQuery;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.ScratchDirectory;
import ma.balagh.analysis.sound.SoundIndex;
import ma.balagh.taskqueue.NonRetryableTaskException;

/** Examines one evidence: fetches its bytes, has them examined, compares them; writes nothing. */
@ApplicationScoped
class EvidenceExaminer {

    /** Bytes that arrive wrong are fetched again; bytes that are wrong stay so. */
    private static final int FETCHES = 3;

    private final IntakeClient intakeClient;
    private final EvidenceClaims claims;
    private final MediaReader media;
    private final MediumAnalyzer laboratory;
    private final FootageIndex index;
    private final SoundIndex sounds;

    EvidenceExaminer(
            IntakeClient intakeClient,
            EvidenceClaims claims,
            MediaReader media,
            FootageIndex index,
            SoundIndex sounds,
            Clock clock) {
        this.intakeClient = intakeClient;
        this.claims = claims;
        this.media = media;
        this.laboratory = new MediumAnalyzer(media, index::recorder, clock);
        this.index = index;
        this.sounds = sounds;
    }

    /**
     * @throws NonRetryableTaskException when reading it failed as it never should
     * @throws IOException when something that it needs is away
     * @throws InterruptedException when this worker is to stop; its processes are gone by then
     */
    ExaminationResults examine(ExaminationTask task) throws IOException, InterruptedException {
        try (ScratchDirectory scratch = media.scratch()) {
            List<Finding> findings = new ArrayList<>();
            String digest = fetch(task, scratch);
            findings.add(DigestStatement.of(task.sha256(), digest));
            if (!digest.equals(task.sha256())) {
                return new ExaminationResults.Unreadable(findings);
            }
            MediumAnalyzer.Report report = read(scratch, claims.about(task.evidenceId()));
            findings.addAll(report.findings());
            return switch (report) {
                case MediumAnalyzer.Report.Readable readable -> compared(readable, findings);
                case MediumAnalyzer.Report.Illegible illegible -> new ExaminationResults.Unreadable(findings);
            };
        }
    }

    /** Only what the medium itself does to us counts against it: not, say, a database that is away. */
    private MediumAnalyzer.Report read(ScratchDirectory scratch, ClaimedCircumstances claimed)
            throws IOException, InterruptedException {
        try {
            return laboratory.examine(scratch, claimed);
        } catch (RuntimeException failure) {
            throw new NonRetryableTaskException(failure);
        }
    }

    private ExaminationResults compared(MediumAnalyzer.Report.Readable readable, List<Finding> findings)
            throws InterruptedException {
        FootageQuery footage = readable.footage();
        findings.add(ComparisonStatement.of(footage.frames()));
        return new ExaminationResults.Completed(
                findings,
                readable.stills(),
                footage,
                index.compare(footage),
                readable.sound(),
                sounds.compare(readable.sound()));
    }

    private String fetch(ExaminationTask task, ScratchDirectory scratch) throws IOException, InterruptedException {
        String digest = "";
        for (int k = 0; k < FETCHES && !digest.equals(task.sha256()); k++) {
            digest = intakeClient.fetch(task.evidenceId(), "Examination " + task.id(), scratch.medium());
        }
        return digest;
    }
}
