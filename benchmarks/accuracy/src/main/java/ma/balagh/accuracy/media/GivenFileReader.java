package ma.balagh.accuracy.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders of files as they are given on a command line. */
public final class GivenFileReader {

    private GivenFileReader() {}

    /**
     * Those files, and those in the folders, in the order of their names, each by its whole path.
     *
     * @throws IllegalArgumentException where there is none, and why
     */
    public static List<Path> files(List<Path> given) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (!Files.exists(path)) {
                throw new IllegalArgumentException(path + ": there is no such file");
            }
            int before = files.size();
            try (Stream<Path> found = Files.walk(path.toRealPath(), 1)) {
                found.filter(Files::isRegularFile).forEach(files::add);
            }
            if (files.size() == before) {
                throw new IllegalArgumentException(path + ": there is no file in this folder");
            }
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    /**
     * The same, all of them videos.
     *
     * @throws IllegalArgumentException where one is none
     */
    public static List<VideoClip> clips(List<Path> given) throws IOException, InterruptedException {
        List<VideoClip> clips = new ArrayList<>();
        for (Path file : files(given)) {
            try {
                clips.add(VideoClip.of(file));
            } catch (IOException unreadable) {
                throw new IllegalArgumentException(
                        file + " cannot be measured on: " + unreadable.getMessage(), unreadable);
            }
        }
        return clips;
    }

    /**
     * The same, all of them named {@code <place>.<moment>.<extension>}.
     *
     * @throws IllegalArgumentException where one is not
     */
    public static List<VideoClip> clipsOfPlaces(List<Path> given) throws IOException, InterruptedException {
        List<VideoClip> clips = clips(given);
        for (VideoClip clip : clips) {
            if (!clip.stem().contains(".")) {
                throw new IllegalArgumentException(clip.file() + " is not named <place>.<moment>.<extension>");
            }
        }
        return clips;
    }
}
