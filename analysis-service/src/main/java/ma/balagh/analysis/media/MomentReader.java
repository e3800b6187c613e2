package ma.balagh.analysis.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import ma.balagh.analysis.media.UnreadableMediumException.Reason;
import ma.balagh.analysis.packet.PacketTrack;
import org.jspecify.annotations.Nullable;

/**
 * Finds the picture at any moment and the times of its neighbours, by decoding a little around it, and more where that
 * does not suffice. The container's times only suggest where to begin.
 */
@ApplicationScoped
public class MomentReader {

    private static final String FILE = "moment-%d.jpg";

    /** Seconds before the wanted ones: a seek may land late, on something that is no complete picture yet. */
    private static final double RUN_UP = 2;

    private static final double USUAL_DISTANCE = 0.04;
    private static final double LONGEST_DISTANCE = 2;
    /** Pictures that are written at most: of a window with more, the wanted one's times are looked for first. */
    private static final int MOST = 300;

    /** Pictures whose times are looked at: so many fit into a file of those that tools may write. */
    private static final int MOST_TIMES = 1 << 18;

    private static final int TRIES = 6;
    private static final int WIDENING = 8;

    /** Seconds by which a time that was told may have been rounded. */
    private static final double ROUNDED = 1e-4;

    private final MediaReader reader;
    private final MediaConfig media;
    private final RenderConfig config;
    private final ToolSandbox sandbox;

    public MomentReader(MediaReader reader, MediaConfig media, RenderConfig config) {
        this.reader = reader;
        this.media = media;
        this.config = config;
        this.sandbox = new ToolSandbox(ToolLimits.of(media));
    }

    /**
     * The picture that is shown at that time, the first one before it, the last one behind the end. One caller at a time
     * for each scratch directory.
     *
     * @param wanted seconds from the beginning
     * @throws UnreadableMediumException when there is nothing to see, or no picture can be decoded
     */
    public MomentPicture at(ScratchDirectory scratch, ProbeResult probe, double wanted)
            throws UnreadableMediumException, IOException, InterruptedException {
        ProbeResult.Stream picture =
                probe.picture().orElseThrow(() -> new UnreadableMediumException(Reason.NOTHING_TO_SEE_OR_HEAR));
        DecoderInput feed = probe.feed(picture);
        if (feed.isDerived() && !Files.exists(scratch.directory().resolve(DecoderInput.DERIVED))) {
            // What is missing of it is told by the examination.
            var unused = reader.derive(scratch);
        }
        var command = new RenderCommand(MediaReader.program(media.ffmpeg()), feed, media, config);
        PacketTrack track = probe.packets().truncated() ? null : probe.packets().track(picture.index());
        double end = end(track);
        double at = probe.isStill() ? 0 : Math.min(wanted, end);
        double before = 3 * distance(track);
        double after = before;
        for (int k = 0; k < TRIES; k++) {
            Window window = around(at, scratch, command, Math.max(0, at - before), at + after);
            int shown = window.shownAt(at);
            boolean complete = shown > 0 || window.isFromStart() && shown == 0;
            boolean reached = shown + 1 < window.micros().length || window.to() >= end || probe.isStill();
            if (complete && reached) {
                return window.moment(scratch, shown);
            }
            before *= complete ? 1 : WIDENING;
            after *= reached ? 1 : WIDENING;
        }
        Window all = around(at, scratch, command, Math.max(0, at - before), at + after);
        if (all.micros().length == 0) {
            throw new UnreadableMediumException(Reason.NO_FRAME);
        }
        return all.moment(scratch, Math.max(0, all.shownAt(at)));
    }

    private static double end(@Nullable PacketTrack track) {
        double end = track == null ? Double.NaN : track.end();
        return Double.isNaN(end) ? Double.POSITIVE_INFINITY : end;
    }

    /** Seconds between pictures, on average. */
    private static double distance(@Nullable PacketTrack track) {
        double average = track == null ? Double.NaN : (track.end() - track.start()) / track.count();
        return average > 0 ? Math.min(average, LONGEST_DISTANCE) : USUAL_DISTANCE;
    }

