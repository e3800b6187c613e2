package ma.balagh.analysis.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures to look at that cover what is really decoded, whatever the container claims. How long that will be is not
 * known while FFmpeg runs: it writes stills at regular times, and after each so many goes on with twice the distance.
 * Of a medium of any length there are then a few dozen at most, hardly further apart than those that are chosen in the
 * end.
 *
 * @param count how many are chosen at most
 * @param frameRate frames for each second from which they are taken; 0 for a still
 * @param step frames from one to the next in the beginning
 */
record StillPlan(int count, int frameRate, int step) {

    /** FFmpeg's pattern, and Java's. */
    static final String FILE = "still-%04d.jpg";

    /** @param frames how many there will be, as it seems; where that is too much, fewer stills are written */
    static StillPlan of(int count, int frameRate, long frames) {
        return new StillPlan(count, frameRate, Math.toIntExact(Math.max(1, (frames - 1) / Math.max(1, count - 1))));
    }

    /** At one distance; with half of it, those behind the first doubling would lie too far apart. */
    private int run() {
        return 2 * count;
    }

    /** FFmpeg's filter for {@link #frame}: of frames that are a step apart, n stands in the run r = ⌊log₂(⌊n / run⌋ + 1)⌋. */
    String filter() {
        // Just above a power of two, so that no rounding falls below it.
        return "select='st(1,n/" + step + ");st(0,floor(log(floor(ld(1)/" + run() + ")+1.000001)/log(2)));"
                + "not(mod(n," + step + "))*not(mod(ld(1)-" + run() + "*(pow(2,ld(0))-1),pow(2,ld(0))))'";
    }

    /** The number of the frame that became the still of that number, both from 0. */
    private long frame(int still) {
        int doublings = still / run();
        return step * (run() * ((1L << doublings) - 1) + ((long) (still % run()) << doublings));
    }

    private double time(int still) {
        return frameRate == 0 ? 0 : (double) frame(still) / frameRate;
    }

    /**
     * Chooses among those that were written.
     *
     * @param end seconds at which the last frame ends; none is taken at it, where FFmpeg only rounds up
     */
    List<DecodingResult.Still> read(Path directory, double end) throws IOException {
        int written = 1;
        while (isWritten(directory, written) && time(written) < end) {
            written++;
        }
        List<DecodingResult.Still> chosen = new ArrayList<>();
        int last = -1;
        for (int k = 0; k < count; k++) {
            double wanted = count == 1 ? 0 : time(written - 1) * k / (count - 1);
            int still = nearest(wanted, written);
            if (still != last && isWritten(directory, still)) {
                chosen.add(new DecodingResult.Still(time(still), Files.readAllBytes(file(directory, still))));
                last = still;
            }
        }
        return List.copyOf(chosen);
    }

    private int nearest(double wanted, int written) {
        int nearest = 0;
        while (nearest + 1 < written && wanted - time(nearest) > time(nearest + 1) - wanted) {
            nearest++;
        }
        return nearest;
    }

    /** The last one is empty where the process was killed while writing it. */
    private static boolean isWritten(Path directory, int still) throws IOException {
        Path file = file(directory, still);
        return Files.exists(file) && Files.size(file) > 0;
    }

    private static Path file(Path directory, int still) {
        return directory.resolve(FILE.formatted(still + 1));
    }
}
