package ma.balagh.accuracy.place;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.balagh.accuracy.media.FfmpegRunner;
import ma.balagh.accuracy.media.VideoClip;

/** Cuts a long recording of a fixed camera into clips of disjoint times, with some time between any two. */
final class FixedCameraClipWriter {

    private static final double LONGEST = 5;
    private static final double SHORTEST = 1.5;
    private static final double BETWEEN = 1;

    /** Constant rate factors, so that clips do not share their compression. */
    private static final int[] QUALITIES = {25, 30, 27, 33};

    /** From, to, in seconds. */
    record Window(double from, double to) {}

    private FixedCameraClipWriter() {}

    /** @throws IllegalArgumentException where it is too short for two */
    static List<Window> windows(double seconds) {
        double length = Math.min(LONGEST, (seconds - BETWEEN) / 2);
        if (length < SHORTEST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "lasts %.1f s; two clips of %.1f s with %.1f s between them need more",
                    seconds,
                    SHORTEST,
                    BETWEEN));
        }
        var windows = new ArrayList<Window>();
        for (double from = 0; from + length <= seconds + 1e-9; from += length + BETWEEN) {
            windows.add(new Window(from, from + length));
        }
        return windows;
    }

    /** Writes {@code <name of the recording>.<number>.mp4}. */
    static void cut(VideoClip recording, Path folder) throws IOException, InterruptedException {
        List<Window> windows = windows(recording.seconds());
        String place = recording.stem().replace('.', '-');
        for (int k = 0; k < windows.size(); k++) {
            Window window = windows.get(k);
            var arguments = new ArrayList<>(List.of(
                    "-i",
                    recording.file().toString(),
                    "-filter_complex",
                    String.format(
                            Locale.ROOT,
                            "[0:v]trim=start=%.3f:end=%.3f,setpts=PTS-STARTPTS,scale=trunc(iw/2)*2:trunc(ih/2)*2[out]",
                            window.from(),
                            window.to()),
                    "-map",
                    "[out]"));
            arguments.addAll(
                    List.of(FfmpegRunner.h264(QUALITIES[k % QUALITIES.length]).split(" ")));
            FfmpegRunner.write(arguments, folder.resolve(String.format(Locale.ROOT, "%s.%02d.mp4", place, k)));
        }
    }
}
