package ma.balagh.analysis.face;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a {@link FaceDetectionModel} on pictures of one size. Not for several threads at once: it keeps its work space. */
final class FaceDetectionNetwork {

    /** Sides of pictures are multiples of it: the network halves them so often. */
    static final int STEP = 32;

    private final FaceDetectionModel model;
    private final Map<Integer, Integer> lastUse = new HashMap<>();
    private final Map<Integer, Deque<float[]>> spare = new HashMap<>();
    private final Map<Integer, FeaturePlanes> live = new HashMap<>();

    FaceDetectionNetwork(FaceDetectionModel model) {
        this.model = model;
        for (int k = 0; k < model.layers().size(); k++) {
            switch (model.layers().get(k)) {
                case NetworkLayer.Stem stem -> lastUse.put(stem.input(), k);
                case NetworkLayer.Mixture mixture -> lastUse.put(mixture.input(), k);
                case NetworkLayer.Filter filter -> lastUse.put(filter.input(), k);
                case NetworkLayer.Doubling doubling -> lastUse.put(doubling.input(), k);
                case NetworkLayer.Spreading spreading -> lastUse.put(spreading.input(), k);
                case NetworkLayer.Sum sum -> {
                    lastUse.put(sum.input(), k);
                    lastUse.put(sum.other(), k);
                }
            }
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
            FeaturePlanes output = apply(layer);
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

    private FeaturePlanes apply(NetworkLayer layer) {
        return switch (layer) {
            case NetworkLayer.Stem stem -> {
                FeaturePlanes in = planes(stem.input());
                FeaturePlanes out = space(stem.bias().length, in.width() / 2, in.height() / 2);
                DepthwiseConvolutionLayer filtering = new DepthwiseConvolutionLayer(in.width(), in.height(), 2);
                filtering.load(in.channels()[0]);
                for (int channel = 0; channel < out.channels().length; channel++) {
                    filtering.filter(stem.weights()[channel], stem.bias()[channel], out.channels()[channel]);
                }
                yield out;
            }
            case NetworkLayer.Filter filter -> filtered(filter, planes(filter.input()));
            case NetworkLayer.Mixture mixture -> {
                FeaturePlanes in = planes(mixture.input());
                FeaturePlanes out = space(mixture.bias().length, in.width(), in.height());
                PointwiseConvolutionLayer.mix(mixture, in, out);
                yield out;
            }
            case NetworkLayer.Sum sum -> {
                FeaturePlanes in = planes(sum.input());
                FeaturePlanes out = space(in.channels().length, in.width(), in.height());
                add(in, planes(sum.other()), out);
                yield out;
            }
            case NetworkLayer.Doubling doubling -> {
                FeaturePlanes in = planes(doubling.input());
                FeaturePlanes out = space(in.channels().length, 2 * in.width(), 2 * in.height());
                UpsamplingLayer.between(in, out);
                yield out;
            }
            case NetworkLayer.Spreading spreading -> {
                FeaturePlanes in = planes(spreading.input());
                FeaturePlanes out = space(in.channels().length / 4, 2 * in.width(), 2 * in.height());
                UpsamplingLayer.spread(in, out);
                yield out;
            }
        };
    }

    private FeaturePlanes filtered(NetworkLayer.Filter filter, FeaturePlanes in) {
        int channels = in.channels().length;
        FeaturePlanes out = space(channels, in.width() / filter.stride(), in.height() / filter.stride());
        DepthwiseConvolutionLayer filtering = new DepthwiseConvolutionLayer(in.width(), in.height(), filter.stride());
        for (int channel = 0; channel < channels; channel++) {
            filtering.load(in.channels()[channel]);
            filtering.filter(filter.weights()[channel], filter.bias()[channel], out.channels()[channel]);
        }
        return out;
    }

    private static void add(FeaturePlanes one, FeaturePlanes other, FeaturePlanes sum) {
        for (int channel = 0; channel < sum.channels().length; channel++) {
            add(one.channels()[channel], other.channels()[channel], sum.channels()[channel]);
        }
    }

    private static void add(float[] one, float[] other, float[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] = one[k] + other[k];
        }
    }

    private static void rectify(FeaturePlanes planes) {
        for (float[] channel : planes.channels()) {
            for (int k = 0; k < channel.length; k++) {
                channel[k] = Math.max(0, channel[k]);
            }
        }
    }

    private FeaturePlanes planes(int tensor) {
        FeaturePlanes planes = live.get(tensor);
        if (planes == null) {
            throw new IllegalStateException("tensor " + tensor + " is used before it is there");
        }
        return planes;
    }

    private FeaturePlanes space(int channels, int width, int height) {
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
