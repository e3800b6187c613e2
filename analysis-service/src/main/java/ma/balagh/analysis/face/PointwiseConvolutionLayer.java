package ma.balagh.analysis.face;

import java.util.Arrays;

/** 1×1 convolutions: channels times weights, block of pixels by block of pixels so that all channels stay in the cache. */
final class PointwiseConvolutionLayer {

    private static final int BLOCK = 512;

    private PointwiseConvolutionLayer() {}

    static void mix(NetworkLayer.Mixture mixture, FeaturePlanes in, FeaturePlanes out) {
        for (int start = 0; start < in.size(); start += BLOCK) {
            int end = Math.min(start + BLOCK, in.size());
            for (int channel = 0; channel < out.channels().length; channel++) {
                float[] sums = out.channels()[channel];
                Arrays.fill(sums, start, end, mixture.bias()[channel]);
                add(mixture.from()[channel], mixture.weights()[channel], in.channels(), sums, start, end);
            }
        }
    }

    private static void add(int[] from, float[] weights, float[][] in, float[] sums, int start, int end) {
        int k = 0;
        for (; k + 4 <= from.length; k += 4) {
            four(in[from[k]], in[from[k + 1]], in[from[k + 2]], in[from[k + 3]], weights, k, sums, start, end);
        }
        for (; k < from.length; k++) {
            one(in[from[k]], weights[k], sums, start, end);
        }
    }

    private static void four(
            float[] a, float[] b, float[] c, float[] d, float[] weights, int k, float[] sums, int start, int end) {
        float wa = weights[k];
        float wb = weights[k + 1];
        float wc = weights[k + 2];
        float wd = weights[k + 3];
        for (int x = start; x < end; x++) {
            sums[x] += wa * a[x] + wb * b[x] + wc * c[x] + wd * d[x];
        }
    }

    private static void one(float[] in, float weight, float[] sums, int start, int end) {
        for (int x = start; x < end; x++) {
            sums[x] += weight * in[x];
        }
    }
}
