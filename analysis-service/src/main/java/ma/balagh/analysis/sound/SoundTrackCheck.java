package ma.balagh.analysis.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.packet.MediumPackets;
import ma.balagh.analysis.packet.PacketTrack;
import ma.balagh.analysis.packet.TimeSpan;

/** Whether a medium has sound, and whether it is there as long as the picture is; read from packets, not heard. */
public final class SoundTrackCheck {

    /** Seconds by which phones let sound and picture begin and end apart. */
    private static final double APART = 1.0;

    /** Seconds between two packets that follow each other without sound. */
    private static final double GAP = 0.3;

    /** Bytes that coders of a variable rate need for silence without any noise, as no microphone delivers it. */
    private static final int NOTHING = 12;

    /** Seconds of nothing that are worth a word. */
    private static final double SILENCE = 1.0;

    private static final int MOST_PLACES = 100;

    private static final Set<String> SILENT_WHEN_SMALL = Set.of("aac", "vorbis");

    /** They leave out packets or shrink them whenever nobody speaks. */
    private static final Set<String> PAUSING = Set.of("opus", "amr_nb", "amr_wb", "speex", "evs");

    private final PacketTrack track;
    private final String codec;

    private SoundTrackCheck(PacketTrack track, String codec) {
        this.track = track;
        this.codec = codec;
    }

    /** One or more findings about the first sound track; of a photo, none. */
    public static List<Finding> findings(MediumPackets packets, ProbeResult probe) {
        if (probe.isStill()) {
            return List.of();
        }
        var stream = probe.streams().stream()
                .filter(candidate -> candidate.kind() == ProbeResult.Kind.AUDIO)
                .findFirst();
        if (stream.isEmpty()) {
            return List.of(SoundStatement.ABSENT.alone());
        }
        PacketTrack track = packets.track(stream.get().index());
        String codec = stream.get().codec();
        if (track == null || track.count() == 0) {
            return packets.truncated()
                            || packets.isEmpty()
                            || packets.isLeftOut(stream.get().index())
                    ? List.of()
                    : List.of(SoundStatement.EMPTY.with(Map.of("codec", codec)));
        }
        PacketTrack picture =
                probe.picture().map(shown -> packets.track(shown.index())).orElse(null);
        var sound = new SoundTrackCheck(track, codec);
        List<Finding> findings = new ArrayList<>();
        sound.addSilence(findings, packets.truncated());
        sound.addGaps(findings);
        if (picture != null && picture.count() > 0) {
            sound.addEnds(findings, picture, packets.truncated());
        }
        if (findings.isEmpty()) {
            findings.add((packets.truncated() ? SoundStatement.PRESENT_UNTIL : SoundStatement.PRESENT)
                    .with(Map.of("codec", codec, "from", seconds(track.start()), "to", seconds(track.end()))));
        }
        return findings;
    }

    private void addSilence(List<Finding> findings, boolean truncated) {
        List<TimeSpan> silent = silentParts();
        double length = silent.stream().mapToDouble(TimeSpan::length).sum();
        if (silent.isEmpty()) {
            return;
        }
        boolean throughout = !truncated && length >= 0.95 * (track.end() - track.start());
        findings.add(
                throughout && SILENT_WHEN_SMALL.contains(codec)
                        ? SoundStatement.SILENT.with(Map.of("codec", codec))
                        : SoundStatement.SILENT_PARTS.with(Map.of("codec", codec, "places", TimeSpan.text(silent))));
    }

    private List<TimeSpan> silentParts() {
        List<TimeSpan> parts = new ArrayList<>();
        if (!SILENT_WHEN_SMALL.contains(codec) && !codec.equals("opus")) {
            return parts;
        }
        int from = -1;
        for (int k = 0; k <= track.count() && parts.size() < MOST_PLACES; k++) {
            boolean silent = k < track.count() && track.size(k) <= NOTHING;
            if (silent && from < 0) {
                from = k;
            } else if (!silent && from >= 0) {
                TimeSpan part = new TimeSpan(track.shown(from), track.endOf(k - 1));
                if (part.length() >= SILENCE) {
                    parts.add(part);
                }
                from = -1;
            }
        }
        return parts;
    }

    /** Containers stretch the packet before a gap over it: what counts is how long packets are as a rule. */
    private void addGaps(List<Finding> findings) {
        double usual = usualLength();
        List<TimeSpan> gaps = new ArrayList<>();
        for (int k = 1; k < track.count() && gaps.size() < MOST_PLACES; k++) {
            TimeSpan gap = new TimeSpan(track.shown(k - 1) + usual, track.shown(k));
            if (gap.length() > GAP) {
                gaps.add(gap);
            }
        }
        if (!gaps.isEmpty()) {
            SoundStatement statement = PAUSING.contains(codec) ? SoundStatement.GAP_POSSIBLY : SoundStatement.GAP;
            findings.add(statement.with(Map.of("codec", codec, "places", TimeSpan.text(gaps))));
        }
    }

    private double usualLength() {
        double[] steps = IntStream.range(1, track.count())
                .mapToDouble(k -> track.shown(k) - track.shown(k - 1))
                .filter(step -> step >= 0)
                .sorted()
                .toArray();
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    private void addEnds(List<Finding> findings, PacketTrack picture, boolean truncated) {
        if (Math.abs(track.start() - picture.start()) > APART) {
            findings.add(SoundStatement.STARTS_APART.with(apart(track.start(), picture.start())));
        }
        if (truncated) {
            return;
        }
        if (track.end() < picture.end() - APART) {
            findings.add(SoundStatement.ENDS_EARLY.with(apart(track.end(), picture.end())));
        } else if (track.end() > picture.end() + APART) {
            findings.add(SoundStatement.ENDS_LATE.with(apart(track.end(), picture.end())));
        }
    }

    private Map<String, String> apart(double sound, double picture) {
        return Map.of("codec", codec, "sound", seconds(sound), "picture", seconds(picture));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }
}
