package ma.balagh.analysis.redaction;

import java.util.Arrays;

/**
 * When each picture is shown, and which of them are near to each other. Media keep no even rate: what is followed is
 * reckoned by the time of each picture. For that a picture counts for a fifth of a second at most, since each that
 * lasts longer is looked at, and for 1/240 at least, since times closer together are told of no camera's pictures.
 */
final class FrameTiming {

    private static final long SECOND = 1_000_000;

    /** Looking for faces so often finds what shows itself for a moment; what is between is followed. */
    private static final long LOOK = SECOND / 5;

    /** Pictures from one look to the next at most, whatever their times say. */
    private static final int MOST_BETWEEN = 12;

    /** For so long a thing that cannot be found is hidden where it was. */
    private static final long HOLD = SECOND / 2;

    /** For so long something is followed that no longer, or not yet, looks like a face. */
    private static final long UNSEEN = 2 * SECOND;

    /** After so long it is a guess that something followed is still the same. */
    private static final long CERTAIN = SECOND;

    private static final long LONGEST = LOOK;
    private static final long SHORTEST = Math.ceilDiv(SECOND, 240);

    private final long[] shown;
    private final long[] paced;

    /** @param micros microseconds at which each picture is shown, from the medium's start, each later than the one before */
    FrameTiming(long[] micros) {
        if (micros.length == 0) {
            throw new IllegalArgumentException("no picture has a time");
        }
        this.shown = micros.clone();
        this.paced = new long[micros.length];
        for (int k = 1; k < micros.length; k++) {
            if (micros[k] <= micros[k - 1]) {
                throw new IllegalArgumentException("picture " + k + " is not later than the one before");
            }
            paced[k] = paced[k - 1] + Math.clamp(micros[k] - micros[k - 1], SHORTEST, LONGEST);
        }
    }

    /** Pictures whose times are known. */
    int count() {
        return shown.length;
    }

    /** The picture on the screen at a second of the medium; the last one behind the end. */
    int shownAt(double second) {
        int place = Arrays.binarySearch(shown, Math.round(second * SECOND));
        return Math.max(0, place >= 0 ? place : -place - 2);
    }

    /** The second at which a picture appears; behind the last one, that at which it ends. */
    double second(int picture) {
        if (picture < shown.length) {
            return (double) shown[picture] / SECOND;
        }
        int last = shown.length - 1;
        return (double) (shown[last] + (last > 0 ? shown[last] - shown[last - 1] : 0)) / SECOND;
    }

    /** Whether it is time to look for faces: no picture is nearer to a fifth of a second after the last look. */
    boolean isLookDue(int looked, int picture) {
        long half = (paced[picture] - paced[Math.max(0, picture - 1)]) / 2;
        return picture - looked >= MOST_BETWEEN || paced[picture] - paced[looked] + half >= LOOK;
    }

    /** The picture of the next look; that behind the last one where there is none. */
    int nextLook(int looked) {
        int next = looked + 1;
        while (next < shown.length && !isLookDue(looked, next)) {
            next++;
        }
        return next;
    }

    /** Whether something is still hidden that was not found from one picture to another, in either direction. */
    boolean isHeld(int lost, int picture) {
        return apart(lost, picture) < HOLD;
    }

    /** Whether something is still followed that was not seen from one picture to another, in either direction. */
    boolean isFollowed(int unseen, int picture) {
        return apart(unseen, picture) < UNSEEN;
    }

    /** Whether something that comes back may be what was not seen from one picture to another. */
    boolean isJoined(int unseen, int picture) {
        return apart(unseen, picture) < 2 * UNSEEN;
    }

    /** Whether something that was not seen from one picture to another is still the same for sure. */
    boolean isCertain(int unseen, int picture) {
        return apart(unseen, picture) < CERTAIN;
    }

    /** How many pictures something is followed back that is seen for the first time. */
    int followedBefore(int picture) {
        int first = picture;
        while (first > 0 && isFollowed(picture - 1, first - 1)) {
            first--;
        }
        return picture - first;
    }

    private long apart(int one, int other) {
        return Math.abs(paced[one] - paced[other]);
    }
}
