package ma.balagh.analysis.media;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.balagh.analysis.media.Feed.Turn;
import org.jspecify.annotations.Nullable;

/**
 * What FFmpeg 7.1 passes over in a HEIC picture (ISO/IEC 23008-12): how its primary item is to be turned, and where its
 * Exif block lies. Reads boxes of one {@code meta} box, each once; a damaged one says nothing.
 */
final class HeifMeta {

    private static final int LARGEST = 4 << 20;
    private static final int MOST_BOXES = 100;

    private record Extent(long offset, long length) {}

    private final Map<String, ByteBuffer> boxes = new HashMap<>();

    private HeifMeta(ByteBuffer meta) {
        children(meta.position(4)).forEach(box -> boxes.putIfAbsent(box.name(), box.content()));
    }

    /** Empty where the file has no such box. */
    static Optional<HeifMeta> of(Path picture) throws IOException {
        try (var file = FileChannel.open(picture)) {
            long at = 0;
            for (int k = 0; k < MOST_BOXES && at + 8 <= file.size(); k++) {
                ByteBuffer head = read(file, at, 8);
                long size = Integer.toUnsignedLong(head.getInt(0));
                if (name(head.position(4)).equals("meta")
                        && size >= 12
                        && size <= LARGEST
                        && at + size <= file.size()) {
                    return Optional.of(new HeifMeta(read(file, at + 8, (int) size - 8)));
                }
                if (size < 8) {
                    return Optional.empty();
                }
                at += size;
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** In the order in which they are to be carried out. */
    List<Turn> turns() {
        try {
            return turnsOf(primary());
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return List.of();
        }
    }

    private List<Turn> turnsOf(int item) {
        ByteBuffer properties = box("iprp");
        if (properties == null) {
            return List.of();
        }
        List<Box> parts = children(properties);
        List<Box> all = parts.stream()
                .filter(part -> part.name().equals("ipco"))
                .findFirst()
                .map(part -> children(part.content()))
                .orElse(List.of());
        List<Turn> turns = new ArrayList<>();
        for (Box part : parts) {
            if (part.name().equals("ipma")) {
                for (int property : associated(part.content(), item)) {
                    if (property >= 1 && property <= all.size()) {
                        turn(all.get(property - 1)).ifPresent(turns::add);
                    }
                }
            }
        }
        // More than one of each kind is not permitted.
        return turns.size() <= 2 ? List.copyOf(turns) : List.of();
    }

    private static Optional<Turn> turn(Box property) {
        int value = property.content().hasRemaining()
                ? property.content().get(property.content().position())
                : 0;
        return switch (property.name()) {
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
    private static List<Integer> associated(ByteBuffer content, int item) {
        ByteBuffer ipma = content.duplicate();
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

    private int primary() {
        ByteBuffer pitm = box("pitm");
        if (pitm == null) {
            return 0;
        }
        return pitm.getInt() >>> 24 == 0 ? Short.toUnsignedInt(pitm.getShort()) : pitm.getInt();
    }

    /** The Exif block as TIFF lays it out. */
    Optional<ByteBuffer> exif(Path picture) throws IOException {
        try (var file = FileChannel.open(picture)) {
            Extent extent = extentOf(exifItem());
            if (extent == null || extent.length() < 8 || extent.length() > LARGEST) {
                return Optional.empty();
            }
            ByteBuffer bytes = read(file, extent.offset(), (int) extent.length());
            return Optional.of(bytes.slice(4 + bytes.getInt(0), bytes.limit() - 4 - bytes.getInt(0)));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    private int exifItem() {
        ByteBuffer iinf = box("iinf");
        if (iinf == null) {
            return 0;
        }
        int counter = iinf.getInt() >>> 24 == 0 ? 2 : 4;
        iinf.position(iinf.position() + counter);
        for (Box entry : children(iinf)) {
            ByteBuffer infe = entry.content();
            int version = infe.getInt() >>> 24;
            int id = version == 2 ? Short.toUnsignedInt(infe.getShort()) : infe.getInt();
            infe.getShort(); // protection
            if (version >= 2 && name(infe).equals("Exif")) {
                return id;
            }
        }
        return 0;
    }

    /** Where an item of one piece lies in the file. */
    private @Nullable Extent extentOf(int item) {
        ByteBuffer iloc = box("iloc");
        if (iloc == null || item == 0) {
            return null;
        }
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

    private record Box(String name, ByteBuffer content) {}

    private static List<Box> children(ByteBuffer parent) {
        ByteBuffer bytes = parent.duplicate();
        List<Box> children = new ArrayList<>();
        while (bytes.remaining() >= 8) {
            int size = bytes.getInt();
            String name = name(bytes);
            if (size < 8) {
                break;
            }
            children.add(new Box(name, bytes.slice(bytes.position(), size - 8)));
            bytes.position(bytes.position() + size - 8);
        }
        return children;
    }

    private @Nullable ByteBuffer box(String name) {
        ByteBuffer box = boxes.get(name);
        return box == null ? null : box.duplicate();
    }

    private static String name(ByteBuffer bytes) {
        byte[] name = new byte[4];
        bytes.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
        if (position < 0 || length < 0 || position > file.size() - length) {
            throw new IllegalArgumentException("beyond the file's end");
        }
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw new IllegalArgumentException("beyond the file's end");
            }
        }
        return bytes.flip();
    }
}
