package ma.balagh.analysis.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The calls of FFmpeg that show a medium in another form: turned and sized as players would show it, without its metadata.
 *
 * @param ffmpeg the program
 * @param feed what is decoded
 */
record RenderCommand(String ffmpeg, DecoderInput feed, MediaConfig media, RenderConfig config) {

    /** The result, in the scratch directory. */
    static final String RESULT = "rendition";

    /** FFmpeg's note of each picture's time, in the scratch directory. */
    static final String TIMES = "times";

    /** Ticks of a second in which a film's pictures are timed; MPEG's own. */
    static final int CLOCK = 90_000;

    private static final List<String> X264 = List.of(
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "23",
            "-profile:v",
            "high",
            "-pix_fmt",
            "yuv420p",
            "-g",
            "60");
    private static final List<String> AAC = List.of("-c:a", "aac", "-b:a", "128k");
    private static final List<String> JPEG =
            List.of("-frames:v", "1", "-c:v", "mjpeg", "-q:v", "3", "-f", "image2", "-update", "1");

    /** What tells where it comes from stays with the original. */
    private static final List<String> WITHOUT_METADATA =
            List.of("-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn", "-fflags", "+bitexact");

    /** What is written to its standard output begins with the size of the pictures. */
    List<String> size() {
        var command = decoding();
        command.addAll(List.of("-filter_complex", feed.head() + fitting(config.size()) + ",format=yuv420p[v]"));
        command.addAll(List.of("-map", "[v]", "-frames:v", "1", "-f", "yuv4mpegpipe", "pipe:1"));
        return command;
    }

    /** Film with the sound of that number; null for none. */
    List<String> playable(PictureSize size, @Nullable Integer sound) {
        var command = decoding();
        command.addAll(List.of("-filter_complex", filters(size, "yuv420p"), "-map", "[v]", "-fps_mode", "vfr"));
        if (sound != null) {
            command.addAll(List.of("-map", "0:" + sound, "-af", RenderedSound.KEEP.filter()));
        }
        return film(command);
    }

    /** A single picture. */
    List<String> picture(PictureSize size) {
        var command = decoding();
        command.addAll(List.of("-filter_complex", filters(size, "yuvj420p"), "-map", "[v]"));
        command.addAll(WITHOUT_METADATA);
        command.addAll(encoding());
        command.addAll(JPEG);
        command.add("file:" + RESULT);
        return command;
    }

    /** Sound alone. */
    List<String> heard(int stream, RenderedSound sound) {
        var command = decoding();
        command.addAll(List.of("-map", "0:" + stream, "-vn", "-af", sound.filter()));
        command.addAll(encoding());
        command.addAll(AAC);
        command.addAll(WITHOUT_METADATA);
        command.addAll(List.of("-movflags", "+faststart", "-progress", "pipe:1", "-f", "ipod", "file:" + RESULT));
        return command;
    }

    /** The time of each picture that {@link #pixels} gives. */
    List<String> times(PictureSize size) {
        var command = decoding();
        command.addAll(List.of("-filter_complex", filters(size, "yuv420p"), "-map", "[v]", "-fps_mode", "passthrough"));
        command.addAll(timing());
        command.addAll(List.of("-c:v", "wrapped_avframe", "-f", "null", "pipe:1"));
        return command;
    }

    /** Each picture's pixels on the standard output. */
    List<String> pixels(PictureSize size, boolean still) {
        var command = decoding();
        command.addAll(List.of("-filter_complex", filters(size, still ? "yuvj420p" : "yuv420p"), "-map", "[v]"));
        command.addAll(still ? List.of("-frames:v", "1") : List.of("-fps_mode", "passthrough"));
        command.addAll(List.of("-c:v", "rawvideo", "-f", "rawvideo", "pipe:1"));
        return command;
    }

    /** The same of the pictures between two seconds, for {@link #paintedPicture}. */
    List<String> pixelsBetween(PictureSize size, double seek, double from, double to) {
        var command = selecting(seek, from, to, sized(size, "yuvj420p"));
        command.addAll(List.of("-c:v", "rawvideo", "-f", "rawvideo", "pipe:1"));
        return command;
    }

