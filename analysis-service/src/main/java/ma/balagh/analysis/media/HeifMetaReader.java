package ma.balagh.analysis.media;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.balagh.analysis.box.BoundedFileReader;
import ma.balagh.analysis.box.IsoBox;
import ma.balagh.analysis.box.IsoBoxes;
import ma.balagh.analysis.media.DecoderInput.Turn;
import org.jspecify.annotations.Nullable;

/**
 * What FFmpeg 7.1 passes over in a HEIC picture (ISO/IEC 23008-12): how its primary item is to be turned, and where its
 * Exif block lies. A damaged file says nothing.
 */
final class HeifMetaReader {

    private record Extent(long offset, long length) {}

    private final BoundedFileReader bytes;
    private final IsoBoxes boxes;

    private HeifMetaReader(BoundedFileReader bytes) throws IOException {
        this.bytes = bytes;
        Optional<IsoBox> meta = IsoBoxes.in(bytes, 0, bytes.size()).first("meta");
        this.boxes = meta.isEmpty()
                ? IsoBoxes.NONE
                : IsoBoxes.in(bytes, meta.get().body() + 4, meta.get().end());
    }

    /** In the order in which they are to be carried out. */
    static List<Turn> turnsOf(Path picture) throws IOException {
        try (var bytes = BoundedFileReader.of(picture)) {
            return new HeifMetaReader(bytes).turns();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return List.of();
        }
    }

    /** The Exif block as TIFF lays it out. */
    static Optional<ByteBuffer> exifOf(Path picture) throws IOException {
        try (var bytes = BoundedFileReader.of(picture)) {
            return new HeifMetaReader(bytes).exif();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    private List<Turn> turns() throws IOException {
        int item = primary();
        IsoBoxes properties = IsoBoxes.in(bytes, boxes.first("iprp"));
        List<IsoBox> all = IsoBoxes.in(bytes, properties.first("ipco")).all();
        List<Turn> turns = new ArrayList<>();
        for (IsoBox association : properties.all("ipma").toList()) {
            for (int property : associated(body(association), item)) {
                if (property >= 1 && property <= all.size()) {
                    turn(all.get(property - 1)).ifPresent(turns::add);
                }
            }
        }
        // More than one of each kind is not permitted.
        return turns.size() <= 2 ? List.copyOf(turns) : List.of();
    }

    private Optional<Turn> turn(IsoBox property) throws IOException {
        int value = property.length() > 0 ? body(property).get(0) : 0;
        return switch (property.type()) {
            case "irot" ->
                switch (value & 3) {
                    case 1 -> Optional.of(Turn.QUARTER_LEFT);
                    case 2 -> Optional.of(Turn.HALF);
                    case 3 -> Optional.of(Turn.QUARTER_RIGHT);
                    default -> Optional.empty();
                };
            case "imir" -> Optional.of((value & 1) == 0 ? Turn.UPSIDE_DOWN : Turn.MIRRORED);
            default -> Optional.empty();
        };
    }

    /** Numbers of an item's properties, from 1. */
    private static List<Integer> associated(ByteBuffer ipma, int item) {
        int head = ipma.getInt();
        int count = ipma.getInt();
        List<Integer> numbers = new ArrayList<>();
        for (int k = 0; k < count && ipma.hasRemaining(); k++) {
            int id = head >>> 24 == 0 ? Short.toUnsignedInt(ipma.getShort()) : ipma.getInt();
            for (int left = Byte.toUnsignedInt(ipma.get()); left > 0; left--) {
                int property = (head & 1) == 0 ? ipma.get() & 0x7F : ipma.getShort() & 0x7FFF;
                if (id == item) {
                    numbers.add(property);
                }
            }
        }
        return numbers;
    }

    private int primary() throws IOException {
        Optional<IsoBox> box = boxes.first("pitm");
        if (box.isEmpty()) {
            return 0;
        }
        ByteBuffer pitm = body(box.get());
        return pitm.getInt() >>> 24 == 0 ? Short.toUnsignedInt(pitm.getShort()) : pitm.getInt();
    }

    private Optional<ByteBuffer> exif() throws IOException {
        Extent extent = extentOf(exifItem());
        if (extent == null) {
            return Optional.empty();
        }
        ByteBuffer block = bytes.at(extent.offset(), extent.length());
        int skipped = 4 + block.getInt(0);
        return block.remaining() == extent.length()
                ? Optional.of(block.slice(skipped, block.limit() - skipped))
                : Optional.empty();
    }

    private int exifItem() throws IOException {
        Optional<IsoBox> iinf = boxes.first("iinf");
        if (iinf.isEmpty()) {
            return 0;
        }
        int counter = body(iinf.get()).getInt() >>> 24 == 0 ? 2 : 4;
        for (IsoBox entry : IsoBoxes.in(
                        bytes, iinf.get().body() + 4 + counter, iinf.get().end())
                .all()) {
            ByteBuffer infe = body(entry);
            int version = infe.getInt() >>> 24;
            int id = version == 2 ? Short.toUnsignedInt(infe.getShort()) : infe.getInt();
            infe.getShort(); // protection
            if (version >= 2 && infe.getInt() == IsoBox.code("Exif")) {
                return id;
            }
        }
        return 0;
    }

    /** Where an item of one piece lies in the file. */
    private @Nullable Extent extentOf(int item) throws IOException {
        Optional<IsoBox> box = boxes.first("iloc");
        if (box.isEmpty() || item == 0) {
            return null;
        }
        ByteBuffer iloc = body(box.get());
        int version = iloc.getInt() >>> 24;
        int sizes = Short.toUnsignedInt(iloc.getShort());
        int count = version < 2 ? Short.toUnsignedInt(iloc.getShort()) : iloc.getInt();
        for (int k = 0; k < count && iloc.hasRemaining(); k++) {
            int id = version < 2 ? Short.toUnsignedInt(iloc.getShort()) : iloc.getInt();
            boolean inFile = version == 0 || (iloc.getShort() & 15) == 0;
            iloc.getShort(); // the file itself
            long base = number(iloc, sizes >>> 4 & 15);
            int extents = Short.toUnsignedInt(iloc.getShort());
            for (int n = 0; n < extents; n++) {
                number(iloc, version == 0 ? 0 : sizes & 15);
                var extent = new Extent(base + number(iloc, sizes >>> 12), number(iloc, sizes >>> 8 & 15));
                if (id == item && inFile && extents == 1) {
                    return extent;
                }
            }
        }
        return null;
    }

    private static long number(ByteBuffer bytes, int size) {
        return switch (size) {
            case 0 -> 0;
            case 4 -> Integer.toUnsignedLong(bytes.getInt());
            case 8 -> bytes.getLong();
            default -> throw new IllegalArgumentException("no size of a number: " + size);
        };
    }

    private ByteBuffer body(IsoBox box) throws IOException {
        return bytes.at(box.body(), box.length());
    }
}
