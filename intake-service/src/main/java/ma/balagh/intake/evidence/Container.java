package ma.balagh.intake.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that are taken in, told by their first bytes and never by what somebody calls them. */
enum Container {
    MP4("video/mp4"),
    QUICKTIME("video/quicktime"),
    THIRD_GENERATION("video/3gpp"),
    MATROSKA("video/matroska"),
    WEBM("video/webm"),
    AVI("video/x-msvideo"),
    FLASH("video/x-flv"),
    TRANSPORT_STREAM("video/mp2t"),
    PROGRAM_STREAM("video/mpeg"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    GIF("image/gif");

    /** So many first bytes are enough to tell. */
    static final int HEAD = 4096;

    // ISO base media files that are sound or still pictures; the latter in codings that are not taken in.
    private static final Set<String> NOT_VIDEO = Set.of("M4A ", "M4B ", "M4P ", "heic", "heix", "mif1", "avif");
    // Classic QuickTime files begin with one of these boxes and have no file type box.
    private static final Set<String> QUICKTIME_BOXES = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private final String mediaType;

    Container(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** @param head the first bytes of the file, {@link #HEAD} where it has so many */
    static Optional<Container> of(byte[] head) {
        return image(head).or(() -> isoBaseMedia(head)).or(() -> otherVideo(head));
    }

    private static Optional<Container> image(byte[] head) {
        if (starts(head, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (starts(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (text(head, 0, 4).equals("RIFF") && text(head, 8, 4).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        if (Set.of("GIF87a", "GIF89a").contains(text(head, 0, 6))) {
            return Optional.of(GIF);
        }
        return Optional.empty();
    }

    private static Optional<Container> isoBaseMedia(byte[] head) {
        String box = text(head, 4, 4);
        if (box.equals("ftyp")) {
            String brand = text(head, 8, 4);
            if (NOT_VIDEO.contains(brand)) {
                return Optional.empty();
            }
            return Optional.of(brand.equals("qt  ") ? QUICKTIME : brand.startsWith("3g") ? THIRD_GENERATION : MP4);
        }
        return QUICKTIME_BOXES.contains(box) && hasBoxSize(head) ? Optional.of(QUICKTIME) : Optional.empty();
    }

    /**
     * Text may read "The free ...", too. The size before the name begins with a zero byte up to 16 MiB; larger is only
     * what holds the pictures.
     */
    private static boolean hasBoxSize(byte[] head) {
        return head[0] == 0 || text(head, 4, 4).equals("mdat") && !isPrintable(head);
    }

    private static boolean isPrintable(byte[] head) {
        return text(head, 0, 4).chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static Optional<Container> otherVideo(byte[] head) {
        if (starts(head, 0x1A, 0x45, 0xDF, 0xA3)) {
            // EBML: the document type stands in the header, within the first bytes.
            return Optional.of(text(head, 0, 64).contains("webm") ? WEBM : MATROSKA);
        }
        if (text(head, 0, 4).equals("RIFF") && text(head, 8, 4).equals("AVI ")) {
            return Optional.of(AVI);
        }
        if (starts(head, 'F', 'L', 'V', 1)) {
            return Optional.of(FLASH);
        }
        if (starts(head, 0, 0, 1, 0xBA)) {
            return Optional.of(PROGRAM_STREAM);
        }
        // Packets of 188 bytes, or of 192 with a time stamp before each (cameras).
        boolean packets = isSynchronised(head, 0, 188) || isSynchronised(head, 4, 192);
        return packets ? Optional.of(TRANSPORT_STREAM) : Optional.empty();
    }

    private static boolean isSynchronised(byte[] head, int offset, int packet) {
        int last = offset + 2 * packet;
        return head.length > last && head[offset] == 0x47 && head[offset + packet] == 0x47 && head[last] == 0x47;
    }

    private static boolean starts(byte[] head, int... signature) {
        if (head.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((head[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] head, int from, int length) {
        int to = Math.min(head.length, from + length);
        return from >= to ? "" : new String(Arrays.copyOfRange(head, from, to), StandardCharsets.ISO_8859_1);
    }
}