    /** Film of painted pictures, which come as Matroska; of the medium nothing but its sound is taken. */
    List<String> painted(double start, @Nullable Integer stream, RenderedSound sound) {
        var command = beginning();
        command.addAll(List.of("-itsoffset", seconds(start), "-f", "matroska", "-i", "pipe:0"));
        if (stream != null) {
            command.addAll(InputOptions.of(media));
            command.addAll(List.of("-i", "file:" + DecoderInput.MEDIUM, "-map", "1:" + stream, "-af", sound.filter()));
        }
        command.addAll(List.of("-map", "0:v:0", "-fps_mode", "passthrough"));
        return film(command);
    }

    /** A painted picture. */
    List<String> paintedPicture(PictureSize size) {
        var command = beginning();
        command.addAll(
                List.of("-f", "rawvideo", "-pix_fmt", "yuvj420p", "-video_size", size.toString(), "-i", "pipe:0"));
        command.addAll(List.of("-map", "0:v:0"));
        command.addAll(encoding());
        command.addAll(JPEG);
        command.add("file:" + RESULT);
        return command;
    }

    /**
     * The pictures between two seconds as JPEG files, and their times beside them.
     *
     * @param seek where decoding begins; times do not count from there, since that would round them to the stream's units
     */
    List<String> between(double seek, double from, double to, String file, int most) {
        var command = selecting(seek, from, to, fitting(config.size()) + ",format=yuvj420p");
        command.addAll(List.of("-frames:v", Integer.toString(most)));
        command.addAll(encoding());
        command.addAll(List.of("-c:v", "mjpeg", "-q:v", "3", "-f", "image2", "file:" + file));
        return command;
    }

    /** The times alone of all pictures between two seconds, which {@link #between} would give if there were room. */
    List<String> timesBetween(double seek, double from, double to) {
        var command = selecting(seek, from, to, "null");
        command.addAll(List.of("-c:v", "wrapped_avframe", "-f", "null", "pipe:1"));
        return command;
    }

    private List<String> selecting(double seek, double from, double to, String form) {
        var command = beginning();
        command.addAll(InputOptions.of(media));
        command.addAll(List.of("-copyts", "-start_at_zero"));
        if (seek > 0) {
            command.addAll(List.of("-ss", seconds(seek)));
        }
        command.addAll(List.of("-t", seconds(to - seek + 0.001), "-i", "file:" + feed.file(), "-filter_complex"));
        command.add(feed.head() + "select='between(t," + seconds(from) + "," + seconds(to) + ")'," + form + "[v]");
        command.addAll(List.of("-map", "[v]", "-fps_mode", "passthrough"));
        command.addAll(timing());
        return command;
    }

    private List<String> film(List<String> command) {
        command.addAll(encoding());
        command.addAll(X264);
        command.addAll(List.of("-enc_time_base:v", "1:" + CLOCK));
        command.addAll(AAC);
        command.addAll(WITHOUT_METADATA);
        command.addAll(List.of("-movflags", "+faststart", "-progress", "pipe:1", "-f", "mp4", "file:" + RESULT));
        return command;
    }

    private static List<String> timing() {
        return List.of(
                "-enc_time_base:v",
                "filter",
                "-stats_enc_pre:v",
                "file:" + TIMES,
                "-stats_enc_pre_fmt:v",
                "{pts} {tb}");
    }

    private List<String> decoding() {
        var command = beginning();
        command.addAll(InputOptions.of(media));
        command.addAll(List.of("-i", "file:" + feed.file()));
        return command;
    }

    /** Encoders would take all of the machine: what is told before the input is for decoders. */
    private List<String> encoding() {
        return List.of("-threads", Integer.toString(media.threads()));
    }

    private List<String> beginning() {
        var command = new ArrayList<>(List.of(ffmpeg, "-hide_banner", "-nostdin", "-nostats", "-v", "error", "-y"));
        command.addAll(List.of("-threads", Integer.toString(Math.min(media.threads(), feed.threads()))));
        return command;
    }

    private String filters(PictureSize size, String format) {
        return feed.head() + sized(size, format) + "[v]";
    }

    private static String sized(PictureSize size, String format) {
        return "scale=" + size.width() + ":" + size.height() + ",setsar=1,format=" + format;
    }

    /** Even sides, square pixels, and not larger than that. */
    private static String fitting(int longest) {
        return "scale=w='" + side("iw*sar", longest) + "':h='" + side("ih", longest) + "',setsar=1";
    }

    private static String side(String side, int longest) {
        return "2*max(1,round(" + side + "*min(1," + longest + "/max(iw*sar,ih))/2))";
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