    /**
     * Pictures that were decoded; their files are numbered from 1.
     *
     * @param micros when they appear
     * @param isCut whether there may be more before {@code to}
     */
    private record Window(double from, double to, long[] micros, boolean isCut) {

        boolean isFromStart() {
            return from == 0;
        }

        private double time(int k) {
            return micros[k] / 1e6;
        }

        /** The last one that has appeared by then; of those from the start on at least the first. */
        int shownAt(double at) {
            int shown = MomentReader.shownAt(micros, at);
            return shown < 0 && isFromStart() && micros.length > 0 ? 0 : shown;
        }

        MomentPicture moment(ScratchDirectory scratch, int k) throws IOException {
            return new MomentPicture(
                    Files.readAllBytes(file(scratch, k)),
                    time(k),
                    k > 0 ? time(k - 1) : null,
                    k + 1 < micros.length ? time(k + 1) : null);
        }
    }

    /** Where there are too many pictures to write, the wanted one with its neighbours. */
    private Window around(double at, ScratchDirectory scratch, RenderCommand command, double from, double to)
            throws IOException, InterruptedException, UnreadableMediumException {
        double seek = seek(from);
        Window first = look(scratch, command, seek, from, to);
        if (!first.isCut() || first.shownAt(at) < first.micros().length - 1) {
            return first;
        }
        boolean isTooLarge = run(scratch, command.timesBetween(seek, first(from), to));
        Window all = new Window(from, to, PictureTimesReader.read(scratch.directory(), MOST_TIMES), false);
        if (isTooLarge || all.micros().length == MOST_TIMES) {
            throw new UnreadableMediumException(Reason.TOO_SLOW_TO_DECODE);
        }
        int shown = all.shownAt(at);
        return look(
                scratch,
                command,
                seek,
                shown > 0 ? all.time(shown - 1) - ROUNDED : from,
                shown + 1 < all.micros().length ? all.time(shown + 1) + ROUNDED : to);
    }

    private Window look(ScratchDirectory scratch, RenderCommand command, double seek, double from, double to)
            throws IOException, InterruptedException, UnreadableMediumException {
        for (int k = 0; Files.deleteIfExists(file(scratch, k)); k++) {
            // One after another, until there is none.
        }
        boolean isTooLarge = run(scratch, command.between(seek, first(from), to, FILE, MOST));
        long[] micros = PictureTimesReader.read(scratch.directory(), MOST);
        int written = 0;
        while (written < micros.length && isWritten(file(scratch, written))) {
            written++;
        }
        return new Window(from, to, Arrays.copyOf(micros, written), isTooLarge || written == MOST);
    }

    /** Whether it was stopped for writing too much. */
    private boolean run(ScratchDirectory scratch, List<String> command)
            throws IOException, InterruptedException, UnreadableMediumException {
        Files.deleteIfExists(scratch.directory().resolve(RenderCommand.TIMES));
        var ending = sandbox.run(command, scratch.directory(), config.stillTimeLimit(), RenderToolRunner::nothing);
        if (ending.timedOut()) {
            throw new UnreadableMediumException(Reason.TOO_SLOW_TO_DECODE, ToolErrorFilter.of(ending.errors()));
        }
        return ending.stop() == ToolSandbox.Stop.SIZE;
    }

    /** Where decoding begins, so that what is shown from then on is complete. */
    static double seek(double from) {
        return Math.max(0, from - RUN_UP);
    }

    /**
     * The last one that has appeared by then; -1 where none has.
     *
     * @param micros when each appears
     * @param at seconds
     */
    static int shownAt(long[] micros, double at) {
        int shown = -1;
        while (shown + 1 < micros.length && micros[shown + 1] / 1e6 <= at + ROUNDED) {
            shown++;
        }
        return shown;
    }

    /** Of films that begin before their beginning, all. */
    static double first(double from) {
        return from == 0 ? -1 : from;
    }

    private static boolean isWritten(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    private static Path file(ScratchDirectory scratch, int k) {
        return scratch.directory().resolve(FILE.formatted(k + 1));
    }
}
