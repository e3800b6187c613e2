package ma.balagh.analysis.credentials;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes CBOR (RFC 8949), with all lengths in four bytes, so that lengths do not depend on values. */
final class CborBytes {

    static final Object NULL = new Object();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static byte[] of(Object value) {
        var cbor = new CborBytes();
        cbor.write(value);
        return cbor.bytes.toByteArray();
    }

    static Map<Object, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<>();
        for (int k = 0; k < keysAndValues.length; k += 2) {
            map.put(keysAndValues[k], keysAndValues[k + 1]);
        }
        return map;
    }

    private void write(Object value) {
        switch (value) {
            case Integer number when number < 0 -> head(1, -1 - number);
            case Integer number -> head(0, number);
            case byte[] string -> {
                head(2, string.length);
                bytes.writeBytes(string);
            }
            case String text -> {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                head(3, utf8.length);
                bytes.writeBytes(utf8);
            }
            case List<?> list -> {
                head(4, list.size());
                list.forEach(this::write);
            }
            case Map<?, ?> map -> {
                head(5, map.size());
                map.forEach((key, each) -> {
                    write(key);
                    write(each);
                });
            }
            case Boolean truth -> bytes.write(truth ? 0xF5 : 0xF4);
            default -> bytes.write(0xF6);
        }
    }

    private void head(int kind, int number) {
        bytes.write(kind << 5 | 26);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
    }
}
