import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ma.balagh.analysis.redaction.RedactionPlan;

/**
 * Whether a face slips through redaction in any frame.
 *
 * <p>{@code java -cp analysis-service/target/classes benchmarks/redaction/Redaction.java FACES CLIPS [CONDITION...]}.
 * FACES holds pictures of one head each, named {@code NAME.X-Y-W-H.png} after the box from the eyes to the mouth, in
 * pixels. Each is put into moving backgrounds (the files of CLIPS, 1280×720, three seconds) along known paths, coded
 * with H.264, decoded, watched. Columns: frames in which half of that box or more can be seen; those in clips in which
 * the face was not hidden in any frame, since the finder never saw it; of the others, those in which not every visible
 * part of the box is hidden; which share that is; which share of the picture was hidden; which share of the time is
 * reported as doubtful. Then the files of CLIPS themselves are redacted, and the finder, stricter, looks for what is
 * left.
 */
final class Redaction {

    private Redaction() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println(
                    "usage: java -cp CLASSES benchmarks/redaction/Redaction.java FACES CLIPS [CONDITION...]");
            System.exit(2);
        }
        Locale.setDefault(Locale.ROOT);
        List<Path> faces = files(arguments[0]);
        List<Path> clips = files(arguments[1]);
        List<String> wanted = Arrays.asList(arguments).subList(2, arguments.length);
        System.out.println(
                "| condition | frames | unseen | slipped | share of slipped | hidden | doubtful |\n|---|---|---|---|---|---|---|");
        for (Condition condition : Condition.values()) {
            if (wanted.isEmpty() || wanted.contains(condition.name())) {
                measure(condition, faces, clips);
            }
        }
        if (wanted.isEmpty() || wanted.contains("CLIPS")) {
            System.out.println(
                    "\n| clip | followed | found before | left | hidden | doubtful | decoding | redaction | ratio |\n"
                            + "|---|---|---|---|---|---|---|---|---|");
            for (Path clip : clips) {
                RealClip.redact(clip);
            }
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void measure(Condition condition, List<Path> faces, List<Path> clips) throws Exception {
        int frames = 0;
        int unseen = 0;
        int slipped = 0;
        double hidden = 0;
        double doubt = 0;
        for (int k = 0; k < faces.size(); k++) {
            Head head = Head.of(faces.get(k));
            Path clip = ComposedClip.compose(condition, head, clips.get(k % clips.size()), k);
            RedactionPlan plan = Watched.plan(clip, ComposedClip.WIDTH, ComposedClip.HEIGHT, ComposedClip.RATE);
            Files.delete(clip);
            StringBuilder where = new StringBuilder();
            int before = frames;
            int slippedBefore = slipped;
            for (int frame = 0; frame < plan.frames(); frame++) {
                Pose pose = condition.at(frame, k);
                if (pose.shown() && head.isVisible(pose)) {
                    frames++;
                    if (!head.isHidden(pose, plan.hidden(frame))) {
                        slipped++;
                        where.append(' ').append(frame);
                    }
                }
                hidden += Watched.share(plan.hidden(frame)) / plan.frames() / faces.size();
            }
            if (frames - before == slipped - slippedBefore) {
                unseen += frames - before;
                slipped = slippedBefore;
            }
            doubt += plan.doubtful().stream().mapToDouble(span -> span.length()).sum()
                    / faces.size()
                    * ComposedClip.RATE
                    / ComposedClip.FRAMES;
            if (Boolean.getBoolean("where") && !where.isEmpty()) {
                System.out.println(faces.get(k).getFileName() + " on "
                        + clips.get(k % clips.size()).getFileName() + where);
            }
        }
        System.out.printf(
                "| %s | %d | %d | %d | %.1f %% | %.1f %% | %.0f %% |%n",
                condition,
                frames,
                unseen,
                slipped,
                100.0 * slipped / Math.max(1, frames - unseen),
                100 * hidden,
                100 * doubt);
    }
}
