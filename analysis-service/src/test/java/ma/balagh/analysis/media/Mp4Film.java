package ma.balagh.analysis.media;

import static ma.balagh.analysis.media.Bytes.ascii;
import static ma.balagh.analysis.media.Bytes.ints;
import static ma.balagh.analysis.media.Bytes.joined;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** An MP4 whose film box stands at its end, so that boxes inside can change their sizes. */
record Mp4Film(byte[] file, int at) {

    private static final Set<String> PARENTS = Set.of("moov", "trak", "mdia", "minf", "dinf", "stbl", "edts", "udta");

    static Mp4Film of(byte[] mp4) {
        int at = 0;
        while (!name(mp4, at).equals("moov")) {
            at += size(mp4, at);
        }
        return new Mp4Film(mp4, at);
    }

    /** With that content in all boxes of that name. */
    byte[] with(String name, byte[]... content) {
        return joined(Arrays.copyOf(file, at), rewritten(at, name, joined(content)));
    }

    private byte[] rewritten(int box, String wanted, byte[] replacement) {
        int end = box + size(file, box);
        String name = name(file, box);
        byte[] content = Arrays.copyOfRange(file, box + 8, end);
        if (name.equals(wanted)) {
            content = replacement;
        } else if (PARENTS.contains(name)) {
            content = new byte[0];
            for (int child = box + 8; child < end; child += size(file, child)) {
                content = joined(content, rewritten(child, wanted, replacement));
            }
        }
        return joined(ints(8 + content.length), ascii(name), content);
    }

    private static int size(byte[] file, int box) {
        return ByteBuffer.wrap(file).getInt(box);
    }

    private static String name(byte[] file, int box) {
        return new String(file, box + 4, 4, StandardCharsets.ISO_8859_1);
    }
}
