package ma.balagh.analysis.face;

import java.util.List;

/** Finds what looks like a face. Not thread-safe. */
@FunctionalInterface
public interface FaceDetector {

    /** Glances after which each part of a picture was looked at closely. */
    int TURNS = 4;

    /**
     * Looks closely at the whole picture.
     *
     * @param luma rows of unsigned bytes; not kept
     * @return the most likely ones first
     */
    List<FaceRegion> find(byte[] luma, int width, int height);

    /**
     * Looks at the whole picture, and closely at one of its parts.
     *
     * @param turn which part: the remainder by {@link #TURNS} counts
     */
    default List<FaceRegion> glance(byte[] luma, int width, int height, int turn) {
        return find(luma, width, height);
    }
}
