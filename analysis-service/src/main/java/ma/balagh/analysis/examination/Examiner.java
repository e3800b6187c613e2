package ma.balagh.analysis.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.examination.ExaminationView.FindingView;
import ma.balagh.analysis.footage.FootageIndex;
import ma.balagh.analysis.footage.FootageRecorder;
import ma.balagh.analysis.media.Decoding;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.Probe;
import ma.balagh.analysis.media.Recording;
import ma.balagh.analysis.media.Scratch;
import ma.balagh.analysis.media.Unreadable;

/** Examines one evidence: fetches its bytes, reads them, compares them; writes nothing. */
@ApplicationScoped
class Examiner {

    /** Bytes that arrive wrong are fetched again; bytes that are wrong stay so. */
    private static final int FETCHES = 3;

    private final Intake intake;
    private final MediaReader media;
    private final FootageIndex index;
    private final ExaminationConfig config;
    private final Clock clock;

    Examiner(Intake intake, MediaReader media, FootageIndex index, ExaminationConfig config, Clock clock) {
        this.intake = intake;
        this.media = media;
        this.index = index;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @throws Poisonous when reading it failed as it never should
     * @throws IOException when something that it needs is away
     * @throws InterruptedException when this worker is to stop; its processes are gone by then
     */
    Results examine(Claim claim) throws IOException, InterruptedException {
        if (claim.lostLeases() >= config.lostLeases()) {
            return new Results.Unreadable(List.of(Findings.givenUp(claim.lostLeases())));
        }
        try (Scratch scratch = media.scratch()) {
            List<FindingView> findings = new ArrayList<>();
            String digest = fetch(claim, scratch);
            findings.add(Findings.digest(claim.sha256(), digest));
            if (!digest.equals(claim.sha256())) {
                return new Results.Unreadable(findings);
            }
            try {
                return read(scratch, findings);
            } catch (Unreadable unreadable) {
                findings.add(Findings.unreadable(unreadable.why()));
                return new Results.Unreadable(findings);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
                throw new Poisonous(failure);
            }
        }
    }

    private String fetch(Claim claim, Scratch scratch) throws IOException, InterruptedException {
        String digest = "";
        for (int k = 0; k < FETCHES && !digest.equals(claim.sha256()); k++) {
            digest = intake.fetch(claim.evidenceId(), claim.examinationId(), scratch.medium());
        }
        return digest;
    }

    private Results read(Scratch scratch, List<FindingView> findings)
            throws Unreadable, IOException, InterruptedException {
        Probe probe = media.probe(scratch);
        FootageRecorder recorder = index.recorder();
        Decoding decoding = media.decode(scratch, probe, recorder::see);
        var footage = recorder.query();
        var comparison = index.compare(footage);
        Recording recording = Recording.of(probe);
        findings.add(Findings.container(probe));
        findings.add(Findings.decoding(decoding));
        findings.add(Findings.duration(probe, decoding));
        findings.add(Findings.recordedOn(recording, clock.instant()));
        findings.add(Findings.location(recording));
        findings.add(Findings.comparison(footage.frames()));
        return new Results.Completed(findings, decoding.stills(), footage, comparison);
    }
}
