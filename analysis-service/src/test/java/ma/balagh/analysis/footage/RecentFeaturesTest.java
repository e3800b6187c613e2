package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import ma.balagh.analysis.feature.LocalFeatures;
import org.junit.jupiter.api.Test;

final class RecentFeaturesTest {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;
    private static final int COUNT = 60;

    private final Random random = new Random(1);

    @Test
    void findsAFeatureOfWhichEachPieceHasOneBitFlipped() {
        // Given
        LocalFeatures known = invented();
        RecentFeatures table = RecentFeatures.from(0).with(keyframes(known));

        for (int bits = 0; bits <= 12; bits++) {
            // When: at random places, so that up to twelve bits leave one piece with one flipped at most
            LocalFeatures asked = changed(known, bits);

            // Then
            double found = share(table, asked);
            assertThat(found).as("%d bits", bits).isGreaterThan(bits <= 2 ? 0.999 : 0.8);
        }
    }

    @Test
    void findsHardlyAnythingOfOtherPictures() {
        // Given
        RecentFeatures table = RecentFeatures.from(0);
        for (int k = 0; k < 200; k++) {
            table = table.with(keyframes(invented()));
        }

        // Then
        var ballot = new CandidateVoteCounter(table, 0);
        for (int k = 0; k < 50; k++) {
            ballot.vote(new FeatureLookupTable(List.of(invented())), (picture, keyframe, score) -> {
                throw new AssertionError("keyframe %d by chance".formatted(keyframe));
            });
        }
    }

    @Test
    void saysMoreByAFeatureThatFewPicturesHave() {
        // Given
        LocalFeatures rare = invented();
        LocalFeatures common = invented();
        RecentFeatures table = RecentFeatures.from(0).with(keyframes(rare));
        for (int k = 0; k < 300; k++) {
            table = table.with(keyframes(common));
        }
        var scores = new float[301];

        // When
        var ballot = new CandidateVoteCounter(table, 0);
        ballot.vote(
                new FeatureLookupTable(List.of(rare, common)), (picture, keyframe, score) -> scores[keyframe] = score);

        // Then
        assertThat(scores[0]).isGreaterThan(10 * scores[1]);
        assertThat(scores[1]).isPositive();
    }

    @Test
    void doesNotTellOfWhatCameAfterTheReader() {
        // Given
        LocalFeatures picture = invented();
        RecentFeatures before = RecentFeatures.from(7).with(keyframes(picture));

        // When
        RecentFeatures after = before.with(keyframes(picture));

        // Then
        assertThat(candidates(before, 0, picture)).containsExactly(0);
        assertThat(candidates(after, 0, picture)).containsExactly(0, 1);
        assertThat(candidates(after, after.firstKeyframe(8), picture)).containsExactly(1);
        assertThat(after.entry(1)).isEqualTo(8);
        assertThat(candidates(after.since(8), 0, picture)).containsExactly(0);
        assertThat(after.since(8).entry(0)).isEqualTo(8);
    }

    @Test
    void readsWhileOthersAdd() throws InterruptedException {
        // Given
        LocalFeatures picture = invented();
        List<MediumKeyframes> others = java.util.stream.Stream.generate(() -> keyframes(invented()))
                .limit(50)
                .toList();
        var newest = new AtomicReference<>(RecentFeatures.from(0));
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int k = 0; k < 2000; k++) {
                newest.set(newest.get().with(k % 10 == 0 ? keyframes(picture) : others.get(k % 50)));
            }
        });

        // When
        do {
            RecentFeatures now = newest.get();

            // Then: neither more nor less than there was
            assertThat(candidates(now, 0, picture)).hasSize((now.keyframes() + 9) / 10);
        } while (writer.isAlive());
        writer.join();
        assertThat(candidates(newest.get(), 0, picture)).hasSize(200);
    }

    private static List<Integer> candidates(RecentFeatures table, int first, LocalFeatures asked) {
        var found = new java.util.TreeSet<Integer>();
        var ballot = new CandidateVoteCounter(table, first);
        ballot.vote(new FeatureLookupTable(List.of(asked)), (picture, keyframe, score) -> found.add(keyframe));
        return List.copyOf(found);
    }

    /** Which share of the features the lookups find. */
    private static double share(RecentFeatures table, LocalFeatures asked) {
        int found = 0;
        for (int feature = 0; feature < asked.size(); feature++) {
            var one = new LocalFeatures(
                    WIDTH,
                    HEIGHT,
                    new float[3],
                    new float[3],
                    new float[3],
                    repeated(asked.words(), feature * LocalFeatures.WORDS));
            found += candidates(table, 0, one).isEmpty() ? 0 : 1;
        }
        return (double) found / asked.size();
    }

    /** Three of the same, which make a candidate. */
    private static long[] repeated(long[] words, int at) {
        var repeated = new long[3 * LocalFeatures.WORDS];
        for (int k = 0; k < repeated.length; k++) {
            repeated[k] = words[at + k % LocalFeatures.WORDS];
        }
        return repeated;
    }

    private LocalFeatures changed(LocalFeatures known, int bits) {
        long[] words = known.words().clone();
        for (int feature = 0; feature < known.size(); feature++) {
            for (int k = 0; k < bits; k++) {
                int bit = random.nextInt(256);
                words[feature * LocalFeatures.WORDS + bit / Long.SIZE] ^= 1L << bit;
            }
        }
        return new LocalFeatures(WIDTH, HEIGHT, known.x(), known.y(), known.scale(), words);
    }

    private LocalFeatures invented() {
        return new LocalFeatures(
                WIDTH,
                HEIGHT,
                new float[COUNT],
                new float[COUNT],
                new float[COUNT],
                random.longs((long) COUNT * LocalFeatures.WORDS).toArray());
    }

    private static MediumKeyframes keyframes(LocalFeatures set) {
        return new MediumKeyframes(
                new FrameTimeline(0, 0, new int[] {0}, new int[] {0}, new boolean[] {false}), List.of(set));
    }
}
