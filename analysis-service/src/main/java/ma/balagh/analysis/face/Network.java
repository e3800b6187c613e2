package ma.balagh.analysis.face;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a {@link Model} on pictures of one size. Not for several threads at once: it keeps its work space. */
final class Network {

    /** Sides of pictures are multiples of it: the network halves them so often. */
    static final int STEP = 32;

    private final Model model;
    private final Map<Integer, Integer> lastUse = new HashMap<>();
    private final Map<Integer, Deque<float[]>> spare = new HashMap<>();
    private final Map<Integer, Planes> live = new HashMap<>();

    Network(Model model) {
        this.model = model;
        for (int k = 0; k < model.layers().size(); k++) {
            switch (model.layers().get(k)) {
                case Layer.Stem stem -> lastUse.put(stem.input(), k);
                case Layer.Mixture mixture -> lastUse.put(mixture.input(), k);
                case Layer.Filter filter -> lastUse.put(filter.input(), k);
                case Layer.Doubling doubling -> lastUse.put(doubling.input(), k);
                case Layer.Spreading spreading -> lastUse.put(spreading.input(), k);
                case Layer.Sum sum -> {
                    lastUse.put(sum.input(), k);
                    lastUse.put(sum.other(), k);
                }
            }
        }
    }

    /** What the network says about a picture; valid until the next one. */
    record Answer(Planes places, Planes scores) {}

    /** @param grey one channel of -1 (black) to 1 (white) */
    Answer run(Planes grey) {
        live.values().forEach(this::release);
        live.clear();
        live.put(model.input(), grey);
        for (int k = 0; k < model.layers().size(); k++) {
            Layer layer = model.layers().get(k);
            Planes output = apply(layer);
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

    private Planes apply(Layer layer) {
        return switch (layer) {
            case Layer.Stem stem -> {
                Planes in = planes(stem.input());
                Planes out = space(stem.bias().length, in.width() / 2, in.height() / 2);
                Filtering filtering = new Filtering(in.width(), in.height(), 2);
                filtering.load(in.channels()[0]);
                for (int channel = 0; channel < out.channels().length; channel++) {
                    filtering.filter(stem.weights()[channel], stem.bias()[channel], out.channels()[channel]);
                }
                yield out;
            }
            case Layer.Filter filter -> filtered(filter, planes(filter.input()));
            case Layer.Mixture mixture -> {
                Planes in = planes(mixture.input());
                Planes out = space(mixture.bias().length, in.width(), in.height());
                Mixing.mix(mixture, in, out);
                yield out;
            }
            case Layer.Sum sum -> {
                Planes in = planes(sum.input());
                Planes out = space(in.channels().length, in.width(), in.height());
                add(in, planes(sum.other()), out);
                yield out;
            }
            case Layer.Doubling doubling -> {
                Planes in = planes(doubling.input());
                Planes out = space(in.channels().length, 2 * in.width(), 2 * in.height());
                Enlarging.between(in, out);
                yield out;
            }
            case Layer.Spreading spreading -> {
                Planes in = planes(spreading.input());
                Planes out = space(in.channels().length / 4, 2 * in.width(), 2 * in.height());
                Enlarging.spread(in, out);
                yield out;
            }
        };
    }

    private Planes filtered(Layer.Filter filter, Planes in) {
        int channels = in.channels().length;
        Planes out = space(channels, in.width() / filter.stride(), in.height() / filter.stride());
        Filtering filtering = new Filtering(in.width(), in.height(), filter.stride());
        for (int channel = 0; channel < channels; channel++) {
            filtering.load(in.channels()[channel]);
            filtering.filter(filter.weights()[channel], filter.bias()[channel], out.channels()[channel]);
        }
        return out;
    }

    private static void add(Planes one, Planes other, Planes sum) {
        for (int channel = 0; channel < sum.channels().length; channel++) {
            add(one.channels()[channel], other.channels()[channel], sum.channels()[channel]);
        }
    }

    private static void add(float[] one, float[] other, float[] sum) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] = one[k] + other[k];
        }
    }

    private static void rectify(Planes planes) {
        for (float[] channel : planes.channels()) {
            for (int k = 0; k < channel.length; k++) {
                channel[k] = Math.max(0, channel[k]);
            }
        }
    }

    private Planes planes(int tensor) {
        Planes planes = live.get(tensor);
        if (planes == null) {
            throw new IllegalStateException("tensor " + tensor + " is used before it is there");
        }
        return planes;
    }

    private Planes space(int channels, int width, int height) {
        Deque<float[]> unused = spare.computeIfAbsent(width * height, size -> new ArrayDeque<>());
        float[][] values = new float[channels][];
        for (int channel = 0; channel < channels; channel++) {
            float[] one = unused.poll();
            values[channel] = one == null ? new float[width * height] : one;
        }
        return new Planes(width, height, values);
    }

    private void release(Planes planes) {
        spare.computeIfAbsent(planes.size(), size -> new ArrayDeque<>()).addAll(List.of(planes.channels()));
    }
}
