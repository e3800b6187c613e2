package ma.balagh.analysis.face;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of MediaPipe's full-range face detection, as it stands in its TensorFlow Lite file (schema of version 3).
 * Only the operations that occur in that file are known; padding before a convolution is part of the convolution.
 *
 * @param layers in the order in which they run
 * @param input the picture's tensor
 * @param places tensor with the places of faces: 16 channels
 * @param scores tensor with one channel: how likely there is a face
 */
record FaceDetectionModel(List<NetworkLayer> layers, int input, int places, int scores) {

    /** File of the npm package @mediapipe/face_detection 0.4.1657300184, Apache License 2.0. */
    private static final String FILE = "face_detection_full_range_sparse.tflite";

    private static final int ADD = 0;
    private static final int CONVOLUTION = 3;
    private static final int DEPTHWISE = 4;
    private static final int DEPTH_TO_SPACE = 5;
    private static final int DEQUANTIZE = 6;
    private static final int RESHAPE = 22;
    private static final int RESIZE_BILINEAR = 23;
    private static final int PAD = 34;
    private static final int DENSIFY = 124;

    FaceDetectionModel {
        layers = List.copyOf(layers);
    }

    static FaceDetectionModel load() {
        try (InputStream stream = FaceDetectionModel.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("no network: " + FILE);
            }
            return new Reading(ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN)).model();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One pass over the file. */
    private static final class Reading {

        private final FlatBufferTable graph;
        private final List<FlatBufferTable> tensors;
        private final List<FlatBufferTable> buffers;
        private final List<Integer> codes;
        private final Map<Integer, Integer> aliases = new HashMap<>();
        private final List<NetworkLayer> layers = new ArrayList<>();

        Reading(ByteBuffer file) {
            FlatBufferTable root = FlatBufferTable.root(file);
            codes = root.tables(1).stream()
                    .map(code -> Math.max(code.small(0), code.number(3)))
                    .toList();
            buffers = root.tables(4);
            graph = root.tables(2).getFirst();
            tensors = graph.tables(0);
        }

        FaceDetectionModel model() {
            for (FlatBufferTable operation : graph.tables(3)) {
                take(operation, operation.numbers(1, 4), operation.numbers(2, 4)[0]);
            }
            int[] outputs = graph.numbers(2, 4);
            return new FaceDetectionModel(layers, graph.numbers(1, 4)[0], source(outputs[0]), source(outputs[1]));
        }

        private void take(FlatBufferTable operation, int[] inputs, int output) {
            int code = codes.get(operation.number(0));
            int input = source(inputs[0]);
            switch (code) {
                case PAD, RESHAPE, DEQUANTIZE, DENSIFY -> aliases.put(output, input);
                case ADD ->
                    layers.add(new NetworkLayer.Sum(
                            input, source(inputs[1]), output, operation.table(4).small(0) == 1));
                case RESIZE_BILINEAR -> layers.add(new NetworkLayer.Doubling(input, output));
                case DEPTH_TO_SPACE -> layers.add(new NetworkLayer.Spreading(input, output));
                case CONVOLUTION -> layers.add(convolution(operation.table(4), inputs, input, output));
                case DEPTHWISE -> layers.add(depthwise(operation.table(4), inputs, input, output));
                default -> throw new IllegalStateException("unknown operation " + code);
            }
        }

        private NetworkLayer convolution(FlatBufferTable options, int[] inputs, int input, int output) {
            int[] shape = tensors.get(source(inputs[1])).numbers(0, 4);
            float[] weights = constant(inputs[1]);
            float[] bias = constant(inputs[2]);
            boolean rectified = options.small(3) == 1;
            if (shape[1] > 1) {
                return new NetworkLayer.Stem(input, output, grey(shape, weights), bias, rectified);
            }
            int[][] from = new int[shape[0]][];
            float[][] kept = new float[shape[0]][];
            int[] channels = new int[shape[3]];
            float[] other = new float[shape[3]];
            for (int row = 0; row < from.length; row++) {
                int count = 0;
                for (int k = 0; k < shape[3]; k++) {
                    float weight = weights[row * shape[3] + k];
                    if (weight != 0) {
                        channels[count] = k;
                        other[count++] = weight;
                    }
                }
                from[row] = Arrays.copyOf(channels, count);
                kept[row] = Arrays.copyOf(other, count);
            }
            return new NetworkLayer.Mixture(input, output, from, kept, bias, rectified);
        }

        /** Red, green and blue of a grey pixel are the same: their weights count together. */
        private static float[][] grey(int[] shape, float[] weights) {
            int taps = shape[1] * shape[2];
            float[][] grey = new float[shape[0]][taps];
            for (int k = 0; k < weights.length; k++) {
                grey[k / (taps * shape[3])][k / shape[3] % taps] += weights[k];
            }
            return grey;
        }

        private NetworkLayer depthwise(FlatBufferTable options, int[] inputs, int input, int output) {
            float[] weights = constant(inputs[1]);
            float[] bias = constant(inputs[2]);
            float[][] filters = new float[bias.length][9];
            for (int k = 0; k < weights.length; k++) {
                filters[k % bias.length][k / bias.length] = weights[k];
            }
            return new NetworkLayer.Filter(input, output, options.number(1), filters, bias, options.small(4) == 1);
        }

        private float[] constant(int tensor) {
            return TensorWeightReader.of(tensors.get(source(tensor)), buffers);
        }

        private int source(int tensor) {
            return aliases.getOrDefault(tensor, tensor);
        }
    }
}
