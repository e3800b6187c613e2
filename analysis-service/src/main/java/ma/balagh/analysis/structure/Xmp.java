package ma.balagh.analysis.structure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Which programs an XMP packet (ISO 16684-1) names. It is searched, not parsed: a hostile one costs its length. */
final class Xmp {

    static final int LONGEST = 64 << 10;

    private static final int MOST_PROGRAMS = 16;

    /** As attribute or as element; at most so long that a search for its end stays short. */
    private static final Pattern PROGRAM =
            Pattern.compile("(?:CreatorTool|softwareAgent)(?:=\"|=\'|>)([^<\"\']{1,120})[<\"\']");

    private Xmp() {}

    static void read(ByteBuffer packet, BiConsumer<String, String> traces) {
        traces.accept("xmp", "present");
        var programs = PROGRAM.matcher(StandardCharsets.UTF_8.decode(packet.duplicate()));
        for (int k = 0; k < MOST_PROGRAMS && programs.find(); k++) {
            traces.accept("xmp.program", programs.group(1));
        }
    }
}
