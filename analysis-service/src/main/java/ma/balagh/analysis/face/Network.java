package ma.balagh.analysis.face;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
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
                rectify(output.values());
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
                Filtering filtering = new Filtering(in.width(), in.height());
                filtering.load(in, 0);
                for (int channel = 0; channel < out.channels(); channel++) {
                    filtering.halved(stem.weights()[channel], stem.bias()[channel], out, channel);
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
                Planes out = space(in.channels(), in.width(), in.height());
                add(in.values(), planes(sum.other()).values(), out.values(), out.channels() * out.size());
                yield out;
            }
            case Layer.Doubling doubling -> {
                Planes in = planes(doubling.input());
                Planes out = space(in.channels(), 2 * in.width(), 2 * in.height());
                Enlarging.between(in, out);
                yield out;
            }
            case Layer.Spreading spreading -> {
                Planes in = planes(spreading.input());
                Planes out = space(in.channels() / 4, 2 * in.width(), 2 * in.height());
                Enlarging.spread(in, out);
                yield out;
            }
        };
    }

    private Planes filtered(Layer.Filter filter, Planes in) {
        Planes out = space(in.channels(), in.width() / filter.stride(), in.height() / filter.stride());
        Filtering filtering = new Filtering(in.width(), in.height());
        for (int channel = 0; channel < in.channels(); channel++) {
            filtering.load(in, channel);
            if (filter.stride() == 1) {
                filtering.whole(filter.weights()[channel], filter.bias()[channel], out, channel);
            } else {
                filtering.halved(filter.weights()[channel], filter.bias()[channel], out, channel);
            }
        }
        return out;
    }

    private static void add(float[] one, float[] other, float[] sum, int count) {
        for (int k = 0; k < count; k++) {
            sum[k] = one[k] + other[k];
        }
    }

    private static void rectify(float[] values) {
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.max(0, values[k]);
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
        int count = channels * width * height;
        float[] values =
                spare.computeIfAbsent(count, size -> new ArrayDeque<>()).poll();
        return new Planes(channels, width, height, values == null ? new float[count] : values);
    }

    private void release(Planes planes) {
        spare.computeIfAbsent(planes.values().length, size -> new ArrayDeque<>())
                .push(planes.values());
    }
}
