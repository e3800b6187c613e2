package ma.balagh.analysis.fingerprint;

/**
 * Finds a value that divides others into larger and smaller ones, by counting: a loop that processors do many of at a
 * time.
 */
public final class MedianSelector {

    private MedianSelector() {}

    /**
     * A value that so many others exceed; where equal values stand in the way, the least one that not more exceed.
     *
     * @param values at least one; none is further from another than {@link Integer#MAX_VALUE}
     * @param count 0 to one less than there are values
     */
    public static int exceededBy(int count, int[] values) {
        int low = least(values);
        int high = greatest(values);
        while (low < high) {
            int middle = low + (high - low >>> 1);
            int greater = greater(values, middle);
            if (greater == count) {
                return middle;
            }
            if (greater < count) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int least(int[] values) {
        int least = values[0];
        for (int value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static int greatest(int[] values) {
        int greatest = values[0];
        for (int value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }

    private static int greater(int[] values, int than) {
        int greater = 0;
        for (int value : values) {
            greater += isGreater(value, than);
        }
        return greater;
    }

    /** 1 or 0, from the sign of the difference: which of both it is cannot be foretold, and a wrong guess is dear. */
    public static int isGreater(int value, int than) {
        return than - value >>> 31;
    }
}
