package ma.balagh.analysis.credentials.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;
import ma.balagh.analysis.credentials.encoding.JumbfBox;

/**
 * A JPEG keeps credentials in segments APP11, cut to pieces of at most 64 kB (ISO/IEC 19566-5, D.2): the letters JP, the
 * number of the box, the number of the piece, and the header of the box again in each piece.
 */
final class JpegCredentialReader {

    private static final int MOST_SEGMENTS = 100_000;

    private static final int APP1 = 0xFFE1;
    private static final int APP11 = 0xFFEB;
    private static final int SCAN = 0xFFDA;
    private static final int JP = 0x4A50;
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);

    /** Marker, length, JP, box number, piece number. */
    private static final int BEFORE_BOX = 12;

    /** A box's header, the description's, and its first four letters. */
    private static final int UNTIL_TYPE = 20;

    private final MediumBytesReader medium;
    private final List<ByteSpan> descriptions = new ArrayList<>();
    private final List<Pieces> stores = new ArrayList<>();

    /** By number of the box; of boxes that are no stores there is nothing. */
    private final Map<Integer, Pieces> open = new HashMap<>();

    JpegCredentialReader(MediumBytesReader medium) {
        this.medium = medium;
    }

    private static final class Pieces {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<ByteSpan> where = new ArrayList<>();

        void add(ByteBuffer piece, ByteSpan segment) throws DamagedEncodingException {
            if (bytes.size() + piece.remaining() > CredentialStore.LARGEST) {
                throw new DamagedEncodingException("a store too large");
            }
            bytes.write(piece.array(), piece.position(), piece.remaining());
            where.add(segment);
        }

        CredentialStore store() {
            return new CredentialStore(List.of(ByteBuffer.wrap(bytes.toByteArray())), where, 0);
        }
    }

    EmbeddedCredentials carried() throws IOException, DamagedEncodingException {
        long at = 2;
        for (int k = 0; k < MOST_SEGMENTS && at + 4 <= medium.size() && stores.size() < CredentialStore.ENOUGH; k++) {
            ByteBuffer head = medium.read(at, 4);
            int marker = Short.toUnsignedInt(head.getShort(0));
            int length = Short.toUnsignedInt(head.getShort(2));
            if (marker == 0xFFFF) {
                at++;
                continue;
            }
            if (marker < 0xFFC0 || marker == SCAN || length < 2) {
                break;
            }
            var segment = new ByteSpan(at, at + 2 + length);
            if (marker == APP11) {
                piece(segment);
            } else if (marker == APP1 && length > 2 + XMP.length && isXmp(segment)) {
                descriptions.add(new ByteSpan(at + 4, segment.to()));
            }
            at = segment.to();
        }
        return new EmbeddedCredentials(
                EmbeddedCredentials.Format.JPEG,
                stores.stream().map(Pieces::store).toList(),
                descriptions);
    }

    private boolean isXmp(ByteSpan segment) throws IOException {
        try {
            return medium.read(segment.from() + 4, XMP.length).equals(ByteBuffer.wrap(XMP));
        } catch (DamagedEncodingException endsBefore) {
            return false;
        }
    }

    private void piece(ByteSpan segment) throws IOException, DamagedEncodingException {
        if (segment.length() < BEFORE_BOX + 8 || segment.from() + BEFORE_BOX + 8 > medium.size()) {
            return;
        }
        ByteBuffer head = medium.read(segment.from(), BEFORE_BOX + 8);
        if (Short.toUnsignedInt(head.getShort(4)) != JP || head.getInt(BEFORE_BOX + 4) != JumbfBox.SUPERBOX) {
            return;
        }
        int box = head.getShort(6);
        int number = head.getInt(8);
        if (number == 1) {
            open.remove(box);
            if (isStore(segment)) {
                var pieces = new Pieces();
                pieces.add(medium.read(segment.from() + BEFORE_BOX, (int) segment.length() - BEFORE_BOX), segment);
                open.put(box, pieces);
                stores.add(pieces);
            }
            return;
        }
        Pieces pieces = open.get(box);
        if (pieces != null) {
            if (number != pieces.where.size() + 1) {
                throw new DamagedEncodingException("pieces of the store are missing or out of order");
            }
            int repeated = BEFORE_BOX + (head.getInt(BEFORE_BOX) == 1 ? 16 : 8);
            if (segment.length() < repeated) {
                throw new DamagedEncodingException("a piece too short");
            }
            pieces.add(medium.read(segment.from() + repeated, (int) segment.length() - repeated), segment);
        }
    }

    private boolean isStore(ByteSpan segment) throws IOException, DamagedEncodingException {
        if (segment.length() < BEFORE_BOX + UNTIL_TYPE || segment.from() + BEFORE_BOX + UNTIL_TYPE > medium.size()) {
            return false;
        }
        ByteBuffer head = medium.read(segment.from() + BEFORE_BOX, UNTIL_TYPE);
        return isStore(head, head.getInt(0) == 1 ? 16 : 8);
    }

    /** Whether a superbox is C2PA's, by the first letters of its description's type. */
    static boolean isStore(ByteBuffer superbox, int header) {
        return superbox.limit() >= header + 12
                && superbox.getInt(header + 4) == JumbfBox.DESCRIPTION
                && superbox.getInt(header + 8) == ChunkCredentialReader.C2PA_TYPE;
    }
}
