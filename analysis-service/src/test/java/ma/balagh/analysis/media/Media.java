package ma.balagh.analysis.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clips and pictures for tests, made by FFmpeg from its own sources. */
public final class Media {

    /** Moving, detailed, never twice the same. */
    public static final String FRACTAL = "mandelbrot=s=640x360:r=25:end_scale=0.01:end_pts=250";

    /** Pictures that resemble those of no other seed. */
    public static String cells(int seed) {
        return "life=s=120x68:mold=10:r=25:ratio=0.2:death_color=#283c64:life_color=#f0e0a0:seed=" + seed
                + ",scale=480:270";
    }

    /** As detailed, and unlike the fractal. */
    public static final String CELLS =
            "life=s=320x180:mold=10:r=25:ratio=0.3:death_color=#283c64:life_color=#f0e0a0:seed=7";

    private Media() {}

    /** A sound as uneven as speech: a syllable of some pitch with overtones every fifth of a second, over a little noise. */
    public static String notes(int seed) {
        var random = new Random(seed);
        return IntStream.range(0, 60)
                .mapToObj(k -> {
                    double from = k / 3.0;
                    int pitch = 150 + random.nextInt(500);
                    int overtone = 2 + random.nextInt(4);
                    return "between(t\\,%.2f\\,%.2f)*exp(-4*(t-%.2f))*(0.3*sin(%d*2*PI*t)+0.2*sin(%d*2*PI*t))"
                            .formatted(from, from + 0.33, from, pitch, pitch * overtone);
                })
                .collect(Collectors.joining("+", "aevalsrc=0.005*random(0)+", ":s=11025"));
    }

    /** A clip of {@code seconds}; further options go before the file. */
    public static Path clip(Path file, String source, int seconds, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", source, "-t", Integer.toString(seconds)));
        arguments.addAll(List.of(options));
        return ffmpeg(file, arguments);
    }

    /** Another file from a clip. */
    public static Path copy(Path file, Path original, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-i", original.toString()));
        arguments.addAll(List.of(options));
        return ffmpeg(file, arguments);
    }

    /** From so many seconds on, without coding it again: what is not shown stays in the file where it is needed. */
    public static Path cut(Path file, Path original, String from) {
        return ffmpeg(file, List.of("-ss", from, "-i", original.toString(), "-c", "copy"));
    }

    /** The pictures of one clip and then those of another; further options go before the file. */
    public static Path joined(Path file, Path first, Path second, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-i", first.toString(), "-i", second.toString()));
        arguments.addAll(List.of("-filter_complex", "[0:v][1:v]concat=n=2:v=1:a=0"));
        arguments.addAll(List.of(options));
        return ffmpeg(file, arguments);
    }

    private static Path ffmpeg(Path file, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-hide_banner", "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        if (isH264(file, arguments) && !arguments.contains("-preset")) {
            command.addAll(List.of("-preset", "veryfast"));
        }
        command.add(file.toString());
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("ffmpeg could not make " + file);
            }
            return file;
        } catch (IOException e) {
            throw new IllegalStateException("ffmpeg is not installed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What FFmpeg codes with its slow encoder unless told otherwise. */
    private static boolean isH264(Path file, List<String> arguments) {
        return arguments.contains("libx264")
                || (Stream.of("-c", "-c:v", "-vcodec", "-vn").noneMatch(arguments::contains)
                        && Stream.of(".mp4", ".mov", ".mkv").anyMatch(file.toString()::endsWith));
    }

    /** A reader with the ordinary configuration, except for these keys. */
    public static MediaReader reader(Path scratchDirectory, Map<String, String> changes) {
        return new MediaReader(config(scratchDirectory, changes));
    }

    /** The ordinary configuration, except for these keys. */
    static MediaConfig config(Path scratchDirectory, Map<String, String> changes) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .withDefaultValue("balagh.media.scratch-directory", scratchDirectory.toString())
                .withDefaultValues(changes)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(MediaConfig.class)
                .build()
                .getConfigMapping(MediaConfig.class);
    }

    /** A scratch directory with that file as its medium. */
    public static ScratchDirectory scratch(MediaReader reader, Path file) throws IOException {
        ScratchDirectory scratch = reader.scratch();
        Files.copy(file, scratch.medium());
        return scratch;
    }
}
