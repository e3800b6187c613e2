package ma.balagh.analysis.examination;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.footage.FootageQuery;
import ma.balagh.analysis.footage.FootageRecorder;
import ma.balagh.analysis.media.Decoding;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.Probe;
import ma.balagh.analysis.media.Recording;
import ma.balagh.analysis.media.Scratch;
import ma.balagh.analysis.media.Unreadable;

/** What can be found out from a file alone: no database, no other footage. */
public final class Laboratory {

    /** What it found out. */
    public sealed interface Report {

        List<Finding> findings();

        /** The medium was read. */
        record Readable(List<Finding> findings, List<Decoding.Still> stills, FootageQuery footage) implements Report {

            public Readable {
                findings = List.copyOf(findings);
                stills = List.copyOf(stills);
            }
        }

        /** It is no medium that can be read; the findings say why. */
        record Illegible(List<Finding> findings) implements Report {

            public Illegible {
                findings = List.copyOf(findings);
            }
        }

        default ExaminationState state() {
            return switch (this) {
                case Readable readable -> ExaminationState.COMPLETED;
                case Illegible illegible -> ExaminationState.UNREADABLE;
            };
        }
    }

    private final MediaReader media;
    private final Supplier<FootageRecorder> recorders;
    private final Clock clock;

    /** @param recorders gives a new recorder for each medium */
    public Laboratory(MediaReader media, Supplier<FootageRecorder> recorders, Clock clock) {
        this.media = media;
        this.recorders = recorders;
        this.clock = clock;
    }

    /**
     * Examines the medium that lies in the scratch directory.
     *
     * @throws IOException when the machine fails rather than the file
     * @throws InterruptedException when this thread is to stop; its processes are gone by then
     */
    public Report examine(Scratch scratch) throws IOException, InterruptedException {
        try {
            return read(scratch);
        } catch (Unreadable unreadable) {
            return new Report.Illegible(List.of(ContainerStatement.of(unreadable)));
        }
    }

    private Report read(Scratch scratch) throws Unreadable, IOException, InterruptedException {
        Probe probe = media.probe(scratch);
        FootageRecorder recorder = recorders.get();
        Decoding decoding = media.decode(scratch, probe, recorder::see);
        Recording recording = Recording.of(probe);
        List<Finding> findings = new ArrayList<>();
        findings.add(ContainerStatement.of(probe));
        findings.add(DecodingStatement.of(decoding));
        findings.add(DurationStatement.of(probe, decoding));
        findings.add(RecordedOnStatement.of(recording, clock.instant()));
        findings.add(LocationStatement.of(recording));
        return new Report.Readable(findings, decoding.stills(), recorder.query());
    }
}
