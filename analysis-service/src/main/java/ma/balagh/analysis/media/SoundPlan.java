package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Decoding a medium that is only heard, to see whether it can be, and how long it is.
 *
 * @param stream the sound's number in the container
 * @param more further outputs
 */
record SoundPlan(int stream, List<String> more) {

    /** Samples for each second, of two bytes: only their number counts. */
    private static final int RATE = 8000;

    List<String> command(String ffmpeg, MediaConfig config) {
        var command = new ArrayList<>(List.of(ffmpeg, "-hide_banner", "-nostdin", "-nostats", "-v", "error"));
        command.addAll(InputOptions.of(config));
        command.addAll(List.of("-i", "file:" + DecoderInput.MEDIUM, "-map", "0:" + stream));
        command.addAll(List.of("-ac", "1", "-ar", Integer.toString(RATE), "-f", "s16le", "pipe:1"));
        command.addAll(more);
        return command;
    }

    /** Seconds that could be decoded. */
    double seconds(InputStream stdout) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read = stdout.read(buffer); read >= 0; read = stdout.read(buffer)) {
            bytes += read;
        }
        return bytes / (2.0 * RATE);
    }
}
