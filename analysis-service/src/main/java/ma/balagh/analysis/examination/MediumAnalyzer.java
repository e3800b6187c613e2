package ma.balagh.analysis.examination;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ma.balagh.analysis.circumstance.ClaimedCircumstances;
import ma.balagh.analysis.circumstance.LocationClaimCheck;
import ma.balagh.analysis.circumstance.RecordingTimesCheck;
import ma.balagh.analysis.coding.PacketCheck;
import ma.balagh.analysis.credentials.ContentCredentialsReader;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.footage.FootageQuery;
import ma.balagh.analysis.footage.FootageRecorder;
import ma.balagh.analysis.media.DecodingResult;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.RecordingMetadata;
import ma.balagh.analysis.media.ScratchDirectory;
import ma.balagh.analysis.media.UnreadableMediumException;
import ma.balagh.analysis.picture.PictureStatisticsRecorder;
import ma.balagh.analysis.sound.SoundFingerprint;
import ma.balagh.analysis.structure.FileLayout;
import ma.balagh.analysis.structure.StructureCheck;
import org.jspecify.annotations.Nullable;

/** Runs the methods that need only the file: no database, no other footage. */
public final class MediumAnalyzer {

    /** What it found out. */
    public sealed interface Report {

        List<Finding> findings();

        ExaminationState state();

        /**
         * The medium was read.
         *
         * @param sound null where it has none
         */
        record Readable(
                List<Finding> findings,
                List<DecodingResult.Still> stills,
                FootageQuery footage,
                @Nullable SoundFingerprint sound)
                implements Report {

            public Readable {
                findings = List.copyOf(findings);
                stills = List.copyOf(stills);
            }

            @Override
            public ExaminationState state() {
                return ExaminationState.COMPLETED;
            }
        }

        /** It is no medium that can be read; the findings say why. */
        record Illegible(List<Finding> findings) implements Report {

            public Illegible {
                findings = List.copyOf(findings);
            }

            @Override
            public ExaminationState state() {
                return ExaminationState.UNREADABLE;
            }
        }
    }

    private final MediaReader media;
    private final Supplier<FootageRecorder> recorders;
    private final Clock clock;
    private final ContentCredentialsReader credentials;

    /** @param recorders gives a new recorder for each medium */
    public MediumAnalyzer(MediaReader media, Supplier<FootageRecorder> recorders, Clock clock) {
        this.media = media;
        this.recorders = recorders;
        this.clock = clock;
        this.credentials = new ContentCredentialsReader(clock);
    }

    /**
     * Examines the medium that lies in the scratch directory.
     *
     * @param claimed what is said about it
     * @throws IOException when the machine fails rather than the file
     * @throws InterruptedException when this thread is to stop; its processes are gone by then
     */
    public Report examine(ScratchDirectory scratch, ClaimedCircumstances claimed)
            throws IOException, InterruptedException {
        try {
            return read(scratch, claimed);
        } catch (UnreadableMediumException unreadable) {
            return new Report.Illegible(List.of(ContainerStatement.of(unreadable)));
        }
    }

    /** The same, but a medium that makes the examination itself fail is illegible. */
    public Report examineOnce(ScratchDirectory scratch, ClaimedCircumstances claimed)
            throws IOException, InterruptedException {
        try {
            return examine(scratch, claimed);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return new Report.Illegible(List.of(CompletionStatement.afterAttempts(1)));
        }
    }

    private Report read(ScratchDirectory scratch, ClaimedCircumstances claimed)
            throws UnreadableMediumException, IOException, InterruptedException {
        ProbeResult probe = media.probe(scratch);
        FootageRecorder recorder = recorders.get();
        var statistics = new PictureStatisticsRecorder();
        DecodingResult decoding = media.decode(scratch, probe, (at, luma, width, height) -> {
            recorder.see(at, luma, width, height);
            statistics.add(luma, width, height, at);
        });
        Instant now = clock.instant();
        FileLayout layout = FileLayout.of(scratch.medium());
        RecordingMetadata recording = StructureCheck.recording(layout, probe);
        List<Finding> findings = new ArrayList<>();
        findings.add(ContainerStatement.of(probe));
        findings.add(DecodingStatement.of(probe, decoding, layout.movie()));
        findings.add(DurationStatement.of(probe, decoding, layout.movie()));
        findings.addAll(StructureCheck.of(layout, probe));
        findings.add(credentials.read(scratch.medium()));
        findings.add(RecordedOnStatement.of(recording, now));
        findings.addAll(RecordingTimesCheck.of(layout, probe, claimed, now));
        findings.add(LocationStatement.of(recording));
        findings.addAll(LocationClaimCheck.of(probe, claimed));
        findings.addAll(PacketCheck.of(probe.packets(), probe, layout.damagedAt() != null));
        findings.addAll(statistics.findings(probe, probe.packets()));
        boolean isSilent = probe.isStill() || probe.sound().isEmpty();
        SoundFingerprint sound = isSilent ? null : SoundFingerprint.of(decoding.sound());
        if (sound != null) {
            findings.add(AudioMatchStatement.of(sound, media.hearsSounds()));
        }
        return new Report.Readable(findings, decoding.stills(), recorder.query(), sound);
    }
}
