import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import ma.balagh.analysis.face.FaceRegion;
import ma.balagh.analysis.face.NetworkFaceDetector;
import ma.balagh.analysis.redaction.PicturePart;
import ma.balagh.analysis.redaction.RedactionPlan;

/** A clip with faces whose places nobody knows: the finder, stricter, looks before and after redaction. */
final class RealClip {

    /** The finder looks for what is left in every such frame. */
    private static final int CHECKED = 12;

    private RealClip() {}

    static void redact(Path clip) throws Exception {
        String[] size = line(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "stream=width,height,avg_frame_rate",
                        "-of",
                        "csv=p=0",
                        clip.toString())
                .split(",");
        int width = Integer.parseInt(size[0]);
        int height = Integer.parseInt(size[1]);
        String[] rate = size[2].split("/");
        double decode = Double.parseDouble(line(
                "bash",
                "-c",
                "TIMEFORMAT='%U %S'; { time ffmpeg -nostdin -v quiet -threads 1 -i \"$1\" -an -f null - ; } 2>&1 | awk '{print $1+$2}'",
                "bash",
                clip.toString()));
        long start = cpu();
        RedactionPlan plan =
                Watched.plan(clip, width, height, Double.parseDouble(rate[0]) / Double.parseDouble(rate[1]));
        long redacting = cpu() - start;
        NetworkFaceDetector strict = new NetworkFaceDetector(0.5);
        byte[] frame = new byte[width * height + 2 * ((width + 1) / 2) * ((height + 1) / 2)];
        int found = 0;
        int left = 0;
        double hidden = 0;
        try (InputStream in = Watched.frames(clip, "yuv420p")) {
            for (int k = 0; in.readNBytes(frame, 0, frame.length) == frame.length; k++) {
                List<FaceRegion> before = k % CHECKED == CHECKED / 2 ? strict.find(frame, width, height) : List.of();
                start = cpu();
                plan.hide(k, frame, width, height);
                redacting += cpu() - start;
                hidden += Watched.share(plan.hidden(k)) / plan.frames();
                if (k % CHECKED == CHECKED / 2) {
                    found += before.size();
                    List<PicturePart> parts = plan.hidden(k);
                    left += (int) strict.find(frame, width, height).stream()
                            .filter(region -> parts.stream().noneMatch(part -> isIn(region, part, width, height)))
                            .count();
                }
            }
        }
        double seconds = redacting / 1e9;
        System.out.printf(
                "| %s | %d | %d | %d | %.1f %% | %.1f s | %.2f s | %.2f s | %.1f |%n",
                clip.getFileName(),
                plan.faces(),
                found,
                left,
                100 * hidden,
                plan.doubtful().stream().mapToDouble(span -> span.length()).sum(),
                decode,
                seconds,
                seconds / decode);
    }

    /** What the mosaic itself looks like does not count. */
    private static boolean isIn(FaceRegion region, PicturePart part, int width, int height) {
        double x = (region.left() + region.width() / 2) / width;
        double y = (region.top() + region.height() / 2) / height;
        return x >= part.left() && x <= part.right() && y >= part.top() && y <= part.bottom();
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static String line(String... command) throws IOException {
        return new ProcessBuilder(command).start().inputReader().readLine();
    }
}
