package ma.balagh.analysis.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.box.IsoBox;

/**
 * What a box (ISO/IEC 14496-12, 4.2) of a {@link PlainFilmReader} carries: numbers, or other boxes, each kind once. Whatever
 * reads behind its end throws an {@link IndexOutOfBoundsException}.
 */
record FilmBox(ByteBuffer body) {

    /** The film is none of those that are read here. */
    static final class NotPlain extends Exception {

        private static final long serialVersionUID = 1L;
    }

    static void demand(boolean plain) throws NotPlain {
        if (!plain) {
            throw new NotPlain();
        }
    }

    /** Printable ASCII. */
    static String text(ByteBuffer bytes, int from, int length) throws NotPlain {
        for (int k = from; k < from + length; k++) {
            demand(bytes.get(k) >= 0x20 && bytes.get(k) < 0x7F);
        }
        return StandardCharsets.US_ASCII.decode(bytes.slice(from, length)).toString();
    }

    static String type(ByteBuffer bytes, int at) {
        return StandardCharsets.ISO_8859_1.decode(bytes.slice(at, 4)).toString();
    }

    private Map<String, List<FilmBox>> children() throws NotPlain {
        Map<String, List<FilmBox>> children = new LinkedHashMap<>();
        int at = 0;
        while (at < body.limit()) {
            IsoBox box = IsoBox.read(body.slice(at, body.limit() - at), at, body.limit());
            if (box == null || box.isOpen() || box.isCut()) {
                throw new NotPlain();
            }
            children.computeIfAbsent(box.type(), type -> new ArrayList<>())
                    .add(new FilmBox(body.slice((int) box.body(), (int) box.length())));
            at = (int) box.end();
        }
        return children;
    }

    /** This box, where it carries boxes of these kinds alone. */
    FilmBox only(String... types) throws NotPlain {
        demand(Set.of(types).containsAll(children().keySet()));
        return this;
    }

    boolean has(String type) throws NotPlain {
        return children().containsKey(type);
    }

    List<FilmBox> all(String type) throws NotPlain {
        return children().getOrDefault(type, List.of());
    }

    /** The only one of its kind. */
    FilmBox child(String type) throws NotPlain {
        List<FilmBox> all = all(type);
        demand(all.size() == 1);
        return all.getFirst();
    }

    /** What stands behind so many bytes. */
    FilmBox from(int at) {
        return new FilmBox(body.slice(at, body.limit() - at));
    }

    int at(int offset) {
        return body.getInt(offset);
    }

    boolean isMatrix(int offset, int[] matrix) {
        for (int k = 0; k < matrix.length; k++) {
            if (at(offset + 4 * k) != matrix[k]) {
                return false;
            }
        }
        return true;
    }
}
