package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps some keyframes' pictures: where they get too many, every second one is dropped. For one thread. */
final class KeyframePictureRecorder {

    /** More than this of one medium are not kept: pictures take memory while a medium is examined. */
    static final int LIMIT = 48;

    private record Picture(int millis, int run, byte[] luma) {}

    private List<Picture> pictures = new ArrayList<>();
    private int intervalMillis;
    private int width;
    private int height;

    KeyframePictureRecorder(int intervalMillis) {
        this.intervalMillis = intervalMillis;
    }

    /** Sees the next keyframe. */
    void see(int millis, int run, byte[] luma, int width, int height) {
        if (!pictures.isEmpty() && millis < pictures.getLast().millis() + intervalMillis) {
            return;
        }
        this.width = width;
        this.height = height;
        boolean isSame = !pictures.isEmpty() && pictures.getLast().run() == run;
        pictures.add(new Picture(millis, run, isSame ? pictures.getLast().luma() : luma.clone()));
        if (pictures.size() > LIMIT) {
            pictures = new ArrayList<>(IntStream.range(0, pictures.size())
                    .filter(k -> k % 2 == 0)
                    .mapToObj(pictures::get)
                    .toList());
            intervalMillis *= 2;
        }
    }

    KeyframePictures pictures(long durationMillis) {
        var timeline = new FrameTimeline(
                durationMillis,
                durationMillis == 0 ? 0 : intervalMillis,
                pictures.stream().mapToInt(Picture::millis).toArray(),
                FrameTimeline.counted(pictures.stream().mapToInt(Picture::run).toArray()),
                new boolean[pictures.size()]);
        return new KeyframePictures(
                timeline, width, height, pictures.stream().map(Picture::luma).toList());
    }
}
