package ma.balagh.analysis.coding;

import static ma.balagh.analysis.coding.CodingStatement.COMPRESSED_BEFORE;
import static ma.balagh.analysis.coding.CodingStatement.COMPRESSION_UNDECIDED;
import static ma.balagh.analysis.coding.CodingStatement.KEYFRAMES_CHANGE;
import static ma.balagh.analysis.coding.CodingStatement.KEYFRAMES_OUT_OF_STEP;
import static ma.balagh.analysis.coding.CodingStatement.RATE_CONVERTED;
import static ma.balagh.analysis.coding.CodingStatement.RATE_CONVERTED_POSSIBLY;
import static ma.balagh.analysis.coding.CodingStatement.TIMES_DROPPED;
import static ma.balagh.analysis.coding.CodingStatement.TIMES_EVEN;
import static ma.balagh.analysis.coding.CodingStatement.TIMES_EVEN_UNTIL;
import static ma.balagh.analysis.coding.CodingStatement.TIMES_GAP;
import static ma.balagh.analysis.coding.CodingStatement.TIMES_REPEATED;
import static ma.balagh.analysis.coding.CodingStatement.TIMES_RESTART;
import static ma.balagh.analysis.coding.CodingStatement.TIMES_TOO_FEW;
import static ma.balagh.analysis.coding.CodingStatement.TIMES_UNEVEN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.packet.MediumPackets;
import ma.balagh.analysis.packet.PacketTrack;
import ma.balagh.analysis.packet.TimeSpan;
import ma.balagh.analysis.sound.SoundTrackCheck;

/** Derives findings from the packets of a medium: how it was coded, cut and put together. Nothing is decoded. */
public final class PacketCheck {

    private static final int FEWEST = 12;

    /** Share of equal distances from which frames are steady; a phone in poor light is not. */
    private static final double STEADY = 0.9;

    /** Seconds without a frame that no overloaded recorder explains. */
    private static final double GAP = 0.5;

    /**
     * Packets at the end of a file that breaks off, or of those that are read, after which frames are missing that would be
     * shown before theirs: a coding that predicts from both sides stores a frame before some that come earlier.
     */
    private static final int REORDERED = 16;

    /** Codecs whose ordinary codings have no rhythm of sizes beyond that of their layers. VP8, VP9 and AV1 have one. */
    private static final Set<String> WITHOUT_RHYTHM = Set.of("h264", "mpeg4", "h263");

    private PacketCheck() {}

    /**
     * Of a photo, none.
     *
     * @param breaksOff whether the file's structure breaks off, so that its last packets are incomplete
     */
    public static List<Finding> of(MediumPackets packets, ProbeResult probe, boolean breaksOff) {
        List<Finding> findings = new ArrayList<>();
        if (probe.isStill()) {
            return findings;
        }
        probe.picture().ifPresent(picture -> {
            PacketTrack track = packets.track(picture.index());
            if (track != null) {
                findings.addAll(ofFrames(track, breaksOff, packets.truncated()));
                findings.add(compression(track, picture.codec()));
            }
        });
        findings.addAll(SoundTrackCheck.findings(packets, probe));
        return findings;
    }

    private static List<Finding> ofFrames(PacketTrack track, boolean breaksOff, boolean truncated) {
        List<Finding> findings = new ArrayList<>();
        int whole = breaksOff || truncated ? track.count() - REORDERED : track.count();
        FrameTimes times = FrameTimes.of(track, whole);
        findings.add(steadiness(track, times, truncated));
        if (times.repeated() > 0) {
            findings.add(TIMES_REPEATED.with(Map.of("count", Integer.toString(times.repeated()))));
        }
        RepeatedFrames repeated = times.frames() < FEWEST ? null : RepeatedFrames.of(track);
        if (repeated != null) {
            findings.add((repeated.strong() ? RATE_CONVERTED : RATE_CONVERTED_POSSIBLY)
                    .with(Map.of(
                            "period", Integer.toString(repeated.period()),
                            "repeated", Integer.toString(repeated.repeated()),
                            "rate", rate(times))));
        }
        findings.addAll(keyFrames(track));
        return findings;
    }

