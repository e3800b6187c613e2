package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.circumstance.Claimed;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.footage.FootageIndex;
import ma.balagh.analysis.footage.FootageQuery;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.Scratch;
import ma.balagh.analysis.sound.SoundIndex;
import ma.balagh.taskqueue.NonRetryableTaskException;

/** Examines one evidence: fetches its bytes, has them examined, compares them; writes nothing. */
@ApplicationScoped
class Examiner {

    /** Bytes that arrive wrong are fetched again; bytes that are wrong stay so. */
    private static final int FETCHES = 3;

    private final Intake intake;
    private final Claims claims;
    private final MediaReader media;
    private final Laboratory laboratory;
    private final FootageIndex index;
    private final SoundIndex sounds;

    Examiner(Intake intake, Claims claims, MediaReader media, FootageIndex index, SoundIndex sounds, Clock clock) {
        this.intake = intake;
        this.claims = claims;
        this.media = media;
        this.laboratory = new Laboratory(media, index::recorder, clock);
        this.index = index;
        this.sounds = sounds;
    }

    /**
     * @throws NonRetryableTaskException when reading it failed as it never should
     * @throws IOException when something that it needs is away
     * @throws InterruptedException when this worker is to stop; its processes are gone by then
     */
    Results examine(ExaminationTask task) throws IOException, InterruptedException {
        try (Scratch scratch = media.scratch()) {
            List<Finding> findings = new ArrayList<>();
            String digest = fetch(task, scratch);
            findings.add(DigestStatement.of(task.sha256(), digest));
            if (!digest.equals(task.sha256())) {
                return new Results.Unreadable(findings);
            }
            Laboratory.Report report = read(scratch, claims.about(task.evidenceId()));
            findings.addAll(report.findings());
            return switch (report) {
                case Laboratory.Report.Readable readable -> compared(readable, findings);
                case Laboratory.Report.Illegible illegible -> new Results.Unreadable(findings);
            };
        }
    }

    /** Only what the medium itself does to us counts against it: not, say, a database that is away. */
    private Laboratory.Report read(Scratch scratch, Claimed claimed) throws IOException, InterruptedException {
        try {
            return laboratory.examine(scratch, claimed);
        } catch (RuntimeException failure) {
            throw new NonRetryableTaskException(failure);
        }
    }

    private Results compared(Laboratory.Report.Readable readable, List<Finding> findings) throws InterruptedException {
        FootageQuery footage = readable.footage();
        findings.add(ComparisonStatement.of(footage.frames()));
        return new Results.Completed(
                findings,
                readable.stills(),
                footage,
                index.compare(footage),
                readable.sound(),
                sounds.compare(readable.sound()));
    }

    private String fetch(ExaminationTask task, Scratch scratch) throws IOException, InterruptedException {
        String digest = "";
        for (int k = 0; k < FETCHES && !digest.equals(task.sha256()); k++) {
            digest = intake.fetch(task.evidenceId(), "Examination " + task.id(), scratch.medium());
        }
        return digest;
    }
}
