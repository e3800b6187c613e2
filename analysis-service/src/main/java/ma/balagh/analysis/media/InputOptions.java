package ma.balagh.analysis.media;

import java.util.List;

/** What every tool is told about a hostile input, before its name. */
final class InputOptions {

    /** Containers of single files. What names other files or addresses (hls, dash, concat, image2, playlists) is absent. */
    private static final String CONTAINERS = String.join(
            ",",
            "mov",
            "matroska",
            "avi",
            "mpegts",
            "mpeg",
            "mpegvideo",
            "h264",
            "flv",
            "asf",
            "ogg",
            "wav",
            "mp3",
            "gif",
            "apng",
            "jpeg_pipe",
            "png_pipe",
            "webp_pipe");

    /** A phone's largest pictures have 192 tiles, each a stream, and as many of a map of brightness. */
    private static final int STREAMS = 512;

    private InputOptions() {}

    static List<String> of(MediaConfig config) {
        return List.of(
                "-protocol_whitelist",
                "file,pipe",
                "-format_whitelist",
                CONTAINERS,
                "-max_pixels",
                Long.toString(config.pixelLimit()),
                "-max_streams",
                Integer.toString(STREAMS));
    }
}
