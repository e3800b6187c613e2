package ma.balagh.accuracy.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A video file as it is shown.
 *
 * @param width in pixels, after the rotation that the file asks for
 * @param rate frames a second, as a fraction such as {@code 30000/1001}
 */
public record VideoClip(Path file, int width, int height, String rate, double seconds) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What ffprobe says of it.
     *
     * @throws IOException where it finds no video in it
     */
    public static VideoClip of(Path file) throws IOException, InterruptedException {
        JsonNode answer = JSON.readTree(String.join(
                "\n",
                SubprocessRunner.lines(List.of(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "v:0",
                        "-of",
                        "json",
                        "-show_entries",
                        "stream=width,height,avg_frame_rate:stream_side_data=rotation:format=duration",
                        file.toString()))));
        JsonNode stream = answer.path("streams").path(0);
        double seconds = answer.path("format").path("duration").asDouble();
        if (stream.isMissingNode() || seconds <= 0) {
            throw new IOException(file + " is no video of known length");
        }
        boolean upright = true;
        for (JsonNode side : stream.path("side_data_list")) {
            upright &= Math.abs(side.path("rotation").asInt()) % 180 == 0;
        }
        int width = stream.path("width").asInt();
        int height = stream.path("height").asInt();
        return new VideoClip(
                file,
                upright ? width : height,
                upright ? height : width,
                stream.path("avg_frame_rate").asText(),
                seconds);
    }

    /** Its file's name. */
    public String name() {
        return file.getFileName().toString();
    }

    /** Its name without the extension. */
    public String stem() {
        return name().replaceFirst("\\.[^.]*$", "");
    }
}
