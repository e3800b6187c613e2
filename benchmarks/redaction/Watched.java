import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import ma.balagh.analysis.redaction.PicturePart;
import ma.balagh.analysis.redaction.RedactionPlan;
import ma.balagh.analysis.redaction.RedactionPlanRecorder;

/** What redaction makes of a clip. */
final class Watched {

    /** Frames of a clip at most. */
    private static final int MOST = 100_000;

    private Watched() {}

    /** What is to be hidden in it. */
    static RedactionPlan plan(Path clip, int width, int height, double rate) throws Exception {
        // FFmpeg gives raw pictures at an even rate, whatever the clip's is.
        long[] micros =
                LongStream.range(0, MOST).map(k -> Math.round(k * 1e6 / rate)).toArray();
        RedactionPlanRecorder watch = new RedactionPlanRecorder(micros, List.of());
        byte[] luma = new byte[width * height];
        try (InputStream in = frames(clip, "gray")) {
            for (int frame = 0; in.readNBytes(luma, 0, luma.length) == luma.length; frame++) {
                watch.see(frame, luma, width, height);
            }
        }
        return watch.plan();
    }

    static InputStream frames(Path clip, String format) throws IOException {
        return new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-nostdin",
                        "-threads",
                        "1",
                        "-i",
                        clip.toString(),
                        "-an",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        format,
                        "-")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getInputStream();
    }

    /** Of the picture, on a grid. */
    static double share(List<PicturePart> parts) {
        int inside = 0;
        for (int k = 0; k < 64 * 64; k++) {
            double x = (k % 64 + 0.5) / 64;
            double y = (k / 64 + 0.5) / 64;
            inside += parts.stream().anyMatch(p -> x >= p.left() && x <= p.right() && y >= p.top() && y <= p.bottom())
                    ? 1
                    : 0;
        }
        return inside / 4096.0;
    }
}
