package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;
import org.junit.jupiter.api.Test;

final class MultiIndexFrameMatcherTest {

    private static final int FRAMES = 3000;
    private static final int BITS = 256;

    private final Random random = new Random(1);
    private final long[] known =
            random.longs((long) FRAMES * FingerprintTrack.WORDS).toArray();
    private final FrameIndex index = index();

    @Test
    void missesNothingWithinTheSureDistanceHoweverItsBitsLie() {
        // Given: 31 bits, two in each piece of 16 but for one
        var asked = known.clone();
        var order = new long[FingerprintTrack.WORDS];
        for (int frame = 0; frame < FRAMES; frame++) {
            var sorted = new int[FingerprintQuarters.INTS];
            FingerprintQuarters.sort(asked, frame * FingerprintTrack.WORDS, sorted, 0, 1);
            int spared = random.nextInt(16);
            for (int piece = 0; piece < 16; piece++) {
                int bit = random.nextInt(8);
                sorted[piece / 2] ^= 1 << piece % 2 * 16 + bit;
                sorted[piece / 2] ^= piece == spared ? 0 : 1 << piece % 2 * 16 + 8 + bit;
            }
            FingerprintQuarters.restore(sorted, 0, 1, order, 0);
            System.arraycopy(order, 0, asked, frame * FingerprintTrack.WORDS, FingerprintTrack.WORDS);
        }

        // Then
        assertThat(found(asked, MultiIndexFrameMatcher.SURE)).hasSize(FRAMES);
    }

    @Test
    void findsMostOfWhatIsFurtherAway() {
        // Then: measured 0.996 and 0.973
        assertThat(found(changed(40), 48).size()).isGreaterThan(FRAMES * 98 / 100);
        assertThat(found(changed(48), 48).size()).isBetween(FRAMES * 94 / 100, FRAMES * 99 / 100);
        assertThat(found(changed(49), 48)).isEmpty();
    }

    @Test
    void looksOnlyAtTheFramesThatAreAskedFor() {
        // When
        var pairs = new HashSet<List<Integer>>();
        new MultiIndexFrameMatcher(known)
                .look(index.blocks(), 700, 1500, 0, (sought, frame) -> pairs.add(List.of(sought, frame)));

        // Then
        assertThat(pairs).hasSize(800).contains(List.of(700, 700), List.of(1499, 1499));
    }

    @Test
    void findsThroughItsPiecesByTurnsWhatItFindsThroughAll() {
        // When
        var pairs = new HashSet<List<Integer>>();
        var matcher = new MultiIndexFrameMatcher(changed(40));
        for (int piece = 0; piece < MultiIndexFrameMatcher.PIECES; piece++) {
            matcher.look(
                    piece,
                    piece + 1,
                    index.blocks(),
                    0,
                    FRAMES,
                    48,
                    (sought, frame) -> pairs.add(List.of(sought, frame)));
        }

        // Then
        var all = new HashSet<List<Integer>>();
        matcher.look(index.blocks(), 0, FRAMES, 48, (sought, frame) -> all.add(List.of(sought, frame)));
        assertThat(pairs).isEqualTo(all).hasSizeGreaterThan(FRAMES * 98 / 100);
    }

    /** The numbers of what was found where it stands. */
    private Set<Integer> found(long[] asked, int distance) {
        Set<Integer> found = new HashSet<>();
        new MultiIndexFrameMatcher(asked).look(index.blocks(), 0, FRAMES, distance, (sought, frame) -> {
            assertThat(sought).isEqualTo(frame);
            found.add(frame);
        });
        return found;
    }

    private long[] changed(int bits) {
        var changed = known.clone();
        for (int frame = 0; frame < FRAMES; frame++) {
            Set<Integer> turned = new HashSet<>();
            while (turned.size() < bits) {
                int bit = random.nextInt(BITS);
                if (turned.add(bit)) {
                    changed[frame * FingerprintTrack.WORDS + bit / Long.SIZE] ^= 1L << bit;
                }
            }
        }
        return changed;
    }

    private FrameIndex index() {
        FrameIndex filled = FrameIndex.EMPTY;
        for (int from = 0; from < FRAMES; from += 100) {
            var numbers = new int[100];
            Arrays.setAll(numbers, k -> k);
            filled = filled.with(new FingerprintTrack(
                    new FrameTimeline(100, 1, numbers, numbers, new boolean[100]),
                    Arrays.copyOfRange(known, from * FingerprintTrack.WORDS, (from + 100) * FingerprintTrack.WORDS),
                    List.of(Rectangle.ALL)));
        }
        return filled;
    }
}
