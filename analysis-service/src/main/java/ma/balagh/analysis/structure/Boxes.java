package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The boxes in a stretch of a file, in their order, which only their sizes tell.
 *
 * @param all of them until one that is damaged
 * @param damagedAt where a size cannot be right, or a box is cut off; null where all are whole
 */
record Boxes(List<Box> all, @Nullable Long damagedAt) {

    static final Boxes NONE = new Boxes(List.of(), null);

    /** A fragmented film of an hour has some thousands; nothing is learnt from more. */
    static final int MOST = 2000;

    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    static Boxes in(Bytes bytes, long from, long to) throws IOException {
        var all = new ArrayList<Box>();
        long at = from;
        while (to - at >= HEADER && all.size() < MOST) {
            ByteBuffer header = bytes.at(at, LONG_HEADER);
            if (header.remaining() < HEADER) {
                return new Boxes(all, at);
            }
            long size = Integer.toUnsignedLong(header.getInt(0));
            int head = HEADER;
            if (size == 1) {
                if (header.remaining() < LONG_HEADER) {
                    return new Boxes(all, at);
                }
                size = header.getLong(8);
                head = LONG_HEADER;
            } else if (size == 0) {
                if (header.getInt(4) == 0) { // the end that QuickTime writes behind user data
                    return new Boxes(all, null);
                }
                size = to - at;
            }
            if (size < head) {
                return new Boxes(all, at);
            }
            if (size > to - at) {
                all.add(new Box(header.getInt(4), at, at + head, to));
                return new Boxes(all, at);
            }
            all.add(new Box(header.getInt(4), at, at + head, at + size));
            at += size;
        }
        return new Boxes(all, null);
    }

    static Boxes in(Bytes bytes, Box box) throws IOException {
        return in(bytes, box.body(), box.end());
    }

    static Boxes in(Bytes bytes, Optional<Box> box) throws IOException {
        return box.isEmpty() ? NONE : in(bytes, box.get());
    }

    Optional<Box> first(String type) {
        return all(type).findFirst();
    }

    Stream<Box> all(String type) {
        return all.stream().filter(box -> box.is(type));
    }
}
