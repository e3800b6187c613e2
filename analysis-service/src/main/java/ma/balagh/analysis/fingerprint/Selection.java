package ma.balagh.analysis.fingerprint;

/** Finds what would stand at a place if all were sorted, without sorting all (C. A. R. Hoare, Algorithm 65: FIND, 1961). */
public final class Selection {

    private Selection() {}

    /**
     * What stands at {@code k} when the values from {@code from} on are sorted. They are reordered: none before
     * {@code k} is greater, none after it smaller.
     *
     * @param values without NaN
     */
    public static double select(double[] values, int from, int k) {
        int left = from;
        int right = values.length - 1;
        while (left < right) {
            double pivot = values[k];
            int up = left;
            int down = right;
            while (up <= down) {
                while (values[up] < pivot) {
                    up++;
                }
                while (pivot < values[down]) {
                    down--;
                }
                if (up <= down) {
                    double swapped = values[up];
                    values[up++] = values[down];
                    values[down--] = swapped;
                }
            }
            left = down < k ? up : left;
            right = k < up ? down : right;
        }
        return values[k];
    }
}
