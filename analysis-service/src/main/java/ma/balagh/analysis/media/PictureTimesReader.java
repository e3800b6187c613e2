package ma.balagh.analysis.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the times that FFmpeg noted for each picture, a line for each: the time, and the unit that it is counted in. */
final class PictureTimesReader {

    /** Microseconds between pictures that do not say when they are; the usual rate of phones. */
    private static final long USUAL = 33_333;

    private PictureTimesReader() {}

    /**
     * Microseconds of each picture, as they were noted.
     *
     * @param most how many are read at most
     */
    static long[] read(Path scratch, int most) throws IOException {
        long[] micros = new long[256];
        int count = 0;
        Path file = scratch.resolve(RenderCommand.TIMES);
        if (!Files.exists(file)) {
            return new long[0];
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null && count < most; line = lines.readLine()) {
                micros = count == micros.length ? Arrays.copyOf(micros, 2 * count) : micros;
                micros[count] = micros(line, count == 0 ? -USUAL : micros[count - 1]);
                count++;
            }
        }
        return Arrays.copyOf(micros, count);
    }

    private static long micros(String line, long before) {
        String[] words = line.split("[ /]", 3);
        try {
            return Math.round(1e6 * Long.parseLong(words[0]) * Long.parseLong(words[1]) / Long.parseLong(words[2]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException unsaid) {
            return before + USUAL;
        }
    }

    /**
     * The same times from 0 on and each later than the one before: by a tick of the clock that films are written with, so
     * that no picture falls away for having no time of its own.
     */
    static long[] distinct(long[] micros) {
        long tick = Math.ceilDiv(1_000_000L, RenderCommand.CLOCK);
        long[] distinct = micros.clone();
        for (int k = 0; k < distinct.length; k++) {
            distinct[k] = Math.max(distinct[k], k == 0 ? 0 : distinct[k - 1] + tick);
        }
        return distinct;
    }
}
