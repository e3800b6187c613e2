package ma.balagh.analysis.face;

import java.util.Arrays;

/** 1×1 convolutions: channels times weights, block of pixels by block of pixels so that all channels stay in the cache. */
final class Mixing {

    private static final int BLOCK = 512;

    private Mixing() {}

    static void mix(Layer.Mixture mixture, Planes in, Planes out) {
        int size = in.size();
        for (int from = 0; from < size; from += BLOCK) {
            int count = Math.min(BLOCK, size - from);
            for (int channel = 0; channel < out.channels(); channel++) {
                int to = channel * size + from;
                Arrays.fill(out.values(), to, to + count, mixture.bias()[channel]);
                channel(
                        mixture.from()[channel],
                        mixture.weights()[channel],
                        in.values(),
                        size,
                        from,
                        out.values(),
                        to,
                        count);
            }
        }
    }

    private static void channel(
            int[] from, float[] weights, float[] in, int size, int start, float[] out, int to, int count) {
        int k = 0;
        for (; k + 4 <= from.length; k += 4) {
            four(
                    in,
                    from[k] * size + start,
                    from[k + 1] * size + start,
                    from[k + 2] * size + start,
                    from[k + 3] * size + start,
                    weights,
                    k,
                    out,
                    to,
                    count);
        }
        for (; k < from.length; k++) {
            one(in, from[k] * size + start, weights[k], out, to, count);
        }
    }

    private static void four(
            float[] in, int a, int b, int c, int d, float[] weights, int k, float[] out, int to, int count) {
        float wa = weights[k];
        float wb = weights[k + 1];
        float wc = weights[k + 2];
        float wd = weights[k + 3];
        for (int x = 0; x < count; x++) {
            out[to + x] += wa * in[a + x] + wb * in[b + x] + wc * in[c + x] + wd * in[d + x];
        }
    }

    private static void one(float[] in, int a, float weight, float[] out, int to, int count) {
        for (int x = 0; x < count; x++) {
            out[to + x] += weight * in[a + x];
        }
    }
}
