package ma.balagh.analysis.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparing at every offset is the measure: what is looked up has to find the same. */
class SoundMatcherTest {

    private static final int MINUTE = 470;
    private static final int HOUR = 29_000;

    /** Up to a third more errors than are allowed. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.1, 0.11, 0.12, 0.15})
    void findsWhatComparingAtEveryOffsetFinds(double errors) {
        var random = new Random(Double.hashCode(errors));
        int found = 0;
        for (int k = 0; k < 200; k++) {
            // Given: of one sound, stretches in another, with silence and repetition in both
            int[] one = noise(random, 8 + random.nextInt(400));
            int[] other = noise(random, 8 + random.nextInt(400));
            flatten(random, one);
            copy(random, one, other, errors);
            copy(random, one, other, errors);
            flatten(random, other);
            copy(random, one, one, errors);
            SoundFingerprint mine = fingerprint(one);
            SoundFingerprint theirs = fingerprint(other);

            // Then
            List<SoundMatch> all = mine.match(theirs);
            assertThat(new SoundMatcher(mine).matches(theirs)).isEqualTo(all);
            found += all.size();
        }
        assertThat(found).isPositive();
    }

    @Test
    void keepsNothingOfOneSoundForTheNext() {
        // Given
        var random = new Random(1);
        int[] items = noise(random, 300);
        var search = new SoundMatcher(fingerprint(items));
        List<SoundMatch> first = search.matches(fingerprint(Arrays.copyOfRange(items, 100, 200)));

        // Then
        assertThat(search.matches(fingerprint(noise(random, 400)))).isEmpty();
        assertThat(search.matches(fingerprint(Arrays.copyOfRange(items, 100, 200))))
                .isEqualTo(first)
                .hasSize(1);
    }

    @Test
    void findsTheSameWhereEverythingIsNearEverything() {
        // Given: many items differ in three bits, few windows are the same
        var random = new Random(2);
        int[] one = random.ints(2000).map(item -> item & 0x000F_000F).toArray();
        int[] other = random.ints(2000).map(item -> item & 0x000F_000F).toArray();

        // Then
        SoundFingerprint mine = fingerprint(one);
        assertThat(new SoundMatcher(mine).matches(fingerprint(other))).isEqualTo(mine.match(fingerprint(other)));
    }

    @Test
    void stopsWhenTold() {
        // Given
        SoundFingerprint sound = fingerprint(noise(new Random(3), MINUTE));
        InMemorySoundIndex library =
                InMemorySoundIndex.EMPTY.with(List.of(new InMemorySoundIndex.Entry(UUID.randomUUID(), sound)));

        // When
        Thread.currentThread().interrupt();

        // Then
        assertThatThrownBy(() -> library.heard(sound)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void tellsOfSilentMediaOnlyWhereTheyAreAskedFor() throws Exception {
        // Given
        var random = new Random(4);
        SoundFingerprint sound = fingerprint(noise(random, MINUTE));
        var same = new InMemorySoundIndex.Entry(UUID.randomUUID(), sound);
        var silent = new InMemorySoundIndex.Entry(UUID.randomUUID(), null);
        var another = new InMemorySoundIndex.Entry(UUID.randomUUID(), fingerprint(noise(random, MINUTE)));
        InMemorySoundIndex library =
                InMemorySoundIndex.EMPTY.with(List.of(another)).with(List.of(silent, same));

        // When
        var heard = library.heard(sound);

        // Then
        assertThat(heard).containsOnlyKeys(same.id());
        assertThat(library.beside(heard, java.util.Set.of(silent.id(), same.id())))
                .containsOnlyKeys(same.id(), silent.id())
                .containsEntry(silent.id(), new SoundMatchResult(null, List.of()));
    }

    /** Prints how long comparing takes with so many minutes known. */
    @Test
    @EnabledIfSystemProperty(named = "balagh.scale", matches = "\\d+")
    void isFastOnALargeBase() throws Exception {
        var random = new Random(5);
        int[] hour = noise(random, HOUR);
        InMemorySoundIndex library = InMemorySoundIndex.EMPTY.with(Stream.generate(() -> noise(random, MINUTE))
                .limit(Integer.getInteger("balagh.scale"))
                .map(items -> new InMemorySoundIndex.Entry(UUID.randomUUID(), fingerprint(items)))
                .toList());
        InMemorySoundIndex song = library.with(Stream.generate(() -> noise(random, MINUTE))
                .limit(Integer.getInteger("balagh.scale") / 2)
                .map(items -> {
                    System.arraycopy(hour, 1000, items, 100, 300);
                    return new InMemorySoundIndex.Entry(UUID.randomUUID(), fingerprint(items));
                })
                .toList());
        for (int k = 0; k < 3; k++) {
            say("an hour", library, hour);
            say("a minute", library, Arrays.copyOf(hour, MINUTE));
            say("an hour, of which a song is in a third of all", song, hour);
        }
        for (int k = 0; k < 10; k++) {
            long start = cpuTime();
            fingerprint(hour).match(fingerprint(noise(random, MINUTE)));
            System.out.printf("an hour with one at every offset: %.1f ms%n", (cpuTime() - start) / 1e6);
        }
    }

    private static void say(String what, InMemorySoundIndex library, int[] items) throws InterruptedException {
        long start = cpuTime();
        int found = library.heard(fingerprint(items)).size();
        System.out.printf(
                "%s with %d media: %.0f ms, found in %d%n", what, library.size(), (cpuTime() - start) / 1e6, found);
    }

    /** This thread's own: other work on the machine does not count. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** As Chromaprint's of tunes: four bits change from one item to the next, and each bit has its usual value. */
    private static int[] noise(Random random, int count) {
        int[] items = new int[count];
        int item = usual(random);
        for (int k = 0; k < count; k++) {
            int drawn = bits(random, 0.3);
            item = item & ~drawn | usual(random) & drawn;
            items[k] = item;
        }
        return items;
    }

    /** Unrelated tunes have their halves in common six times as often as if all bits were drawn evenly. */
    private static int usual(Random random) {
        return bits(random, 0.7) ^ 0x5A3C_96E1;
    }

    private static int bits(Random random, double share) {
        int bits = 0;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            bits |= random.nextFloat() < share ? 1 << bit : 0;
        }
        return bits;
    }

    private static void flatten(Random random, int[] items) {
        int from = random.nextInt(items.length);
        Arrays.fill(items, from, Math.min(items.length, from + random.nextInt(80)), 0x2545_F491);
    }

    private static void copy(Random random, int[] from, int[] to, double errors) {
        int count = random.nextInt(Math.min(from.length, to.length));
        int first = random.nextInt(from.length - count);
        int[] copied = Arrays.copyOfRange(from, first, first + count);
        for (int k = 0; k < count * Integer.SIZE; k++) {
            if (random.nextDouble() < errors) {
                copied[k / Integer.SIZE] ^= 1 << k % Integer.SIZE;
            }
        }
        System.arraycopy(copied, 0, to, random.nextInt(to.length - count), count);
    }

    private static SoundFingerprint fingerprint(int[] items) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * items.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(items);
        return SoundFingerprint.of(bytes.array());
    }
}
