package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ma.balagh.analysis.feature.FeatureExtractor;
import ma.balagh.analysis.feature.LocalFeatures;
import ma.balagh.analysis.fingerprint.Fingerprint;

/**
 * Collects the local features of a medium's frames at regular times. Where they get too many, every second one is
 * dropped, as often as needed; a frame that hardly differs from the one before takes its features. For one thread.
 */
final class KeyframeRecorder {

    /** More than this of one medium are not kept. */
    static final int LIMIT = 1024;

    /** Frames within this distance of the first of a run belong to it. */
    private static final int RUN_DISTANCE = 10;

    private record Keyframe(int millis, int run, LocalFeatures features) {}

    private final FeatureExtractor extractor = new FeatureExtractor();
    private List<Keyframe> keyframes = new ArrayList<>();
    private final KeyframePictureRecorder pictures;
    private int intervalMillis;
    private Fingerprint first = new Fingerprint(0, 0, 0, 0);

    KeyframeRecorder(int intervalMillis) {
        this.intervalMillis = intervalMillis;
        this.pictures = new KeyframePictureRecorder(intervalMillis);
    }

    void see(int millis, Fingerprint fingerprint, byte[] luma, int width, int height) {
        if (!keyframes.isEmpty() && millis < keyframes.getLast().millis() + intervalMillis) {
            return;
        }
        boolean isSame = !keyframes.isEmpty() && fingerprint.distance(first) <= RUN_DISTANCE;
        int run = keyframes.isEmpty() ? 0 : keyframes.getLast().run() + (isSame ? 0 : 1);
        if (!isSame) {
            first = fingerprint;
        }
        LocalFeatures features = isSame ? keyframes.getLast().features() : extractor.extract(luma, width, height);
        keyframes.add(new Keyframe(millis, run, features));
        pictures.see(millis, run, luma, width, height);
        if (keyframes.size() > LIMIT) {
            halve();
        }
    }

    private void halve() {
        keyframes = new ArrayList<>(IntStream.range(0, keyframes.size())
                .filter(k -> k % 2 == 0)
                .mapToObj(keyframes::get)
                .toList());
        intervalMillis *= 2;
    }

    KeyframePictures pictures(long durationMillis) {
        return pictures.pictures(durationMillis);
    }

    MediumKeyframes keyframes(long durationMillis) {
        int[] runs =
                FrameTimeline.counted(keyframes.stream().mapToInt(Keyframe::run).toArray());
        List<LocalFeatures> features =
                keyframes.stream().map(Keyframe::features).toList();
        return new MediumKeyframes(
                MediumKeyframes.timeline(
                        durationMillis,
                        durationMillis == 0 ? 0 : intervalMillis,
                        keyframes.stream().mapToInt(Keyframe::millis).toArray(),
                        runs,
                        features),
                features);
    }
}
