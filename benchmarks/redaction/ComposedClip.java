import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A clip with a head in it, whose places are known. */
final class ComposedClip {

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    static final int RATE = 25;
    static final int FRAMES = 75;

    private ComposedClip() {}

    static Path compose(Condition condition, Head head, Path background, int seed) throws Exception {
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
                head.draw(image, condition.at(k, seed), condition == Condition.BLURRED);
                condition.spoil(pixels, random);
                out.write(pixels);
            }
        }
        writer.waitFor();
        return file;
    }
}
