package ma.balagh.analysis.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.analysis.coding.CodingStatement;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.packet.MediumPackets;
import ma.balagh.analysis.packet.PacketTrack;
import ma.balagh.analysis.packet.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Watches a medium's frames go by, small and grey, about four to eight a second, and says afterwards what they had. One
 * pass over the pixels of each frame; what is kept does not grow with the medium.
 */
public final class PictureStatisticsRecorder {

    /** Borders are looked for in every such frame. */
    private static final int BORDERS_EVERY = 8;

    private static final int FEWEST = 8;

    private final FrameStatistics statistics = new FrameStatistics();
    private final FrameLogRecorder log = new FrameLogRecorder();
    private final QualityHistogram quality = new QualityHistogram();
    private final BorderDetector borders = new BorderDetector();
    private final StaticTextDetector text = new StaticTextDetector();
    private final FaceCounter faces = new FaceCounter();
    private int frames;

    /**
     * Takes the next frame. A frame of less than 32 pixels in one direction is passed over.
     *
     * @param luma rows of unsigned bytes; not kept
     * @param seconds from the medium's start
     */
    public void add(byte[] luma, int width, int height, double seconds) {
        if (!statistics.take(luma, width, height)) {
            return;
        }
        log.add(seconds, statistics);
        quality.add(statistics);
        text.look(luma, width, height, seconds);
        if (frames % BORDERS_EVERY == 0) {
            borders.look(luma, width, height);
        }
        faces.look(luma, width, height, seconds);
        frames++;
    }

    /**
     * About how the picture looks and, unless it is a photo, where it was cut, stands still or comes again, and what is
     * laid over it; nothing where there was no frame.
     */
    public List<Finding> findings(ProbeResult probe, MediumPackets packets) {
        if (frames == 0) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (!probe.isStill()) {
            findings.addAll(ofMovement(
                    probe.picture().map(stream -> packets.track(stream.index())).orElse(null)));
        }
        findings.add(quality.finding(
                probe.picture().map(ProbeResult.Stream::width).orElse(0),
                probe.picture().map(ProbeResult.Stream::height).orElse(0)));
        RecordingSize.finding(probe).ifPresent(findings::add);
        findings.add(screen());
        if (!probe.isStill() && frames >= FEWEST) {
            findings.add(text());
        }
        findings.add(faces.finding());
        return findings;
    }

    private Finding text() {
        String places = text.places();
        return places.isEmpty()
                ? PictureStatement.NOTHING_OVERLAID.alone()
                : PictureStatement.OVERLAID.with(Map.of("places", places));
    }

    private List<Finding> ofMovement(@Nullable PacketTrack track) {
        String count = Integer.toString(frames);
        if (frames < FEWEST) {
            return List.of(CodingStatement.PICTURE_TOO_SHORT.with(Map.of("frames", count)));
        }
        List<Finding> findings = new ArrayList<>();
        SceneCuts cuts = SceneCuts.of(log, track);
        addCuts(findings, CodingStatement.PICTURE_CUT, cuts.sure());
        addCuts(findings, CodingStatement.PICTURE_CUT_POSSIBLY, cuts.possible());
        StaticIntervals standstills = StaticIntervals.of(log);
        FrameRecurrence recurrence = FrameRecurrence.in(log);
        Stream.of(
                        Map.entry(CodingStatement.PICTURE_FROZEN, standstills.frozen()),
                        Map.entry(CodingStatement.PICTURE_STANDING, standstills.standing()))
                .filter(entry -> !entry.getValue().isEmpty())
                .forEach(entry -> findings.add(entry.getKey().with(Map.of("places", TimeSpan.text(entry.getValue())))));
        if (recurrence != null) {
            findings.add(CodingStatement.PICTURE_RECURRING.with(Map.of(
                    "from", seconds(recurrence.first().from()),
                    "to", seconds(recurrence.first().to()),
                    "other-from", seconds(recurrence.again().from()),
                    "other-to", seconds(recurrence.again().to()))));
        }
        return findings.isEmpty()
                ? List.of(CodingStatement.PICTURE_CONTINUOUS.with(Map.of("frames", count)))
                : findings;
    }

    private static void addCuts(List<Finding> findings, CodingStatement statement, List<Double> at) {
        if (!at.isEmpty()) {
            findings.add(statement.with(Map.of("count", Integer.toString(at.size()), "places", TimeSpan.moments(at))));
        }
    }

    private Finding screen() {
        BorderDetector.Frame frame = borders.frame();
        return frame.isThere()
                ? PictureStatement.FRAMED.with(Map.of(
                        "top", percent(frame.top()),
                        "bottom", percent(frame.bottom()),
                        "left", percent(frame.left()),
                        "right", percent(frame.right())))
                : PictureStatement.UNDECIDED.alone();
    }

    private static String percent(double share) {
        return Long.toString(Math.round(100 * share));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
