import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import ma.balagh.analysis.face.FaceRegion;
import ma.balagh.analysis.face.NetworkFinder;
import ma.balagh.analysis.redaction.PicturePart;
import ma.balagh.analysis.redaction.RedactionPlan;
import ma.balagh.analysis.redaction.RedactionWatch;

/**
 * Whether a face slips through redaction in any frame.
 *
 * <p>{@code java -cp analysis-service/target/classes benchmarks/Redaction.java FACES CLIPS [CONDITION...]}. FACES holds
 * pictures of one head each, named {@code NAME.X-Y-W-H.png} after the box from the eyes to the mouth, in pixels. Each is put
 * into moving backgrounds (the files of CLIPS, 1280×720, three seconds) along known paths, coded with H.264, decoded,
 * watched. Columns: frames in which half of that box or more can be seen; those in clips in which the face was not hidden in
 * any frame, since the finder never saw it; of the others, those in which not every visible part of the box is hidden;
 * which share that is; which share of the picture was hidden; which share of the time is reported as doubtful. Then the
 * files of CLIPS themselves are redacted, and the finder, stricter, looks for what is left.
 */
final class Redaction {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int RATE = 25;
    private static final int FRAMES = 75;
    private static final int GRID = 8;

    /** The finder looks for what is left in every such frame. */
    private static final int CHECKED = 12;

    /** A head in one frame: centre, width from ear to ear in pixels, tilt, width as seen from the side; an occluder. */
    private record Pose(double x, double y, double face, double tilt, double squeeze, double barX, boolean shown) {
        static Pose of(double x, double y, double face) {
            return new Pose(x, y, face, 0, 1, -1000, true);
        }
    }

    private interface Path2 {
        Pose at(int frame, int seed);
    }

    /** How heads move and how the clip is spoilt. */
    private enum Condition {
        STILL((k, s) -> Pose.of(400 + 40 * s, 300, 60)),
        WALKING((k, s) -> Pose.of(200 + 8.0 * k, 280 + 12 * Math.sin(k / 4.0), 60)),
        FAST((k, s) -> Pose.of(640 + 500 * Math.sin(k / 14.0 + s), 300, 70)),
        APPROACHING((k, s) -> Pose.of(500 + k, 300, 26 + 1.6 * k)),
        TILTING((k, s) -> new Pose(600, 320, 70, 50 * Math.sin(k / 10.0), 1, -1000, true)),
        TURNING((k, s) -> new Pose(600 + k, 320, 70, 0, 0.65 + 0.35 * Math.cos(k / 8.0), -1000, true)),
        OCCLUDED((k, s) -> new Pose(640, 320, 60, 0, 1, 300 + 8.0 * k, true)),
        RETURNING((k, s) -> Pose.of(1180 + 140 * Math.sin(k / 12.0), 300, 60)),
        BRIEF((k, s) -> new Pose(500, 300, 60, 0, 1, -1000, k >= 48 && k < 55)),
        SMALL((k, s) -> Pose.of(500 + 2 * k, 300, 22)),
        LARGE((k, s) -> Pose.of(600 + k, 360, 260)),
        DARK((k, s) -> Pose.of(400 + 3 * k, 300, 60)),
        NOISY((k, s) -> Pose.of(400 + 3 * k, 300, 60)),
        BLURRED((k, s) -> Pose.of(400 + 3 * k, 300, 60)),
        LOW_BITRATE((k, s) -> Pose.of(400 + 3 * k, 300, 60));

        private final Path2 path;

        Condition(Path2 path) {
            this.path = path;
        }
    }

    private record Face(BufferedImage image, double x, double y, double width, double height) {

        /** The box from the eyes to the mouth is about half as wide as a face. */
        double scale(Pose pose) {
            return pose.face() / (1.8 * width);
        }

