package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import ma.balagh.analysis.fingerprint.PdqHasher;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;
import ma.balagh.analysis.motion.FilmThumbnails;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class FrameIndexTest {

    private static final int DISTANCE = 48;

    @Property(tries = 60)
    void findsWhatThePlainScanFinds(@ForAll long seed, @ForAll @IntRange(max = 8) int from) {
        // Given: tracks of many blocks, and a query near to some of their frames, in all ways of being near
        var random = new Random(seed);
        List<FingerprintTrack> tracks = new ArrayList<>();
        for (int k = 0; k < 9; k++) {
            tracks.add(track(random, random.nextInt(400)));
        }
        FootageQuery query = new FootageQuery(
                asked(random, tracks),
                List.of(asked(random, tracks), asked(random, tracks)),
                MediumKeyframes.NONE,
                KeyframePictures.NONE,
                FilmThumbnails.NONE);
        FrameIndex index = index(tracks);

        // When
        BitSet near = index.near(FrameQuery.of(query), DISTANCE, from);

        // Then
        assertThat(near).isEqualTo(plainScan(query, tracks, from));
    }

    @Test
    void findsAllThatALongQueryIsSurelyNearTo() {
        // Given: a query of many runs, near to every second track
        var random = new Random(4);
        List<FingerprintTrack> tracks = new ArrayList<>();
        QueryTrack asked = asked(random, track(random, 3000), 3);
        for (int k = 0; k < 10; k++) {
            FingerprintTrack known = track(random, 200);
            tracks.add(known);
            if (k % 2 == 0) {
                differ(
                        known.words(),
                        clear(known.timeline(), 0),
                        asked.variants()[k % asked.variants().length],
                        clear(asked.track().timeline(), 100 * k),
                        MultiIndexFrameMatcher.SURE,
                        random);
            }
        }
        var query = FrameQuery.of(
                new FootageQuery(asked, List.of(), MediumKeyframes.NONE, KeyframePictures.NONE, FilmThumbnails.NONE));
        FrameIndex index = index(tracks);

        // Then
        assertThat(query.bundles()).hasSizeGreaterThan(1024);
        assertThat(index.near(query, DISTANCE, 0).stream()).containsExactly(0, 2, 4, 6, 8);
        assertThat(index.near(query, DISTANCE, 3).stream()).containsExactly(4, 6, 8);
    }

    /** The first frame from one on that is not plain. */
    private static int clear(FrameTimeline timeline, int from) {
        int frame = from;
        while (timeline.plain()[frame]) {
            frame++;
        }
        return frame;
    }

    @Test
    void findsExactlyWhatIsAtTheDistance() {
        for (int bits : List.of(DISTANCE, DISTANCE + 1)) {
            // Given
            var random = new Random(bits);
            FingerprintTrack track = track(random, 3);
            var query = new FootageQuery(
                    asked(random, track, bits),
                    List.of(),
                    MediumKeyframes.NONE,
                    KeyframePictures.NONE,
                    FilmThumbnails.NONE);

            // Then
            assertThat(index(List.of(track))
                            .near(FrameQuery.of(query), DISTANCE, 0)
                            .get(0))
                    .isEqualTo(bits == DISTANCE);
        }
    }

    @Test
    void givesTracksBackAsTheyWere() {
        // Given
        var random = new Random(1);
        List<FingerprintTrack> tracks =
                List.of(track(random, 700), track(random, 0), track(random, 1), track(random, 513));

        // When
        FrameIndex index = index(tracks);

        // Then
        for (int k = 0; k < tracks.size(); k++) {
            assertThat(index.track(k).words()).isEqualTo(tracks.get(k).words());
            assertThat(index.track(k).timeline()).isSameAs(tracks.get(k).timeline());
        }
    }

    @Test
    void keepsWhatAnEarlierStateHeld() {
        // Given
        var random = new Random(2);
        FingerprintTrack first = track(random, 40);
        FingerprintTrack second = track(random, 40);
        var query = new FootageQuery(
                asked(random, second, 0), List.of(), MediumKeyframes.NONE, KeyframePictures.NONE, FilmThumbnails.NONE);
        FrameIndex before = index(List.of(first));

        // When
        FrameIndex after = before.with(second);

        // Then
        assertThat(before.near(FrameQuery.of(query), DISTANCE, 0).isEmpty()).isTrue();
        assertThat(after.near(FrameQuery.of(query), DISTANCE, 0).stream()).containsExactly(1);
    }

    @Test
    void comparesAllMirroredVariantsOfAPictureAtOnce() {
        // Given
        var random = new Random(3);
        var luma = new byte[64 * 64];
        random.nextBytes(luma);
        var recorder = new FootageRecorder(0);
        recorder.add(0, new PdqHasher().picture(luma, 64, 64));

        // When
        FrameQuery query = FrameQuery.of(recorder.query());

        // Then
        assertThat(query.bundles())
                .hasSize(2)
                .allSatisfy(bundle -> assertThat(bundle.reach()).isLessThan(32));
    }

    private static FrameIndex index(List<FingerprintTrack> tracks) {
        FrameIndex index = FrameIndex.EMPTY;
        for (FingerprintTrack track : tracks) {
            index = index.with(track);
        }
        return index;
    }

    /** Every frame of the one in every variant with every frame of the others. */
    private static BitSet plainScan(FootageQuery query, List<FingerprintTrack> tracks, int from) {
        List<QueryTrack> asked = new ArrayList<>(query.insets());
        asked.add(query.whole());
        var near = new BitSet();
        for (int number = from; number < tracks.size(); number++) {
            for (QueryTrack one : asked) {
                near.set(number, near.get(number) || isNear(one, tracks.get(number)));
            }
        }
        return near;
    }

    private static boolean isNear(QueryTrack one, FingerprintTrack other) {
        for (long[] words : one.variants()) {
            for (int k = 0; k < one.track().size(); k++) {
                for (int o = 0; o < other.size(); o++) {
                    if (!one.track().timeline().plain()[k]
                            && !other.timeline().plain()[o]
                            && other.distance(o, words, k) <= DISTANCE) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Frames in runs, some of them plain. */
    private static FingerprintTrack track(Random random, int size) {
        var words = new long[size * FingerprintTrack.WORDS];
        for (int k = 0; k < size; k++) {
            if (k > 0 && random.nextInt(3) > 0) {
                differ(words, k - 1, words, k, random.nextInt(12), random);
            } else {
                for (int w = 0; w < FingerprintTrack.WORDS; w++) {
                    words[k * FingerprintTrack.WORDS + w] = random.nextLong();
                }
            }
        }
        return new FingerprintTrack(timeline(random, size), words, List.of(Rectangle.ALL));
    }

    private static FrameTimeline timeline(Random random, int size) {
        var millis = new int[size];
        var runs = new int[size];
        var plain = new boolean[size];
        for (int k = 0; k < size; k++) {
            millis[k] = 500 * k;
            runs[k] = k == 0 ? 0 : runs[k - 1] + random.nextInt(2);
            plain[k] = size > 3 && random.nextInt(8) == 0;
        }
        return new FrameTimeline(500L * size, 500, millis, runs, plain);
    }

    /** Some frames, of which a few are around the distance from one of the tracks'. */
    private static QueryTrack asked(Random random, List<FingerprintTrack> tracks) {
        QueryTrack asked = asked(random, track(random, 1 + random.nextInt(30)), 3);
        for (int k = 0; k < random.nextInt(4); k++) {
            FingerprintTrack known = tracks.get(random.nextInt(tracks.size()));
            if (known.size() > 0) {
                differ(
                        known.words(),
                        random.nextInt(known.size()),
                        asked.variants()[random.nextInt(asked.variants().length)],
                        random.nextInt(asked.track().size()),
                        DISTANCE - 3 + random.nextInt(6),
                        random);
            }
        }
        return asked;
    }

    /** A track so far from this one, with variants that are nearly mirrored. */
    private static QueryTrack asked(Random random, FingerprintTrack track, int bits) {
        var variants = new long[Transformation.ALL.size()][track.words().length];
        for (int variant = 0; variant < variants.length; variant++) {
            for (int k = 0; k < track.size(); k++) {
                differ(track.words(), k, variants[variant], k, variant == 0 ? bits : random.nextInt(20), random);
                for (int w = 0; w < FingerprintTrack.WORDS; w++) {
                    variants[variant][k * FingerprintTrack.WORDS + w] ^= variant < 4
                            ? FingerprintQuarters.TURNED[variant]
                            : FingerprintQuarters.TURNED[variant - 4] ^ 0x0F0F0F0FL;
                }
            }
        }
        return new QueryTrack(track, variants);
    }

    /** Makes one fingerprint another one with so many other bits. */
    private static void differ(long[] from, int frame, long[] to, int target, int bits, Random random) {
        System.arraycopy(
                from, frame * FingerprintTrack.WORDS, to, target * FingerprintTrack.WORDS, FingerprintTrack.WORDS);
        random.ints(0, 256)
                .distinct()
                .limit(bits)
                .forEach(bit -> to[target * FingerprintTrack.WORDS + bit / 64] ^= 1L << bit);
    }
}
