package ma.balagh.accuracy.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Calls FFmpeg so that the same command writes the same bytes: one thread, no dates, no version. */
public final class FfmpegRunner {

    private FfmpegRunner() {}

    /** H.264 with this constant rate factor. */
    public static String h264(int crf) {
        return "-c:v libx264 -preset veryfast -pix_fmt yuv420p -threads 1 -movflags +faststart -crf " + crf;
    }

    /** H.264 with this mean rate, in kbit/s. */
    public static String h264Rate(int kbits) {
        return h264(23).replace(
                        "-crf 23", "-b:v %dk -maxrate %dk -bufsize %dk".formatted(kbits, kbits * 5 / 4, kbits * 5 / 4));
    }

    /** Writes {@code target}, which is there afterwards as a whole or not at all. */
    public static void write(List<String> arguments, Path target) throws IOException, InterruptedException {
        write(arguments, target, none -> {});
    }

    /** The same, with what FFmpeg reads from its standard input. */
    public static void write(List<String> arguments, Path target, SubprocessRunner.Input input)
            throws IOException, InterruptedException {
        Path part = target.resolveSibling("part." + target.getFileName());
        var command = new ArrayList<>(List.of("ffmpeg", "-nostats", "-v", "error", "-y"));
        command.addAll(arguments);
        command.addAll(List.of("-an", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"));
        command.add(part.toString());
        SubprocessRunner.run(command, input);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
