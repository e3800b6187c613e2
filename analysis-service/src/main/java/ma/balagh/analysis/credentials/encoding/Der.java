package ma.balagh.analysis.credentials.encoding;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One value in the distinguished encoding of ASN.1 (ITU-T X.690): as much of it as time stamps need.
 *
 * @param tag its first byte
 * @param encoded all of its bytes
 */
public record Der(int tag, ByteBuffer encoded, ByteBuffer content) {

    public static final int INTEGER = 0x02;
    public static final int OCTETS = 0x04;
    public static final int OBJECT_IDENTIFIER = 0x06;
    public static final int GENERALIZED_TIME = 0x18;
    public static final int SEQUENCE = 0x30;
    public static final int SET = 0x31;

    /** The first of the tags that a structure gives its own parts. */
    public static final int PART = 0xA0;

    private static final int MOST_CHILDREN = 1_000;

    /** The value at the buffer's position, which moves behind it. */
    public static Der read(ByteBuffer bytes) throws Damaged {
        try {
            int from = bytes.position();
            int tag = Byte.toUnsignedInt(bytes.get());
            long length = Byte.toUnsignedInt(bytes.get());
            if (length > 0x84 || length == 0x80) {
                throw new Damaged("no definite length");
            }
            if (length > 0x80) {
                int digits = (int) length - 0x80;
                length = 0;
                for (int k = 0; k < digits; k++) {
                    length = length << 8 | Byte.toUnsignedInt(bytes.get());
                }
            }
            if (length > bytes.remaining()) {
                throw new Damaged("a value beyond the end");
            }
            ByteBuffer content = bytes.slice(bytes.position(), (int) length);
            bytes.position(bytes.position() + (int) length);
            return new Der(tag, bytes.slice(from, bytes.position() - from), content);
        } catch (BufferUnderflowException tooShort) {
            throw new Damaged("ends within a value");
        }
    }

    public List<Der> children() throws Damaged {
        var children = new ArrayList<Der>();
        ByteBuffer rest = content.duplicate();
        while (rest.hasRemaining()) {
            if (children.size() == MOST_CHILDREN) {
                throw new Damaged("too many values");
            }
            children.add(read(rest));
        }
        return children;
    }

    public Der child(int index) throws Damaged {
        List<Der> children = children();
        if (index >= children.size()) {
            throw new Damaged("a value is missing");
        }
        return children.get(index);
    }

    public Der expect(int expected) throws Damaged {
        if (tag != expected) {
            throw new Damaged("another kind of value");
        }
        return this;
    }

    public byte[] bytes() {
        return copy(content);
    }

    public byte[] allBytes() {
        return copy(encoded);
    }

    public BigInteger integer() throws Damaged {
        expect(INTEGER);
        if (!content.hasRemaining()) {
            throw new Damaged("a number without digits");
        }
        return new BigInteger(bytes());
    }

    public String text() {
        return new String(bytes(), StandardCharsets.US_ASCII);
    }

    /** In dotted form. */
    public String oid() throws Damaged {
        expect(OBJECT_IDENTIFIER);
        var text = new StringBuilder();
        long arc = 0;
        for (byte each : bytes()) {
            if (arc > Long.MAX_VALUE >> 8) {
                throw new Damaged("an identifier too long");
            }
            arc = arc << 7 | each & 0x7F;
            if (each >= 0) {
                if (text.isEmpty()) {
                    long first = Math.min(arc / 40, 2);
                    text.append(first).append('.').append(arc - 40 * first);
                } else {
                    text.append('.').append(arc);
                }
                arc = 0;
            }
        }
        return text.toString();
    }

    private static byte[] copy(ByteBuffer window) {
        byte[] copy = new byte[window.remaining()];
        window.duplicate().get(copy);
        return copy;
    }
}
