package ma.balagh.analysis.credentials.encoding;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ma.balagh.analysis.box.IsoBox;

/**
 * A superbox of JUMBF (ISO/IEC 19566-5): a description and what it describes.
 *
 * @param type the four letters before ISO's fixed ending of the type's UUID, such as {@code c2pa}; empty for others
 * @param label empty where it has none
 * @param content all of it but its own header: what C2PA's digests cover (specification 2.2, 8.4.2.3)
 * @param children superboxes within it
 * @param data other boxes within it
 */
public record JumbfBox(String type, String label, ByteBuffer content, List<JumbfBox> children, List<Data> data) {

    public static final int SUPERBOX = 0x6A756D62; // jumb
    public static final int DESCRIPTION = 0x6A756D64; // jumd
    public static final int CBOR = 0x63626F72; // cbor

    private static final int DEEPEST = 12;
    private static final int MOST_BOXES = 20_000;

    /** Last twelve bytes of the UUIDs that ISO gives out. */
    private static final byte[] ISO_ENDING = {
        0x00, 0x11, 0x00, 0x10, (byte) 0x80, 0x00, 0x00, (byte) 0xAA, 0x00, 0x38, (byte) 0x9B, 0x71
    };

    private static final int HAS_LABEL = 2;

    /** A box that is no superbox, by its four letters. */
    public record Data(int kind, ByteBuffer content) {}

    /** The superbox at the buffer's position, which moves behind it. */
    public static JumbfBox read(ByteBuffer bytes) throws DamagedEncodingException {
        try {
            return new Reader().superbox(bytes);
        } catch (BufferUnderflowException tooShort) {
            throw new DamagedEncodingException("ends within a box");
        }
    }

    public Optional<JumbfBox> child(String label) {
        return children.stream().filter(child -> child.label.equals(label)).findFirst();
    }

    /** What a superbox of a single CBOR box holds. */
    public Optional<ByteBuffer> cbor() {
        return data.size() == 1 && data.getFirst().kind() == CBOR
                ? Optional.of(data.getFirst().content())
                : Optional.empty();
    }

    private static final class Reader {

        private int boxes;

        JumbfBox superbox(ByteBuffer bytes) throws DamagedEncodingException {
            Data outer = box(bytes);
            if (outer.kind() != SUPERBOX) {
                throw new DamagedEncodingException("no superbox");
            }
            return superbox(outer.content(), 0);
        }

        private Data box(ByteBuffer bytes) throws DamagedEncodingException {
            if (++boxes > MOST_BOXES) {
                throw new DamagedEncodingException("too many boxes");
            }
            IsoBox box = IsoBox.read(bytes.slice(), 0, bytes.remaining());
            if (box == null || box.isCut()) {
                throw new DamagedEncodingException("a box beyond the end");
            }
            int from = bytes.position() + (int) box.body();
            bytes.position(bytes.position() + (int) box.end());
            return new Data(box.code(), bytes.slice(from, (int) box.length()).asReadOnlyBuffer());
        }

        private JumbfBox superbox(ByteBuffer content, int depth) throws DamagedEncodingException {
            if (depth > DEEPEST) {
                throw new DamagedEncodingException("too deep");
            }
            ByteBuffer rest = content.duplicate();
            Data description = box(rest);
            if (description.kind() != DESCRIPTION) {
                throw new DamagedEncodingException("a superbox without description");
            }
            ByteBuffer about = description.content();
            String type = type(about);
            String label = (about.get() & HAS_LABEL) == 0 ? "" : label(about);
            var children = new ArrayList<JumbfBox>();
            var data = new ArrayList<Data>();
            while (rest.hasRemaining()) {
                Data next = box(rest);
                if (next.kind() == SUPERBOX) {
                    children.add(superbox(next.content(), depth + 1));
                } else {
                    data.add(next);
                }
            }
            return new JumbfBox(type, label, content, List.copyOf(children), List.copyOf(data));
        }

        private static String type(ByteBuffer about) {
            byte[] letters = new byte[4];
            byte[] ending = new byte[ISO_ENDING.length];
            about.get(letters).get(ending);
            return Arrays.equals(ending, ISO_ENDING) ? new String(letters, StandardCharsets.US_ASCII) : "";
        }

        private static String label(ByteBuffer about) {
            int from = about.position();
            while (about.get() != 0) {
                // until the zero that ends it
            }
            byte[] label = new byte[about.position() - 1 - from];
            about.get(from, label);
            return new String(label, StandardCharsets.UTF_8);
        }
    }
}
