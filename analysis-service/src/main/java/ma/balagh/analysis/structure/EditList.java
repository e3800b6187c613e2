package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ma.balagh.analysis.box.BoundedFileReader;
import ma.balagh.analysis.box.IsoBox;

/**
 * An edit list (ISO/IEC 14496-12, 8.6.6): which stretches of its media a track shows.
 *
 * @param hidden seconds of the media that viewers do not get to see
 * @param showable seconds for which there is something to show, empty stretches included; 0 where that depends on
 *     stretches that are shown slower or repeatedly
 */
public record EditList(double hidden, double showable) {

    private static final int MOST = 1024;

    /** A rate of 1, as a fixed-point number. */
    private static final int NORMAL = 0x10000;

    /** A stretch of media, in seconds. */
    private record Shown(double from, double to) {}

    /** All of the media is shown. */
    static EditList none(double media) {
        return new EditList(0, media);
    }

    /**
     * Reads one.
     *
     * @param movieScale units of a second in which lengths are told
     * @param mediaScale units of a second in which beginnings are told
     * @param begin seconds at which the first of the media is shown; where pictures are stored in another order than they
     *     are shown in, that is later than 0
     * @param media seconds that the media last
     */
    static EditList read(
            BoundedFileReader bytes, IsoBox elst, long movieScale, long mediaScale, double begin, double media)
            throws IOException {
        ByteBuffer body = bytes.at(elst.body(), Math.min(elst.length(), 8 + 20L * MOST));
        if (body.remaining() < 8 || movieScale <= 0 || mediaScale <= 0 || media <= 0) {
            return none(media);
        }
        boolean wide = body.get(0) == 1;
        long count = Math.min(MOST, Integer.toUnsignedLong(body.getInt(4)));
        body.position(8);
        List<Shown> shown = new ArrayList<>();
        double empty = 0;
        boolean plain = true;
        for (int k = 0; k < count && body.remaining() >= (wide ? 20 : 12); k++) {
            double length = (double) (wide ? body.getLong() : Integer.toUnsignedLong(body.getInt())) / movieScale;
            double from = (double) (wide ? body.getLong() : body.getInt()) / mediaScale;
            plain &= body.getInt() == NORMAL || from < 0;
            if (from >= 0) { // else nothing is shown for so long
                double start = Math.max(0, from - begin);
                shown.add(new Shown(start, length == 0 ? media : start + length));
            } else {
                empty += length;
            }
        }
        if (shown.isEmpty()) {
            return none(media);
        }
        double covered = covered(shown, media);
        return new EditList(Math.max(0, media - covered), plain && shown.size() == 1 ? covered + empty : 0);
    }

    private static double covered(List<Shown> shown, double end) {
        shown.sort(Comparator.comparingDouble(Shown::from));
        double covered = 0;
        double until = 0;
        for (Shown stretch : shown) {
            double from = Math.max(until, stretch.from());
            double to = Math.min(end, stretch.to());
            if (to > from) {
                covered += to - from;
                until = to;
            }
        }
        return covered;
    }
}
