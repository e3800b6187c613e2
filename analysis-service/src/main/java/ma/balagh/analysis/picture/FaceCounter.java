package ma.balagh.analysis.picture;

import java.util.Locale;
import java.util.Map;
import ma.balagh.analysis.face.NetworkFaceDetector;
import ma.balagh.analysis.finding.Finding;

/** Counts what looks like a face in some of a medium's frames. Their places are not kept. */
final class FaceCounter {

    private static final double LIKENESS = 0.5;

    /** Seconds from one look to the next, in the beginning. */
    private static final double APART = 5;

    /** After so many looks there is twice as much time from one to the next: a look costs as much as ten other frames. */
    private static final int OFTEN = 8;

    private final NetworkFaceDetector finder = new NetworkFaceDetector(LIKENESS);
    private double apart = APART;
    private double next;
    private int looks;
    private int most;
    private double mostAt;

    void look(byte[] luma, int width, int height, double seconds) {
        if (seconds < next) {
            return;
        }
        int faces = finder.findLarge(luma, width, height).size();
        if (faces > most) {
            most = faces;
            mostAt = seconds;
        }
        looks++;
        apart = looks % OFTEN == 0 ? 2 * apart : apart;
        next = seconds + apart;
    }

    Finding finding() {
        String count = Integer.toString(looks);
        return most == 0
                ? PictureStatement.NO_FACES.with(Map.of("looks", count))
                : PictureStatement.FACES.with(Map.of(
                        "most",
                        Integer.toString(most),
                        "at",
                        String.format(Locale.ROOT, "%.1f", mostAt),
                        "looks",
                        count));
    }
}
