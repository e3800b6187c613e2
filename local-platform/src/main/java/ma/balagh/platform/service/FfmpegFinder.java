package ma.balagh.platform.service;

import java.io.IOException;
import java.util.stream.Stream;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.process.SystemProgramFinder;

/** FFmpeg of the operating system, which the laboratory decodes media with. */
final class FfmpegFinder {

    private static final String MISSING =
            "FFmpeg is missing: install it (Debian, Ubuntu: sudo apt install ffmpeg) and try again.";

    private FfmpegFinder() {}

    static void provide(ProgressListener progress) throws IOException, InterruptedException {
        if (SystemProgramFinder.isOnPath("ffmpeg") && SystemProgramFinder.isOnPath("ffprobe")) {
            return;
        }
        if (!"root".equals(System.getProperty("user.name")) || !SystemProgramFinder.isOnPath("apt-get")) {
            throw new SuiteException(MISSING);
        }
        progress.say("installing FFmpeg with apt");
        if (apt("update") != 0 || apt("install", "-y", "--no-install-recommends", "ffmpeg") != 0) {
            throw new SuiteException(MISSING);
        }
    }

    private static int apt(String... arguments) throws IOException, InterruptedException {
        var command =
                Stream.concat(Stream.of("apt-get", "-qq"), Stream.of(arguments)).toList();
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return builder.start().waitFor();
    }
}
