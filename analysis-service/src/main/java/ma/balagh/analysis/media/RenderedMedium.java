package ma.balagh.analysis.media;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A medium in another form.
 *
 * @param file in the scratch directory; gone with it
 * @param seconds its length; null for a single picture
 * @param pictures how many it shows; 0 where it is only heard
 * @param commands the calls that made it, as they could be made again beside the original as file {@code medium}
 * @param complaints what the tools said meanwhile
 */
public record RenderedMedium(
        Path file, Form form, @Nullable Double seconds, int pictures, List<String> commands, List<String> complaints) {

    /** What it is. */
    public enum Form {
        FILM("video/mp4"),
        SOUND("audio/mp4"),
        PICTURE("image/jpeg");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** Is told how much is done. */
    @FunctionalInterface
    public interface Progress {

        /** @param share 0 to 1; may jump back */
        void at(double share);
    }

    public RenderedMedium {
        commands = List.copyOf(commands);
        complaints = List.copyOf(complaints);
    }
}
