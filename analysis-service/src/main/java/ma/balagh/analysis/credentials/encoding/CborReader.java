package ma.balagh.analysis.credentials.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads CBOR (RFC 8949) in definite and indefinite lengths. Memory is bounded by the input and a number of items, time by
 * the input. A key that stands twice is refused: two readers could each believe another one.
 */
public final class CborReader {

    private static final int DEEPEST = 32;
    private static final int MOST_ITEMS = 200_000;

    /** Of one map; keys made to collide cost their number squared. */
    private static final int MOST_KEYS = 2_000;

    private static final int INDEFINITE = 31;
    private static final int BREAK = 0xFF;

    private final ByteBuffer bytes;
    private int items;

    private CborReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The single item that these bytes are; the buffer's position stays. */
    public static CborItem read(ByteBuffer bytes) throws DamagedEncodingException {
        var reader = new CborReader(bytes.asReadOnlyBuffer());
        try {
            CborItem item = reader.item(0);
            if (reader.bytes.hasRemaining()) {
                throw new DamagedEncodingException("bytes after the item");
            }
            return item;
        } catch (BufferUnderflowException tooShort) {
            throw new DamagedEncodingException("ends within an item");
        }
    }

    private CborItem item(int depth) throws DamagedEncodingException {
        if (depth > DEEPEST || ++items > MOST_ITEMS) {
            throw new DamagedEncodingException("too deep or too many items");
        }
        int first = next();
        int kind = first >> 5;
        int detail = first & 0x1F;
        return switch (kind) {
            case 0 -> new CborItem.Whole(number(detail));
            case 1 -> new CborItem.Whole(-1 - number(detail));
            case 2 -> new CborItem.Bytes(string(kind, detail));
            case 3 -> new CborItem.Text(text(string(kind, detail)));
            case 4 -> new CborItem.Items(list(detail, depth));
            case 5 -> new CborItem.Entries(map(detail, depth));
            case 6 -> new CborItem.Tagged(number(detail), item(depth + 1));
            default -> simple(detail);
        };
    }

    private long number(int detail) throws DamagedEncodingException {
        long number = switch (detail) {
            case 24 -> Byte.toUnsignedLong(bytes.get());
            case 25 -> Short.toUnsignedLong(bytes.getShort());
            case 26 -> Integer.toUnsignedLong(bytes.getInt());
            case 27 -> bytes.getLong();
            default -> detail;
        };
        if (number < 0 || detail > 27) {
            throw new DamagedEncodingException("no number");
        }
        return number;
    }

    private ByteBuffer string(int kind, int detail) throws DamagedEncodingException {
        if (detail != INDEFINITE) {
            return window(number(detail));
        }
        var whole = new ByteArrayOutputStream();
        for (int first = next(); first != BREAK; first = next()) {
            if (first >> 5 != kind || (first & 0x1F) == INDEFINITE || ++items > MOST_ITEMS) {
                throw new DamagedEncodingException("a string of something else");
            }
            ByteBuffer part = window(number(first & 0x1F));
            while (part.hasRemaining()) {
                whole.write(part.get());
            }
        }
        return ByteBuffer.wrap(whole.toByteArray()).asReadOnlyBuffer();
    }

    private int next() {
        return Byte.toUnsignedInt(bytes.get());
    }

    private ByteBuffer window(long length) throws DamagedEncodingException {
        if (length > bytes.remaining()) {
            throw new DamagedEncodingException("a string beyond the end");
        }
        ByteBuffer window = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return window;
    }

    private static String text(ByteBuffer window) throws DamagedEncodingException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(window).toString();
        } catch (CharacterCodingException e) {
            throw new DamagedEncodingException("text that is no UTF-8");
        }
    }

    private List<CborItem> list(int detail, int depth) throws DamagedEncodingException {
        var list = new ArrayList<CborItem>();
        long length = detail == INDEFINITE ? Long.MAX_VALUE : number(detail);
        for (long k = 0; k < length && !isBreak(detail); k++) {
            list.add(item(depth + 1));
        }
        return List.copyOf(list);
    }

    private Map<CborItem, CborItem> map(int detail, int depth) throws DamagedEncodingException {
        var map = new HashMap<CborItem, CborItem>();
        long length = detail == INDEFINITE ? Long.MAX_VALUE : number(detail);
        for (long k = 0; k < length && !isBreak(detail); k++) {
            CborItem key = item(depth + 1);
            if (!(key instanceof CborItem.Text || key instanceof CborItem.Whole) || map.size() == MOST_KEYS) {
                throw new DamagedEncodingException("a map of something else, or too large");
            }
            if (map.put(key, item(depth + 1)) != null) {
                throw new DamagedEncodingException("a key twice");
            }
        }
        return Map.copyOf(map);
    }

    /** Whether an indefinite list or map ends here; its end is passed over. */
    private boolean isBreak(int detail) {
        if (detail != INDEFINITE) {
            return false;
        }
        bytes.mark();
        if (next() == BREAK) {
            return true;
        }
        bytes.reset();
        return false;
    }

    private CborItem simple(int detail) throws DamagedEncodingException {
        return switch (detail) {
            case 24 -> new CborItem.Simple(Byte.toUnsignedInt(bytes.get()));
            case 25, 26, 27 -> {
                window(1L << (detail - 24));
                yield new CborItem.Real();
            }
            case 28, 29, 30, INDEFINITE -> throw new DamagedEncodingException("no item");
            default -> new CborItem.Simple(detail);
        };
    }
}
