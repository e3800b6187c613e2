package ma.balagh.analysis.credentials.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.analysis.credentials.encoding.Damaged;

/** The boxes of an ISO base media file (ISO/IEC 14496-12), found by their paths. */
public final class Boxes {

    /** In one box, or in none: a fragmented recording of hours has as many. */
    private static final int MOST_BOXES = 200_000;

    /** Looks at boxes in all, for all paths. */
    private static final int MOST_LOOKS = 5_000_000;

    private static final Set<String> FIRST =
            Set.of("ftyp", "styp", "moov", "mdat", "free", "skip", "wide", "pnot", "uuid");

    private static final Pattern NODE = Pattern.compile("/([^/\\[\\]]{4})(?:\\[([1-9][0-9]{0,8})])?");

    private final Medium medium;
    private final List<Box> roots;
    private int looks;

    /**
     * @param header its length in bytes
     * @param isOpen whether it says of itself that it goes on to the end of the file
     */
    public record Box(String name, Span span, int header, boolean isOpen) {

        public Span content() {
            return new Span(span.from() + header, span.to());
        }
    }

    public Boxes(Medium medium) throws IOException, Damaged {
        this.medium = medium;
        this.roots = within(new Span(0, medium.size()));
    }

    static boolean start(int name) {
        return FIRST.contains(letters(name));
    }

    /** Boxes that lie in no other one. */
    public List<Box> roots() {
        return roots;
    }

    /** Boxes at a path such as {@code /moov/trak[2]/mdia}; counted from one, among those of the same name. */
    public List<Box> at(String path) throws IOException, Damaged {
        Matcher node = NODE.matcher(path);
        List<Box> found = List.of();
        int end = 0;
        while (end < path.length()) {
            if (!node.find(end) || node.start() != end) {
                throw new Damaged("a path that cannot be");
            }
            var next = new ArrayList<Box>();
            if (end == 0) {
                look(roots.size());
                pick(roots, node, next);
            } else {
                for (Box box : found) {
                    pick(children(box), node, next);
                }
            }
            found = next;
            end = node.end();
        }
        return found;
    }

    private static void pick(List<Box> boxes, Matcher node, List<Box> picked) {
        List<Box> named =
                boxes.stream().filter(box -> box.name.equals(node.group(1))).toList();
        if (node.group(2) == null) {
            picked.addAll(named);
        } else if (Integer.parseInt(node.group(2)) <= named.size()) {
            picked.add(named.get(Integer.parseInt(node.group(2)) - 1));
        }
    }

    private List<Box> children(Box box) throws IOException, Damaged {
        Span content = box.content();
        // QuickTime's meta holds boxes, ISO's four bytes of version and flags before them
        if (box.name.equals("meta")
                && content.length() >= 8
                && !letters(medium.read(content.from(), 8).getInt(4)).equals("hdlr")) {
            content = new Span(content.from() + 4, content.to());
        }
        return within(content);
    }

    private List<Box> within(Span span) throws IOException, Damaged {
        var boxes = new ArrayList<Box>();
        long at = span.from();
        while (at + 8 <= span.to()) {
            if (boxes.size() == MOST_BOXES) {
                throw Damaged.tooMuch("boxes");
            }
            look(1);
            ByteBuffer head = medium.read(at, (int) Math.min(16, span.to() - at));
            long length = Integer.toUnsignedLong(head.getInt(0));
            int header = 8;
            boolean isOpen = length == 0;
            if (length == 1 && head.limit() == 16) {
                length = head.getLong(8);
                header = 16;
            } else if (isOpen) {
                length = span.to() - at;
            }
            if (length < header) {
                break;
            }
            // what says that it ends beyond the file was cut off
            long end = length > span.to() - at ? span.to() : at + length;
            boxes.add(new Box(letters(head.getInt(4)), new Span(at, end), header, isOpen));
            at = end;
        }
        return List.copyOf(boxes);
    }

    private void look(int more) throws Damaged {
        looks += more;
        if (looks > MOST_LOOKS) {
            throw Damaged.tooMuch("boxes");
        }
    }

    private static String letters(int name) {
        return new String(ByteBuffer.allocate(4).putInt(name).array(), StandardCharsets.ISO_8859_1);
    }
}
