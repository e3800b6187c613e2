package ma.balagh.analysis.face;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a FlatBuffers file: behind its start stand the distances of its fields, by number; one that has its default
 * is left out.
 */
record FlatBufferTable(ByteBuffer bytes, int start) {

    static FlatBufferTable root(ByteBuffer bytes) {
        return new FlatBufferTable(bytes, bytes.getInt(0));
    }

    /** Where a field's value stands; 0 for one that is left out. */
    private int at(int field) {
        int fields = start - bytes.getInt(start);
        int entry = 4 + 2 * field;
        int distance = entry < bytes.getShort(fields) ? bytes.getShort(fields + entry) : 0;
        return distance == 0 ? 0 : start + distance;
    }

    boolean has(int field) {
        return at(field) != 0;
    }

    int number(int field) {
        int at = at(field);
        return at == 0 ? 0 : bytes.getInt(at);
    }

    int small(int field) {
        int at = at(field);
        return at == 0 ? 0 : bytes.get(at) & 0xFF;
    }

    FlatBufferTable table(int field) {
        return new FlatBufferTable(bytes, followed(at(field)));
    }

    List<FlatBufferTable> tables(int field) {
        List<FlatBufferTable> tables = new ArrayList<>();
        int length = length(field);
        for (int k = 0; k < length; k++) {
            tables.add(new FlatBufferTable(bytes, followed(first(field) + 4 * k)));
        }
        return tables;
    }

    /** A vector of whole numbers of so many bytes each, without sign. */
    int[] numbers(int field, int size) {
        int[] numbers = new int[length(field)];
        int first = numbers.length == 0 ? 0 : first(field);
        for (int k = 0; k < numbers.length; k++) {
            int at = first + size * k;
            numbers[k] = switch (size) {
                case 1 -> bytes.get(at) & 0xFF;
                case 2 -> bytes.getShort(at) & 0xFFFF;
                default -> bytes.getInt(at);
            };
        }
        return numbers;
    }

    /** A vector of bytes. */
    ByteBuffer blob(int field) {
        return bytes.slice(first(field), length(field)).order(bytes.order());
    }

    private int length(int field) {
        return has(field) ? bytes.getInt(followed(at(field))) : 0;
    }

    private int first(int field) {
        return followed(at(field)) + 4;
    }

    private int followed(int at) {
        return at + bytes.getInt(at);
    }
}
