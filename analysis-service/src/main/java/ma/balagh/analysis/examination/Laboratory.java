package ma.balagh.analysis.examination;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ma.balagh.analysis.circumstance.Claimed;
import ma.balagh.analysis.circumstance.PlacesFindings;
import ma.balagh.analysis.circumstance.TimesFindings;
import ma.balagh.analysis.coding.PacketFindings;
import ma.balagh.analysis.credentials.ContentCredentials;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.footage.FootageQuery;
import ma.balagh.analysis.footage.FootageRecorder;
import ma.balagh.analysis.media.Decoding;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.Probe;
import ma.balagh.analysis.media.Recording;
import ma.balagh.analysis.media.Scratch;
import ma.balagh.analysis.media.Unreadable;
import ma.balagh.analysis.picture.FrameStatistics;
import ma.balagh.analysis.sound.SoundFingerprint;
import ma.balagh.analysis.structure.Layout;
import ma.balagh.analysis.structure.StructureFindings;
import org.jspecify.annotations.Nullable;

/** What can be found out from a file alone: no database, no other footage. */
public final class Laboratory {

    /** What it found out. */
    public sealed interface Report {

        List<Finding> findings();

        /**
         * The medium was read.
         *
         * @param sound null where it has none
         */
        record Readable(
                List<Finding> findings,
                List<Decoding.Still> stills,
                FootageQuery footage,
                @Nullable SoundFingerprint sound)
                implements Report {

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
    private final ContentCredentials credentials;

    /** @param recorders gives a new recorder for each medium */
    public Laboratory(MediaReader media, Supplier<FootageRecorder> recorders, Clock clock) {
        this.media = media;
        this.recorders = recorders;
        this.clock = clock;
        this.credentials = new ContentCredentials(clock);
    }

    /**
     * Examines the medium that lies in the scratch directory.
     *
     * @param claimed what is said about it
     * @throws IOException when the machine fails rather than the file
     * @throws InterruptedException when this thread is to stop; its processes are gone by then
     */
    public Report examine(Scratch scratch, Claimed claimed) throws IOException, InterruptedException {
        try {
            return read(scratch, claimed);
        } catch (Unreadable unreadable) {
            return new Report.Illegible(List.of(ContainerStatement.of(unreadable)));
        }
    }

    /** The same, but a medium that makes the examination itself fail is illegible. */
    public Report examineOnce(Scratch scratch, Claimed claimed) throws IOException, InterruptedException {
        try {
            return examine(scratch, claimed);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return new Report.Illegible(List.of(CompletionStatement.afterAttempts(1)));
        }
    }

    private Report read(Scratch scratch, Claimed claimed) throws Unreadable, IOException, InterruptedException {
        Probe probe = media.probe(scratch);
        FootageRecorder recorder = recorders.get();
        var statistics = new FrameStatistics();
        Decoding decoding = media.decode(scratch, probe, (at, luma, width, height) -> {
            recorder.see(at, luma, width, height);
            statistics.add(luma, width, height, at);
        });
        Instant now = clock.instant();
        Layout layout = Layout.of(scratch.medium());
        Recording recording = StructureFindings.recording(layout, probe);
        List<Finding> findings = new ArrayList<>();
        findings.add(ContainerStatement.of(probe));
        findings.add(DecodingStatement.of(probe, decoding, layout.movie()));
        findings.add(DurationStatement.of(probe, decoding, layout.movie()));
        findings.addAll(StructureFindings.of(layout, probe));
        findings.add(credentials.read(scratch.medium()));
        findings.add(RecordedOnStatement.of(recording, now));
        findings.addAll(TimesFindings.of(layout, probe, claimed, now));
        findings.add(LocationStatement.of(recording));
        findings.addAll(PlacesFindings.of(probe, claimed));
        findings.addAll(PacketFindings.of(probe.packets(), probe));
        findings.addAll(statistics.findings(probe, probe.packets()));
        boolean isSilent = probe.isStill() || probe.sound().isEmpty();
        SoundFingerprint sound = isSilent ? null : SoundFingerprint.of(decoding.sound());
        if (sound != null) {
            findings.add(HearingStatement.of(sound, media.hearsSounds()));
        }
        return new Report.Readable(findings, decoding.stills(), recorder.query(), sound);
    }
}
