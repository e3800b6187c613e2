package ma.balagh.accuracy.place;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.balagh.accuracy.media.VideoClip;

/**
 * Makes a folder of clips named {@code <place>.<moment>.<extension>}, of which none is a copy of another: those that are
 * given, pieces of recordings of fixed cameras, and drawn moments.
 */
public final class SamePlaceWriter {

    private final Path folder;
    private final PrintStream progress;

    public SamePlaceWriter(Path folder, PrintStream progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Makes the clips; what the folder held before is deleted.
     *
     * @param given clips named in this way
     * @param recordings of fixed cameras
     * @param backgrounds clips whose first picture things are drawn on, besides a drawn street and a drawn shop
     */
    public Path write(List<VideoClip> given, List<VideoClip> recordings, List<VideoClip> backgrounds)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Stream<Path> before = Files.list(folder)) {
            for (Path file : before.toList()) {
                Files.delete(file);
            }
        }
        for (VideoClip clip : given) {
            Files.createSymbolicLink(folder.resolve(clip.name()), clip.file());
        }
        for (VideoClip recording : recordings) {
            progress.println("cutting " + recording.name());
            FixedCameraClipWriter.cut(recording, folder);
        }
        var places = new ArrayList<>(List.of(PlaceBackground.street(), PlaceBackground.shop()));
        for (VideoClip clip : backgrounds) {
            places.add(PlaceBackground.of(clip, folder));
        }
        for (PlaceBackground place : places) {
            progress.println("drawing moments at " + place.place());
            for (DrawnMoment moment : DrawnMoment.values()) {
                new MomentRenderer(place, moment).render(folder);
            }
        }
        return folder;
    }
}
