package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Converts an animation that FFmpeg cannot read: FFmpeg decodes the pictures, this class puts them in order. */
record AnimationConverter(WebpAnimation webp, ScratchDirectory scratch) {

    private static final String PICTURES = "pictures";

    /** Decodes the pictures one after another, each in its own size, and stops at the first that is damaged. */
    List<String> command(String ffmpeg, MediaConfig config) throws IOException {
        webp.writePictures(scratch.medium(), file(PICTURES));
        var command =
                new ArrayList<>(List.of(ffmpeg, "-hide_banner", "-nostdin", "-nostats", "-v", "error", "-xerror"));
        command.addAll(List.of("-threads", Integer.toString(config.threads())));
        command.addAll(InputOptions.of(config));
        command.addAll(
                List.of("-f", "webp_pipe", "-i", "file:" + PICTURES, "-noautoscale", "-fps_mode", "passthrough"));
        command.addAll(List.of("-pix_fmt", "rgba", "-f", "rawvideo", "pipe:1"));
        return command;
    }

    /** How many pictures there were. */
    int write(InputStream stdout) throws IOException {
        int count = 0;
        try (var apng = new ApngWriter(file(DecoderInput.DERIVED), webp.width(), webp.height())) {
            for (WebpAnimation.Picture picture : webp.pictures()) {
                byte[] rgba = stdout.readNBytes(4 * picture.width() * picture.height());
                if (rgba.length < 4 * picture.width() * picture.height()) {
                    break;
                }
                apng.add(picture, rgba);
                count++;
            }
        }
        return count;
    }

    private Path file(String name) {
        return scratch.directory().resolve(name);
    }
}
