package ma.balagh.analysis.face;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Weights as TensorFlow Lite keeps them: whole or half floats, and where most are zero only the others, with the places
 * they have in their row.
 */
final class TensorWeightReader {

    private static final int FLOAT16 = 1;

    /** Fields of a tensor. */
    private static final int SHAPE = 0;

    private static final int TYPE = 1;
    private static final int BUFFER = 2;
    private static final int SPARSITY = 6;

    /** Of the sparsity: one table for each dimension, of which the last one lists segments and places. */
    private static final int DIMENSIONS = 2;

    private static final int SEGMENTS_TYPE = 2;
    private static final int SEGMENTS = 3;
    private static final int PLACES_TYPE = 4;
    private static final int PLACES = 5;

    private TensorWeightReader() {}

    static float[] of(FlatBufferTable tensor, List<FlatBufferTable> buffers) {
        ByteBuffer data = buffers.get(tensor.number(BUFFER)).blob(0);
        boolean half = tensor.small(TYPE) == FLOAT16;
        float[] values = new float[data.remaining() / (half ? 2 : 4)];
        for (int k = 0; k < values.length; k++) {
            values[k] = half ? Float.float16ToFloat(data.getShort(2 * k)) : data.getFloat(4 * k);
        }
        return tensor.has(SPARSITY) ? spread(values, tensor) : values;
    }

    private static float[] spread(float[] values, FlatBufferTable tensor) {
        int[] shape = tensor.numbers(SHAPE, 4);
        int length = shape[shape.length - 1];
        FlatBufferTable last = tensor.table(SPARSITY).tables(DIMENSIONS).getLast();
        int[] segments = last.table(SEGMENTS).numbers(0, size(last.small(SEGMENTS_TYPE)));
        int[] places = last.table(PLACES).numbers(0, size(last.small(PLACES_TYPE)));
        float[] all = new float[(segments.length - 1) * length];
        for (int row = 0; row < segments.length - 1; row++) {
            for (int k = segments[row]; k < segments[row + 1]; k++) {
                all[row * length + places[k]] = values[k];
            }
        }
        return all;
    }

    /** Bytes of a number in a vector: its type is 1 for 32 bits, 2 for 16 and 3 for 8. */
    private static int size(int type) {
        return 4 >> (type - 1);
    }
}
