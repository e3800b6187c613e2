package ma.balagh.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The videos of the story: three of different events and a re-encoded copy of the first. Made by FFmpeg from its own
 * sources, or taken from a folder of real files.
 *
 * @param robbery the presumed offence
 * @param hoax the false report
 * @param misconduct the filmed bribe
 * @param copy the robbery as it circulates again: another codec setting, smaller, without metadata
 */
public record StoryClips(Path robbery, Path hoax, Path misconduct, Path copy) {

    private static final int SECONDS = 10;
    private static final int LONG_SECONDS = 120;
    private static final List<String> VIDEO_SUFFIXES = List.of(".mp4", ".mov", ".mkv", ".webm");

    /**
     * Makes three clips of 10 s in 720p that nobody has seen before.
     *
     * @param seed another seed gives other videos
     */
    public static StoryClips synthetic(Path directory, long seed) {
        return withCopy(
                directory,
                film(directory.resolve("robbery.mp4"), seed, SECONDS),
                film(directory.resolve("hoax.mp4"), seed + 1, SECONDS),
                film(directory.resolve("misconduct.mp4"), seed + 2, SECONDS));
    }

    /** One of them. */
    public static Path film(Path directory, long seed) {
        return film(directory.resolve("film.mp4"), seed, SECONDS);
    }

    /** One film of two minutes, whose examination takes long enough to be interrupted. */
    public static Path longFilm(Path directory, long seed) {
        return film(directory.resolve("long.mp4"), seed, LONG_SECONDS);
    }

    /** @throws IllegalArgumentException when the folder has fewer than three videos */
    public static StoryClips from(Path media, Path directory) {
        try (var files = Files.list(media)) {
            var videos = files.filter(StoryClips::isVideo).sorted().limit(3).toList();
            if (videos.size() < 3) {
                throw new IllegalArgumentException("--media " + media
                        + ": needs three videos (.mp4, .mov, .mkv, .webm)," + " found " + videos.size());
            }
            return withCopy(directory, videos.get(0), videos.get(1), videos.get(2));
        } catch (IOException e) {
            throw new IllegalArgumentException("--media " + media + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static StoryClips withCopy(Path directory, Path robbery, Path hoax, Path misconduct) {
        var copy = directory.resolve("robbery-reposted.mp4");
        ffmpeg(
                "-i",
                robbery.toString(),
                "-map_metadata",
                "-1",
                "-an",
                "-vf",
                "scale=-2:360",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "32",
                "-pix_fmt",
                "yuv420p",
                copy.toString());
        return new StoryClips(robbery, hoax, misconduct, copy);
    }

    /**
     * Large blocks that live and die by the rules of the game of life: every seed another film, every second another
     * picture.
     */
    private static Path film(Path file, long seed, int seconds) {
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "life=s=32x18:rate=5:ratio=0.35:seed=" + Math.floorMod(seed, 1L << 31)
                        + ":mold=10:life_color=white:death_color=0x404040:mold_color=0x202020,"
                        + "scale=1280:720:flags=bicubic,fps=25,format=yuv420p",
                "-t",
                String.valueOf(seconds),
                "-metadata",
                "creation_time=2026-01-15T20:30:00Z",
                "-metadata",
                "location=+33.5731-007.5898/",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                file.toString());
        return file;
    }

    private static boolean isVideo(Path file) {
        return VIDEO_SUFFIXES.stream().anyMatch(file.toString()::endsWith);
    }

    private static void ffmpeg(String... arguments) {
        var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("ffmpeg failed: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ffmpeg cannot be started; install it (apt-get install ffmpeg)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ffmpeg ran", e);
        }
    }
}
