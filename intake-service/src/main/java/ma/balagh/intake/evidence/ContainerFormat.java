package ma.balagh.intake.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import ma.balagh.intake.IntakeProblem;

/** The accepted file formats, detected from the first bytes and never from what a sender declares. */
public enum ContainerFormat {
    MP4("video/mp4"),
    QUICKTIME("video/quicktime"),
    THIRD_GENERATION("video/3gpp"),
    MATROSKA("video/matroska"),
    WEBM("video/webm"),
    AVI("video/x-msvideo"),
    FLASH("video/x-flv"),
    TRANSPORT_STREAM("video/mp2t"),
    PROGRAM_STREAM("video/mpeg"),
    WINDOWS_MEDIA("video/x-ms-wmv"),
    OGG_VIDEO("video/ogg"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    GIF("image/gif"),
    HEIC("image/heic"),
    MP4_SOUND("audio/mp4"),
    MP3("audio/mpeg"),
    OGG_SOUND("audio/ogg"),
    WAVE("audio/wav");

    /** So many first bytes are enough to tell. */
    public static final int HEAD = 4096;

    // ISO base media files that are no video.
    private static final Set<String> SOUND_BRANDS = Set.of("M4A ", "M4B ");
    private static final Set<String> PICTURE_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1");
    // Sound under copy protection; pictures in a coding that is not taken in.
    private static final Set<String> REFUSED_BRANDS = Set.of("M4P ", "avif", "avis");
    // Classic QuickTime files begin with one of these boxes and have no file type box.
    private static final Set<String> QUICKTIME_BOXES = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    // Of layer III: kbit/s of version 1 and of versions 2 and 2.5; samples per second of version 1.
    private static final int[] BIT_RATES_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    private static final int[] BIT_RATES_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] SAMPLE_RATES = {44100, 48000, 32000, 0};

    private final String mediaType;

    ContainerFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * @param head the first bytes of the file, {@link #HEAD} where it has so many
     * @throws ma.balagh.http.ProblemException 415 when they are those of no medium
     */
    public static ContainerFormat require(byte[] head) {
        return of(head).orElseThrow(() ->
                IntakeProblem.NOT_A_MEDIUM.because("the first bytes are those of no known video, picture or"
                        + " sound format, whatever the file is called"));
    }

    /** @param head the first bytes of the file, {@link #HEAD} where it has so many */
    static Optional<ContainerFormat> of(byte[] head) {
        return image(head)
                .or(() -> isoBaseMedia(head))
                .or(() -> otherVideo(head))
                .or(() -> sound(head));
    }

    private static Optional<ContainerFormat> image(byte[] head) {
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

    private static Optional<ContainerFormat> isoBaseMedia(byte[] head) {
        String box = text(head, 4, 4);
        if (box.equals("ftyp")) {
            String brand = text(head, 8, 4);
            if (REFUSED_BRANDS.contains(brand)) {
                return Optional.empty();
            }
            if (SOUND_BRANDS.contains(brand)) {
                return Optional.of(MP4_SOUND);
            }
            if (PICTURE_BRANDS.contains(brand)) {
                return Optional.of(HEIC);
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

    private static Optional<ContainerFormat> otherVideo(byte[] head) {
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
        if (starts(head, 0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11)) {
            return Optional.of(WINDOWS_MEDIA);
        }
        if (text(head, 0, 4).equals("OggS")) {
            // Each track begins with a page of its own, pictures first.
            return Optional.of(text(head, 0, HEAD).contains("\u0080theora") ? OGG_VIDEO : OGG_SOUND);
        }
        // Packets of 188 bytes, or of 192 with a time stamp before each (cameras).
        boolean packets = isSynchronised(head, 0, 188) || isSynchronised(head, 4, 192);
        return packets ? Optional.of(TRANSPORT_STREAM) : Optional.empty();
    }

    private static Optional<ContainerFormat> sound(byte[] head) {
        if (text(head, 0, 4).equals("RIFF") && text(head, 8, 4).equals("WAVE")) {
            return Optional.of(WAVE);
        }
        boolean tagged = text(head, 0, 3).equals("ID3") && head.length >= 10 && head[3] >= 2 && head[3] <= 4;
        return tagged || isLayerThree(head, 0) && isLayerThree(head, layerThreeLength(head))
                ? Optional.of(MP3)
                : Optional.empty();
    }

    /** Whether a frame of MPEG sound, layer III, begins there (ISO/IEC 11172-3). */
    private static boolean isLayerThree(byte[] head, int at) {
        if (head.length < at + 4) {
            return false;
        }
        int version = head[at + 1] >> 3 & 3;
        int bitRate = head[at + 2] >> 4 & 15;
        return head[at] == (byte) 0xFF
                && (head[at + 1] & 0xE6) == 0xE2
                && version != 1
                && bitRate != 0
                && bitRate != 15
                && (head[at + 2] >> 2 & 3) != 3;
    }

    /** Bytes of the frame at the beginning. */
    private static int layerThreeLength(byte[] head) {
        int version = head[1] >> 3 & 3;
        boolean first = version == 3;
        int bitRate = (first ? BIT_RATES_1 : BIT_RATES_2)[head[2] >> 4 & 15];
        // Version 2.5 is written 0, 2 is written 2, 1 is written 3.
        int sampleRate = SAMPLE_RATES[head[2] >> 2 & 3] >> (first ? 0 : version == 2 ? 1 : 2);
        return (first ? 144 : 72) * 1000 * bitRate / sampleRate + (head[2] >> 1 & 1);
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