        AffineTransform placed(Pose pose) {
            AffineTransform placed = AffineTransform.getTranslateInstance(pose.x(), pose.y());
            placed.rotate(Math.toRadians(pose.tilt()));
            placed.scale(scale(pose) * pose.squeeze(), scale(pose));
            placed.translate(-(x + width / 2), -(y + height / 2));
            return placed;
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println("usage: java -cp CLASSES benchmarks/Redaction.java FACES CLIPS [CONDITION...]");
            System.exit(2);
        }
        Locale.setDefault(Locale.ROOT);
        List<Path> faces = files(arguments[0]);
        List<Path> clips = files(arguments[1]);
        List<String> wanted = Arrays.asList(arguments).subList(2, arguments.length);
        System.out.printf("%-12s %7s %6s %8s %9s %8s %7s%n", "condition", "frames", "unseen", "slipped", "share", "hidden", "doubt");
        for (Condition condition : Condition.values()) {
            if (wanted.isEmpty() || wanted.contains(condition.name())) {
                measure(condition, faces, clips);
            }
        }
        if (wanted.isEmpty() || wanted.contains("CLIPS")) {
            System.out.printf(
                    "%n%-24s %7s %7s %7s %8s %8s %9s %9s %6s%n",
                    "clip", "faces", "found", "left", "hidden", "doubt", "decode s", "redact s", "ratio");
            for (Path clip : clips) {
                redact(clip);
            }
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Face face(Path file) throws IOException {
        String[] parts = file.getFileName().toString().split("\\.");
        double[] box = Arrays.stream(parts[parts.length - 2].split("-")).mapToDouble(Double::parseDouble).toArray();
        return new Face(ImageIO.read(file.toFile()), box[0], box[1], box[2], box[3]);
    }

    private static void measure(Condition condition, List<Path> faces, List<Path> clips) throws Exception {
        int frames = 0;
        int unseen = 0;
        int slipped = 0;
        double hidden = 0;
        double doubt = 0;
        for (int k = 0; k < faces.size(); k++) {
            Face face = face(faces.get(k));
            Path clip = compose(condition, face, clips.get(k % clips.size()), k);
            RedactionPlan plan = watch(clip, WIDTH, HEIGHT, RATE);
            Files.delete(clip);
            StringBuilder where = new StringBuilder();
            int before = frames;
            int slippedBefore = slipped;
            for (int frame = 0; frame < plan.frames(); frame++) {
                Pose pose = condition.path.at(frame, k);
                if (pose.shown() && isVisible(face, pose)) {
                    frames++;
                    if (!isHidden(face, pose, plan.hidden(frame))) {
                        slipped++;
                        where.append(' ').append(frame);
                    }
                }
                hidden += share(plan.hidden(frame)) / plan.frames() / faces.size();
            }
            if (frames - before == slipped - slippedBefore) {
                unseen += frames - before;
                slipped = slippedBefore;
            }
            doubt += plan.doubtful().stream().mapToDouble(span -> span.length()).sum() / faces.size() * RATE / FRAMES;
            if (Boolean.getBoolean("where") && !where.isEmpty()) {
                System.out.println(faces.get(k).getFileName() + " on " + clips.get(k % clips.size()).getFileName() + where);
            }
        }
        System.out.printf(
                "%-12s %7d %6d %8d %8.1f%% %7.1f%% %6.0f%%%n",
                condition, frames, unseen, slipped, 100.0 * slipped / Math.max(1, frames - unseen), 100 * hidden, 100 * doubt);
    }

    private static Path compose(Condition condition, Face face, Path background, int seed) throws Exception {
        Path file = Files.createTempFile("redaction", ".mp4");
        var reader = new ProcessBuilder("ffmpeg", "-v", "error", "-nostdin", "-stream_loop", "-1", "-i", background.toString(), "-an",
                        "-vf", "fps=" + RATE + ",scale=" + WIDTH + ":" + HEIGHT + ":force_original_aspect_ratio=increase,crop=" + WIDTH + ":"
                                + HEIGHT + ",format=bgr24", "-frames:v", "" + FRAMES, "-f", "rawvideo", "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var writer = new ProcessBuilder("ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", WIDTH + "x" + HEIGHT,
                        "-r", "" + RATE, "-i", "-", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "veryfast", "-threads", "1",
                        condition == Condition.LOW_BITRATE ? "-b:v" : "-crf", condition == Condition.LOW_BITRATE ? "150k" : "26", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Random random = new Random(seed);
        try (InputStream in = reader.getInputStream(); OutputStream out = new BufferedOutputStream(writer.getOutputStream())) {
            for (int k = 0; k < FRAMES && in.readNBytes(pixels, 0, pixels.length) == pixels.length; k++) {
                draw(image, face, condition.path.at(k, seed), condition == Condition.BLURRED);
                spoil(pixels, condition, random);
                out.write(pixels);
            }
        }
        writer.waitFor();
        return file;
    }

    private static void draw(BufferedImage image, Face face, Pose pose, boolean blurred) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (pose.shown()) {
            BufferedImage head = soft(face, blurred ? Math.min(face.scale(pose), 20 / (1.8 * face.width())) : face.scale(pose));
            AffineTransform placed = face.placed(pose);
            placed.scale((double) face.image().getWidth() / head.getWidth(), (double) face.image().getHeight() / head.getHeight());
            graphics.drawImage(head, placed, null);
        }
        graphics.setColor(new Color(70, 80, 90));
        graphics.fillRect((int) pose.barX(), 0, 60, HEIGHT);
        graphics.dispose();
    }

    /** The head in about its final size, an ellipse with soft edges. */
    private static BufferedImage soft(Face face, double scale) {
        int width = (int) Math.max(8, Math.min(1, scale) * face.image().getWidth());
        int height = (int) Math.max(8, Math.min(1, scale) * face.image().getHeight());
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(face.image().getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double distance = Math.hypot((x + 0.5) / width * 2 - 1, (y + 0.5) / height * 2 - 1);
                int alpha = (int) (255 * Math.max(0, Math.min(1, (1 - distance) * 8)));
                small.setRGB(x, y, alpha << 24 | small.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return small;
    }

    private static void spoil(byte[] pixels, Condition condition, Random random) {
        for (int k = 0; k < pixels.length; k++) {
            int value = pixels[k] & 0xFF;
            if (condition == Condition.DARK) {
                value = (int) (value * 0.15 + random.nextGaussian() * 2);
            } else if (condition == Condition.NOISY) {
                value = (int) (value + random.nextGaussian() * 25);
            }
            pixels[k] = (byte) Math.max(0, Math.min(255, value));
        }
    }

    private static RedactionPlan watch(Path clip, int width, int height, double rate) throws Exception {
        RedactionWatch watch = new RedactionWatch(rate, List.of());
        byte[] luma = new byte[width * height];
        try (InputStream in = frames(clip, "gray")) {
            for (int frame = 0; in.readNBytes(luma, 0, luma.length) == luma.length; frame++) {
                watch.see(frame, luma, width, height);
            }
        }
        return watch.plan();
    }

    private static InputStream frames(Path clip, String format) throws IOException {
        return new ProcessBuilder("ffmpeg", "-v", "error", "-nostdin", "-threads", "1", "-i", clip.toString(), "-an", "-f", "rawvideo",
                        "-pix_fmt", format, "-")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getInputStream();
    }

    /** Half of the face or more can be seen. */
    private static boolean isVisible(Face face, Pose pose) {
        return points(face, pose).filter(point -> isSeen(point, pose)).count() * 2 >= (GRID + 1) * (GRID + 1);
    }

    private static boolean isSeen(Point2D point, Pose pose) {
        boolean inside = point.getX() >= 0 && point.getX() < WIDTH && point.getY() >= 0 && point.getY() < HEIGHT;
        return inside && !(point.getX() >= pose.barX() && point.getX() < pose.barX() + 60);
    }

    private static boolean isHidden(Face face, Pose pose, List<PicturePart> parts) {
        return points(face, pose).filter(point -> isSeen(point, pose)).allMatch(point -> parts.stream()
                .anyMatch(part -> point.getX() >= part.left() * WIDTH && point.getX() <= part.right() * WIDTH
                        && point.getY() >= part.top() * HEIGHT && point.getY() <= part.bottom() * HEIGHT));
    }

    private static Stream<Point2D> points(Face face, Pose pose) {
        AffineTransform placed = face.placed(pose);
        return java.util.stream.IntStream.range(0, (GRID + 1) * (GRID + 1)).mapToObj(k -> placed.transform(
                new Point2D.Double(face.x() + face.width() * (k % (GRID + 1)) / GRID, face.y() + face.height() * (k / (GRID + 1)) / GRID), null));
    }

    /** Of the picture, on a grid. */
    private static double share(List<PicturePart> parts) {
        int inside = 0;
        for (int k = 0; k < 64 * 64; k++) {
            double x = (k % 64 + 0.5) / 64;
            double y = (k / 64 + 0.5) / 64;
            inside += parts.stream().anyMatch(p -> x >= p.left() && x <= p.right() && y >= p.top() && y <= p.bottom()) ? 1 : 0;
        }
        return inside / 4096.0;
    }

    private static void redact(Path clip) throws Exception {
        String[] size = line("ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "stream=width,height,avg_frame_rate",
                "-of", "csv=p=0", clip.toString()).split(",");
        int width = Integer.parseInt(size[0]);
        int height = Integer.parseInt(size[1]);
        String[] rate = size[2].split("/");
        double decode = Double.parseDouble(line("bash", "-c",
                "TIMEFORMAT='%U %S'; { time ffmpeg -nostdin -v quiet -threads 1 -i \"$1\" -an -f null - ; } 2>&1 | awk '{print $1+$2}'", "bash", clip.toString()));
        long start = cpu();
        RedactionPlan plan = watch(clip, width, height, Double.parseDouble(rate[0]) / Double.parseDouble(rate[1]));
        long redacting = cpu() - start;
        NetworkFinder strict = new NetworkFinder(0.5);
        byte[] frame = new byte[width * height + 2 * ((width + 1) / 2) * ((height + 1) / 2)];
        int found = 0;
        int left = 0;
        double hidden = 0;
        try (InputStream in = frames(clip, "yuv420p")) {
            for (int k = 0; in.readNBytes(frame, 0, frame.length) == frame.length; k++) {
                List<FaceRegion> before = k % CHECKED == CHECKED / 2 ? strict.find(frame, width, height) : List.of();
                start = cpu();
                plan.hide(k, frame, width, height);
                redacting += cpu() - start;
                hidden += share(plan.hidden(k)) / plan.frames();
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
        System.out.printf("%-24s %7d %7d %7d %7.1f%% %7.1fs %9.2f %9.2f %6.1f%n", clip.getFileName(), plan.faces(), found, left, 100 * hidden,
                plan.doubtful().stream().mapToDouble(span -> span.length()).sum(), decode, seconds, seconds / decode);
    }

    /** What the mosaic itself looks like does not count. */
    private static boolean isIn(FaceRegion region, PicturePart part, int width, int height) {
        double x = (region.left() + region.width() / 2) / width;
        double y = (region.top() + region.height() / 2) / height;
        return x >= part.left() && x <= part.right() && y >= part.top() && y <= part.bottom();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static String line(String... command) throws IOException {
        return new ProcessBuilder(command).start().inputReader().readLine();
    }
}