    private static Finding steadiness(PacketTrack track, FrameTimes times, boolean truncated) {
        String frames = Integer.toString(times.frames());
        if (!times.restarts().isEmpty()) {
            return TIMES_RESTART.with(Map.of("places", TimeSpan.moments(times.restarts())));
        }
        if (times.frames() < FEWEST) {
            return TIMES_TOO_FEW.with(Map.of("frames", frames));
        }
        if (times.steady() < STEADY) {
            return TIMES_UNEVEN.with(Map.of(
                    "frames", frames,
                    "rate", rate(times),
                    "shortest", milliseconds(times.shortest()),
                    "longest", milliseconds(times.longest())));
        }
        List<TimeSpan> gaps = times.holes().stream()
                .filter(hole -> hole.length() >= Math.max(GAP, 5 * times.distance()))
                .toList();
        if (!gaps.isEmpty()) {
            return TIMES_GAP.with(Map.of("places", TimeSpan.text(gaps), "rate", rate(times)));
        }
        return times.holes().isEmpty()
                ? even(track, times, truncated)
                : TIMES_DROPPED.with(Map.of(
                        "count", Integer.toString(times.holes().size()),
                        "places", TimeSpan.text(times.holes()),
                        "rate", rate(times)));
    }

    private static Finding even(PacketTrack track, FrameTimes times, boolean truncated) {
        Map<String, String> facts = new HashMap<>(
                Map.of("frames", Integer.toString(times.frames()), "rate", rate(times), "bitrate", bitRate(track)));
        if (truncated) {
            facts.put("until", String.format(Locale.ROOT, "%.2f", track.end()));
        }
        return (truncated ? TIMES_EVEN_UNTIL : TIMES_EVEN).with(facts);
    }

    private static List<Finding> keyFrames(PacketTrack track) {
        KeyFrameSpacing keys = KeyFrameSpacing.of(track);
        List<KeyFrameSpacing.Change> changes = keys.changes();
        if (!changes.isEmpty()) {
            KeyFrameSpacing.Change change = changes.getFirst();
            return List.of(KEYFRAMES_CHANGE.with(Map.of(
                    "place", TimeSpan.moments(List.of(track.shown(change.frame()))),
                    "before", Integer.toString(change.before()),
                    "after", Integer.toString(change.after()))));
        }
        List<Integer> early = keys.outOfStep();
        return early.isEmpty()
                ? List.of()
                : List.of(KEYFRAMES_OUT_OF_STEP.with(Map.of(
                        "places",
                                TimeSpan.moments(
                                        early.stream().map(track::shown).toList()),
                        "distance", Integer.toString(keys.usual()))));
    }

    private static Finding compression(PacketTrack track, String codec) {
        DoubleCompressionTraces earlier = WITHOUT_RHYTHM.contains(codec) ? DoubleCompressionTraces.of(track) : null;
        return earlier == null
                ? COMPRESSION_UNDECIDED.with(Map.of(
                        "frames", Integer.toString(track.count()),
                        "keyframes",
                                Integer.toString(KeyFrameSpacing.of(track).at().size()),
                        "bitrate", bitRate(track)))
                : COMPRESSED_BEFORE.with(Map.of(
                        "distance", Integer.toString(earlier.distance()),
                        "frames", Integer.toString(earlier.frames()),
                        "share", Long.toString(Math.round(100 * earlier.share()))));
    }

    private static String rate(FrameTimes times) {
        return String.format(Locale.ROOT, "%.2f", times.rate());
    }

    private static String milliseconds(double seconds) {
        return Long.toString(Math.round(1000 * seconds));
    }

    /** kbit/s on average. */
    private static String bitRate(PacketTrack track) {
        long bytes = 0;
        for (int k = 0; k < track.count(); k++) {
            bytes += track.size(k);
        }
        double seconds = track.end() - track.start();
        return seconds > 0 ? Long.toString(Math.round(bytes * 8 / seconds / 1000)) : "?";
    }
}
