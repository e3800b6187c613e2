package ma.balagh.platform.service;

import java.io.IOException;
import java.util.stream.Stream;
import ma.balagh.platform.part.Progress;
import ma.balagh.platform.part.SuiteFailure;
import ma.balagh.platform.process.Programs;

/** FFmpeg of the operating system, which the laboratory decodes media with. */
final class Ffmpeg {

    private static final String MISSING =
            "FFmpeg is missing: install it (Debian, Ubuntu: sudo apt install ffmpeg) and try again.";

    private Ffmpeg() {}

    static void provide(Progress progress) throws IOException, InterruptedException {
        if (Programs.isOnPath("ffmpeg") && Programs.isOnPath("ffprobe")) {
            return;
        }
        if (!"root".equals(System.getProperty("user.name")) || !Programs.isOnPath("apt-get")) {
            throw new SuiteFailure(MISSING);
        }
        progress.say("installing FFmpeg with apt");
        if (apt("update") != 0 || apt("install", "-y", "--no-install-recommends", "ffmpeg") != 0) {
            throw new SuiteFailure(MISSING);
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
