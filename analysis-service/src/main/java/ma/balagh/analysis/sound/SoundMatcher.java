package ma.balagh.analysis.sound;

import java.util.Arrays;
import java.util.List;

/**
 * One sound, prepared for being looked for in many, with the same results as {@link SoundFingerprint#match}. A window that
 * is the same differs in so few bits that one of its items differs in three at most, hence one half of that item in one at
 * most: items are looked up by their halves, and only what stands opposite each other around such an item is compared.
 */
final class SoundMatcher {

    private static final int HALF = 16;
    private static final int VALUES = 1 << HALF;

    /** Bits of a window that change where the sound is more than silence: fewer are not lively, however it is cut. */
    private static final int LEAST_CHANGES = 4;

    private final SoundFingerprint sound;
    private final Halves low;
    private final Halves high;
    /** Which offsets were found of the present other sound; grows. */
    private boolean[] found = new boolean[0];

    SoundMatcher(SoundFingerprint sound) {
        this.sound = sound;
        boolean[] telling = telling();
        this.low = new Halves(0, telling);
        this.high = new Halves(HALF, telling);
    }

    /** Items that stand in no window of silence. */
    private boolean[] telling() {
        int reach = SoundPairMatcher.WINDOW - 1;
        int count = sound.count();
        int[] changes = new int[count + 1];
        for (int k = 0; k < count; k++) {
            changes[k + 1] = changes[k] + (k == 0 ? 0 : sound.errors(k, sound, k - 1));
        }
        boolean[] telling = new boolean[count];
        for (int k = 0; k < count; k++) {
            int first = Math.max(0, k - reach);
            int last = Math.min(count - 1, k + reach);
            telling[k] = changes[last + 1] - changes[first + 1] >= LEAST_CHANGES;
        }
        return telling;
    }

    /** The items of this sound by the values of one half that differ from theirs in one bit at most. */
    private final class Halves {

        private final int shift;
        private final int[] starts = new int[VALUES + 1];
        private final int[] items;

        Halves(int shift, boolean[] telling) {
            this.shift = shift;
            for (int k = 0; k < telling.length; k++) {
                for (int bit = 0; telling[k] && bit <= HALF; bit++) {
                    starts[neighbour(k, bit) + 1]++;
                }
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] next = starts.clone();
            items = new int[starts[VALUES]];
            for (int k = 0; k < telling.length; k++) {
                for (int bit = 0; telling[k] && bit <= HALF; bit++) {
                    items[next[neighbour(k, bit)]++] = k;
                }
            }
        }

        /** The half itself last. */
        private int neighbour(int item, int bit) {
            return half(sound.item(item)) ^ (bit == HALF ? 0 : 1 << bit);
        }

        private int half(int item) {
            return item >>> shift & VALUES - 1;
        }
    }

    /** Which seconds of the sound are the same as which of the other. */
    List<SoundMatch> matches(SoundFingerprint other) {
        var comparison = new SoundPairMatcher(sound, other);
        int offsets = sound.count() + other.count();
        found = found.length < offsets ? new boolean[2 * offsets] : found;
        var near = new Near(comparison, other);
        for (int k = 0; k < other.count() && !near.isExhausted(); k++) {
            near.look(low, k);
            near.look(high, k);
        }
        return near.matches();
    }

    /** What is near each other in both sounds. */
    private final class Near {

        private final SoundPairMatcher comparison;
        private final SoundFingerprint other;
        private final int errors;
        /** Looks that may fail until comparing everything is cheaper. */
        private long looks;

        private int count;

        Near(SoundPairMatcher comparison, SoundFingerprint other) {
            this.comparison = comparison;
            this.other = other;
            this.errors = comparison.nearest();
            this.looks = (long) sound.count() * other.count() / (2 * SoundPairMatcher.WINDOW);
        }

        boolean isExhausted() {
            return looks < 0;
        }

        void look(Halves halves, int otherItem) {
            int value = other.item(otherItem);
            int half = halves.half(value);
            int end = halves.starts[half + 1];
            for (int k = halves.starts[half]; k < end; k++) {
                int item = halves.items[k];
                if (Integer.bitCount(sound.item(item) ^ value) <= errors) {
                    confirm(item, otherItem);
                }
            }
        }

        private void confirm(int item, int otherItem) {
            int place = item - otherItem + other.count();
            if (found[place]) {
                return;
            }
            if (comparison.isSameAround(item, item - otherItem)) {
                found[place] = true;
                count++;
            } else {
                looks--;
            }
        }

        List<SoundMatch> matches() {
            int[] offsets = new int[count];
            for (int place = 0, k = 0; k < count; place++) {
                if (found[place]) {
                    found[place] = false;
                    offsets[k++] = place - other.count();
                }
            }
            return isExhausted() ? comparison.matches() : count == 0 ? List.of() : comparison.matches(offsets);
        }
    }
}
