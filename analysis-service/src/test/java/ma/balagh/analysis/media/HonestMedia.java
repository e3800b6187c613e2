package ma.balagh.analysis.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One small medium of each kind, from which hostile ones are made. */
final class HonestMedia {

    private static final String PICTURE = "testsrc2=s=160x120:r=10";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    HonestMedia(Path directory) throws IOException {
        add(directory, "mp4", "-f lavfi -i sine -t 2 -c:v libx264 -pix_fmt yuv420p -c:a aac");
        add(directory, "mov", "-c:v mjpeg");
        add(directory, "webm", "-c:v libvpx");
        add(directory, "mkv", "-c:v libx264 -pix_fmt yuv420p");
        add(directory, "avi", "-c:v mpeg4");
        add(directory, "ts", "-c:v mpeg2video -r 25");
        add(directory, "mpg", "-c:v mpeg2video -r 25");
        add(directory, "flv", "-c:v flv");
        add(directory, "wmv", "-c:v wmv2");
        add(directory, "ogv", "-c:v libtheora");
        add(directory, "gif", "");
        add(directory, "webp", "-c:v libwebp_anim");
        add(directory, "still.webp", "-frames:v 1 -vf scale=16:16 -c:v libwebp");
        add(directory, "jpg", "-frames:v 1");
        add(directory, "png", "-frames:v 1");
        add(directory, "mp3", "-f lavfi -i sine -t 2 -map 1 -c:a libmp3lame");
        add(directory, "m4a", "-f lavfi -i sine -t 2 -map 1 -c:a aac");
        add(directory, "opus", "-f lavfi -i sine -t 2 -map 1 -c:a libopus");
        add(directory, "wav", "-f lavfi -i sine -t 2 -map 1");
        files.put(
                "heic",
                new HeicPicture(directory, "testsrc2=s=512x256", 2, 1, java.util.List.of(), new byte[0])
                        .bytes(500, 250));
    }

    private void add(Path directory, String kind, String options) throws IOException {
        String[] words = options.isEmpty() ? new String[0] : options.split(" ");
        files.put(kind, Files.readAllBytes(Media.clip(directory.resolve("honest." + kind), PICTURE, 2, words)));
    }

    /** By their kinds. */
    Map<String, byte[]> all() {
        return files;
    }

    byte[] of(String kind) {
        byte[] file = files.get(kind);
        if (file == null) {
            throw new IllegalArgumentException(kind);
        }
        return file;
    }
}
