package ma.balagh.analysis.box;

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
 * @param all of them until one that is damaged, and that one where it is only cut off
 * @param damagedAt where a size cannot be right, or a box is cut off; null where all are whole
 */
public record IsoBoxes(List<IsoBox> all, @Nullable Long damagedAt) {

    public static final IsoBoxes NONE = new IsoBoxes(List.of(), null);

    /** A fragmented film of an hour has some thousands; nothing is learnt from more. */
    private static final int MOST = 2000;

    /** Bytes of an empty box; fewer are no box, and no damage. */
    private static final int LEAST = 8;

    /** Bytes of a file. */
    @FunctionalInterface
    public interface Source {

        /** From that position, big-endian; shorter than asked for where the file ends. */
        ByteBuffer at(long position, long length) throws IOException;
    }

    /** Without the end that QuickTime writes behind user data, a box without size and type. */
    public static IsoBoxes in(Source bytes, long from, long to) throws IOException {
        IsoBoxes boxes = in(bytes, from, to, MOST);
        return new IsoBoxes(
                boxes.all.stream()
                        .filter(box -> !box.isOpen() || box.code() != 0)
                        .toList(),
                boxes.damagedAt);
    }

    /** @param most boxes that are read */
    public static IsoBoxes in(Source bytes, long from, long to, int most) throws IOException {
        var all = new ArrayList<IsoBox>();
        long at = from;
        while (to - at >= LEAST && all.size() < most) {
            IsoBox box = IsoBox.read(bytes.at(at, Math.min(IsoBox.LONGEST_HEADER, to - at)), at, to);
            if (box == null) {
                return new IsoBoxes(all, at);
            }
            all.add(box);
            if (box.isCut()) {
                return new IsoBoxes(all, at);
            }
            at = box.end();
        }
        return new IsoBoxes(all, null);
    }

    public static IsoBoxes in(Source bytes, IsoBox box) throws IOException {
        return in(bytes, box.body(), box.end());
    }

    public static IsoBoxes in(Source bytes, Optional<IsoBox> box) throws IOException {
        return box.isEmpty() ? NONE : in(bytes, box.get());
    }

    public Optional<IsoBox> first(String type) {
        return all(type).findFirst();
    }

    public Stream<IsoBox> all(String type) {
        return all.stream().filter(box -> box.is(type));
    }
}
