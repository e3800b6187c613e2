package ma.balagh.analysis.face;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a {@link FaceDetectionModel} on pictures of one size. Not for several threads at once: it keeps its work space. */
final class FaceDetectionNetwork implements NetworkLayer.Tensors {

    /** Sides of pictures are multiples of it: the network halves them so often. */
    static final int STEP = 32;

    private final FaceDetectionModel model;
    private final Map<Integer, Integer> lastUse = new HashMap<>();
    private final Map<Integer, Deque<float[]>> spare = new HashMap<>();
    private final Map<Integer, FeaturePlanes> live = new HashMap<>();

    FaceDetectionNetwork(FaceDetectionModel model) {
        this.model = model;
        for (int k = 0; k < model.layers().size(); k++) {
            lastUse.put(model.layers().get(k).input(), k);
            lastUse.put(model.layers().get(k).other(), k);
        }
    }

    /** What the network says about a picture; valid until the next one. */
    record Answer(FeaturePlanes places, FeaturePlanes scores) {}

    /** @param grey one channel of -1 (black) to 1 (white) */
    Answer run(FeaturePlanes grey) {
        live.values().forEach(this::release);
        live.clear();
        live.put(model.input(), grey);
        for (int k = 0; k < model.layers().size(); k++) {
            NetworkLayer layer = model.layers().get(k);
            FeaturePlanes output = layer.run(this);
            if (layer.isRectified()) {
                rectify(output);
            }
            live.put(layer.output(), output);
            int step = k;
            live.entrySet().removeIf(entry -> {
                boolean over = lastUse.getOrDefault(entry.getKey(), Integer.MAX_VALUE) <= step;
                if (over && entry.getValue() != grey) {
                    release(entry.getValue());
                }
                return over;
            });
        }
        return new Answer(planes(model.places()), planes(model.scores()));
    }

    private static void rectify(FeaturePlanes planes) {
        for (float[] channel : planes.channels()) {
            for (int k = 0; k < channel.length; k++) {
                channel[k] = Math.max(0, channel[k]);
            }
        }
    }

    @Override
    public FeaturePlanes planes(int tensor) {
        FeaturePlanes planes = live.get(tensor);
        if (planes == null) {
            throw new IllegalStateException("tensor " + tensor + " is used before it is there");
        }
        return planes;
    }

    @Override
    public FeaturePlanes space(int channels, int width, int height) {
        Deque<float[]> unused = spare.computeIfAbsent(width * height, size -> new ArrayDeque<>());
        float[][] values = new float[channels][];
        for (int channel = 0; channel < channels; channel++) {
            float[] one = unused.poll();
            values[channel] = one == null ? new float[width * height] : one;
        }
        return new FeaturePlanes(width, height, values);
    }

    private void release(FeaturePlanes planes) {
        spare.computeIfAbsent(planes.size(), size -> new ArrayDeque<>()).addAll(List.of(planes.channels()));
    }
}
