package ma.balagh.analysis.picture;

import java.util.Arrays;

/**
 * What is kept of each frame until the last one was seen: its time, how it differed from the one before, and a picture
 * of 16×16 greys. A log that is full keeps every second frame, so that its size does not grow with the medium.
 */
final class FrameLogRecorder {

    /** Twice as many as the decoder hands out of one medium, 1.3 MB. */
    static final int MOST = 4800;

    static final int SIGNATURE = FrameStatistics.CELLS * FrameStatistics.CELLS;

    private double[] times = new double[64];
    private float[] differences = new float[64];
    private float[] moved = new float[64];
    private byte[] signatures = new byte[64 * SIGNATURE];
    private int count;
    private long seen;
    private int every = 1;
    private float largestDifference;
    private float mostMoved;

    /** Takes the next frame; where the log was thinned before, what lies between two kept frames counts for the later. */
    void add(double seconds, FrameStatistics statistics) {
        largestDifference = Math.max(largestDifference, (float) statistics.difference());
        mostMoved = Math.max(mostMoved, (float) statistics.moved());
        if (seen++ % every != 0) {
            return;
        }
        if (count == MOST) {
            thin();
            if ((seen - 1) % every != 0) {
                return;
            }
        }
        if (count == times.length) {
            int room = Math.min(2 * count, MOST);
            times = Arrays.copyOf(times, room);
            differences = Arrays.copyOf(differences, room);
            moved = Arrays.copyOf(moved, room);
            signatures = Arrays.copyOf(signatures, room * SIGNATURE);
        }
        times[count] = seconds;
        differences[count] = largestDifference;
        moved[count] = mostMoved;
        statistics.signature(signatures, count * SIGNATURE);
        largestDifference = 0;
        mostMoved = 0;
        count++;
    }

    private void thin() {
        for (int k = 0; 2 * k < count; k++) {
            int kept = 2 * k;
            int dropped = Math.max(0, kept - 1);
            times[k] = times[kept];
            differences[k] = Math.max(differences[kept], differences[dropped]);
            moved[k] = Math.max(moved[kept], moved[dropped]);
            System.arraycopy(signatures, kept * SIGNATURE, signatures, k * SIGNATURE, SIGNATURE);
        }
        count = (count + 1) / 2;
        every *= 2;
    }

    int count() {
        return count;
    }

    /** Seconds from the start. */
    double time(int k) {
        return times[k];
    }

    /** Mean absolute difference of frame k from the one before it, in greys. */
    double difference(int k) {
        return differences[k];
    }

    /** Share of the cells of frame k that differ from the one before it. */
    double moved(int k) {
        return moved[k];
    }

    /** Seconds between two frames that follow each other, as a rule; 0 where there are none. */
    double step() {
        return count < 2 ? 0 : (times[count - 1] - times[0]) / (count - 1);
    }

    /** Mean absolute difference of the cells of two frames, in greys, whatever their brightness. */
    double distance(int a, int b) {
        double shift = mean(a) - mean(b);
        double sum = 0;
        for (int cell = 0; cell < SIGNATURE; cell++) {
            sum += Math.abs(grey(a, cell) - grey(b, cell) - shift);
        }
        return sum / SIGNATURE;
    }

    /** Correlation of the cells of two frames, -1 to 1: light and contrast do not change it, another scene does. */
    double likeness(int a, int b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        for (int cell = 0; cell < SIGNATURE; cell++) {
            double da = grey(a, cell) - meanA;
            double db = grey(b, cell) - meanB;
            product += da * db;
            squareA += da * da;
            squareB += db * db;
        }
        double scale = Math.sqrt(squareA * squareB);
        return scale == 0 ? 0 : product / scale;
    }

    /** Standard deviation of the cells of a frame: near 0 for a plain surface. */
    double contrast(int k) {
        double mean = mean(k);
        double square = 0;
        for (int cell = 0; cell < SIGNATURE; cell++) {
            square += (grey(k, cell) - mean) * (grey(k, cell) - mean);
        }
        return Math.sqrt(square / SIGNATURE);
    }

    /** One bit for each 2×2 cells: whether they are brighter than the frame's mean. */
    long hash(int k) {
        double mean = 4 * mean(k);
        long hash = 0;
        for (int row = 0; row < FrameStatistics.CELLS; row += 2) {
            for (int column = 0; column < FrameStatistics.CELLS; column += 2) {
                int cell = row * FrameStatistics.CELLS + column;
                int sum = grey(k, cell)
                        + grey(k, cell + 1)
                        + grey(k, cell + FrameStatistics.CELLS)
                        + grey(k, cell + FrameStatistics.CELLS + 1);
                hash = hash << 1 | (sum > mean ? 1 : 0);
            }
        }
        return hash;
    }

    private double mean(int k) {
        int sum = 0;
        for (int cell = 0; cell < SIGNATURE; cell++) {
            sum += grey(k, cell);
        }
        return (double) sum / SIGNATURE;
    }

    private int grey(int k, int cell) {
        return signatures[k * SIGNATURE + cell] & 0xFF;
    }
}
