package ma.balagh.analysis.footage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import ma.balagh.analysis.feature.LocalFeatures;
import ma.balagh.analysis.feature.Scene;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;
import ma.balagh.analysis.motion.FilmThumbnails;

/**
 * Media of thirty seconds that never were, for measuring with many of them: unrelated pictures, and in each second as
 * many local features as real clips have. A feature is put together of pieces of 16 bits of different real ones, so that
 * pieces are as common as they really are, and no two features alike.
 */
public final class InventedMedia {

    private static final int SECONDS = 30;
    private static final int WIDTH = 512;
    private static final int HEIGHT = 288;

    private final Random random = new Random(1);
    private final List<long[]> descriptors = new ArrayList<>();

    private InventedMedia() {
        for (int seed = 0; seed < 60; seed++) {
            var recorder = new FootageRecorder(0);
            recorder.see(0, Scene.of(seed, WIDTH, HEIGHT).drawn(), WIDTH, HEIGHT);
            descriptors.add(recorder.query().keyframes().features().getFirst().words());
        }
    }

    /** Makes so many known. */
    public static void fill(int count) {
        var invented = new InventedMedia();
        var repository = CDI.current().select(FootageRepository.class).get();
        for (int k = 0; k < count; k++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> repository.append(UUID.randomUUID(), invented.medium(), FilmThumbnails.NONE));
        }
    }

    private MediumFootage medium() {
        var whole = new FingerprintTrack(
                timeline(2 * SECONDS, 500),
                random.longs(2L * SECONDS * FingerprintTrack.WORDS).toArray(),
                List.of(Rectangle.ALL));
        List<LocalFeatures> features = new ArrayList<>();
        for (int k = 0; k < SECONDS; k++) {
            features.add(features(64 + random.nextInt(33)));
        }
        return new MediumFootage(whole, List.of(), new MediumKeyframes(timeline(SECONDS, 1000), features));
    }

    private FrameTimeline timeline(int size, int interval) {
        var millis = new int[size];
        var runs = new int[size];
        for (int k = 0; k < size; k++) {
            millis[k] = interval * k;
            runs[k] = k;
        }
        return new FrameTimeline(1000L * SECONDS, interval, millis, runs, new boolean[size]);
    }

    private LocalFeatures features(int count) {
        var x = new float[count];
        var y = new float[count];
        var scale = new float[count];
        var words = new long[count * LocalFeatures.WORDS];
        for (int k = 0; k < count; k++) {
            x[k] = random.nextInt(WIDTH);
            y[k] = random.nextInt(HEIGHT);
            scale[k] = 2 + random.nextInt(20);
            for (int w = 0; w < LocalFeatures.WORDS; w++) {
                for (int piece = 0; piece < Long.SIZE; piece += Short.SIZE) {
                    long[] source = descriptors.get(random.nextInt(descriptors.size()));
                    int other = random.nextInt(source.length / LocalFeatures.WORDS);
                    words[k * LocalFeatures.WORDS + w] |= source[other * LocalFeatures.WORDS + w] & 0xFFFFL << piece;
                }
            }
        }
        return new LocalFeatures(WIDTH, HEIGHT, x, y, scale, words);
    }
}
