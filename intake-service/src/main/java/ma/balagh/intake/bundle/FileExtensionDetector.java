package ma.balagh.intake.bundle;

import java.util.Map;

/** The file extension of an original, so that a double click opens it. */
final class FileExtensionDetector {

    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("video/mp4", "mp4"),
            Map.entry("video/quicktime", "mov"),
            Map.entry("video/3gpp", "3gp"),
            Map.entry("video/matroska", "mkv"),
            Map.entry("video/webm", "webm"),
            Map.entry("video/x-msvideo", "avi"),
            Map.entry("video/x-flv", "flv"),
            Map.entry("video/mp2t", "ts"),
            Map.entry("video/mpeg", "mpg"),
            Map.entry("video/x-ms-wmv", "wmv"),
            Map.entry("video/ogg", "ogv"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/heic", "heic"),
            Map.entry("audio/mp4", "m4a"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("audio/wav", "wav"));

    private FileExtensionDetector() {}

    static String of(String mediaType) {
        return BY_TYPE.getOrDefault(mediaType, "bin");
    }
}
