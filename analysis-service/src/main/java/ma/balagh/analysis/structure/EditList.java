package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An edit list (ISO/IEC 14496-12, 8.6.6): which stretches of its media a track shows. */
final class EditList {

    private static final int MOST = 1024;

    /** A stretch of media, in seconds. */
    private record Shown(double from, double to) {}

    private EditList() {}

    /**
     * Seconds of the media that viewers do not get to see.
     *
     * @param movieScale units of a second in which lengths are told
     */
    static double hidden(Bytes bytes, Box elst, long movieScale, MovieReader.Header media) throws IOException {
        ByteBuffer body = bytes.at(elst.body(), Math.min(elst.length(), 8 + 20L * MOST));
        if (body.remaining() < 8 || movieScale <= 0 || media.scale() <= 0 || media.seconds() <= 0) {
            return 0;
        }
        boolean wide = body.get(0) == 1;
        long count = Math.min(MOST, Integer.toUnsignedLong(body.getInt(4)));
        body.position(8);
        List<Shown> shown = new ArrayList<>();
        for (int k = 0; k < count && body.remaining() >= (wide ? 20 : 12); k++) {
            double length = (double) (wide ? body.getLong() : Integer.toUnsignedLong(body.getInt())) / movieScale;
            double from = (double) (wide ? body.getLong() : body.getInt()) / media.scale();
            body.getInt();
            if (from >= 0) { // else nothing is shown for so long
                shown.add(new Shown(from, length == 0 ? media.seconds() : from + length));
            }
        }
        return shown.isEmpty() ? 0 : Math.max(0, media.seconds() - covered(shown, media.seconds()));
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
