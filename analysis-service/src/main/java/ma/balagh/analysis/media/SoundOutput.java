package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a sound is recognised by, as one more output of the call that decodes: Chromaprint's items, raw.
 *
 * @param stream the sound's number in the container
 */
record SoundOutput(int stream) {

    private static final String FILE = "sound";

    /** What comes later is not compared; so many items are made of an hour. */
    private static final String SECONDS = "3600";

    private static final int MOST_BYTES = 120_000;

    List<String> arguments() {
        return List.of(
                "-map",
                "0:" + stream,
                "-t",
                SECONDS,
                "-ac",
                "1",
                "-af",
                "aresample=async=1:first_pts=0",
                "-f",
                "chromaprint",
                "-fp_format",
                "raw",
                "file:" + FILE);
    }

    /** Nothing where nothing was written: of less than three seconds there is no item. */
    static byte[] read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        }
    }
}
