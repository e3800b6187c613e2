package ma.balagh.analysis.credentials.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.analysis.box.IsoBox;
import ma.balagh.analysis.box.IsoBoxes;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;

/** The boxes of an ISO base media file (ISO/IEC 14496-12), found by their paths. */
public final class BoxPathReader {

    /** In one box, or in none: a fragmented recording of hours has as many. */
    private static final int MOST_BOXES = 200_000;

    /** Looks at boxes in all, for all paths. */
    private static final int MOST_LOOKS = 5_000_000;

    private static final Set<String> FIRST =
            Set.of("ftyp", "styp", "moov", "mdat", "free", "skip", "wide", "pnot", "uuid");

    private static final Pattern NODE = Pattern.compile("/([^/\\[\\]]{4})(?:\\[([1-9][0-9]{0,8})])?");

    private final MediumBytesReader medium;
    private final List<IsoBox> roots;
    private int looks;

    public BoxPathReader(MediumBytesReader medium) throws IOException, DamagedEncodingException {
        this.medium = medium;
        this.roots = within(0, medium.size());
    }

    static boolean start(int name) {
        return FIRST.contains(IsoBox.type(name));
    }

    /** Boxes that lie in no other one. */
    public List<IsoBox> roots() {
        return roots;
    }

    /** Boxes at a path such as {@code /moov/trak[2]/mdia}; counted from one, among those of the same name. */
    public List<IsoBox> at(String path) throws IOException, DamagedEncodingException {
        Matcher node = NODE.matcher(path);
        List<IsoBox> found = List.of();
        int end = 0;
        while (end < path.length()) {
            if (!node.find(end) || node.start() != end) {
                throw new DamagedEncodingException("a path that cannot be");
            }
            var next = new ArrayList<IsoBox>();
            if (end == 0) {
                look(roots.size());
                pick(roots, node, next);
            } else {
                for (IsoBox box : found) {
                    pick(children(box), node, next);
                }
            }
            found = next;
            end = node.end();
        }
        return found;
    }

    private static void pick(List<IsoBox> boxes, Matcher node, List<IsoBox> picked) {
        int code = IsoBox.code(node.group(1));
        List<IsoBox> named = boxes.stream().filter(box -> box.code() == code).toList();
        if (node.group(2) == null) {
            picked.addAll(named);
        } else if (Integer.parseInt(node.group(2)) <= named.size()) {
            picked.add(named.get(Integer.parseInt(node.group(2)) - 1));
        }
    }

    private List<IsoBox> children(IsoBox box) throws IOException, DamagedEncodingException {
        // QuickTime's meta holds boxes, ISO's four bytes of version and flags before them
        boolean isPlain = !box.is("meta")
                || box.length() < 8
                || medium.read(box.body(), 8).getInt(4) == IsoBox.code("hdlr");
        return within(box.body() + (isPlain ? 0 : 4), box.end());
    }

    private List<IsoBox> within(long from, long to) throws IOException, DamagedEncodingException {
        List<IsoBox> boxes = IsoBoxes.in(medium, from, to, MOST_BOXES + 1).all();
        look(boxes.size());
        if (boxes.size() > MOST_BOXES) {
            throw DamagedEncodingException.tooMuch("boxes");
        }
        return boxes;
    }

    private void look(int more) throws DamagedEncodingException {
        looks += more;
        if (looks > MOST_LOOKS) {
            throw DamagedEncodingException.tooMuch("boxes");
        }
    }
}
