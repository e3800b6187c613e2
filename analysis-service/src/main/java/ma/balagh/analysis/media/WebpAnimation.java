package ma.balagh.analysis.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of an animated WebP (RFC 9649), which FFmpeg 7.1 does not read, while it reads each of them when it stands
 * alone. Nothing is decoded here.
 *
 * @param width of the whole, in pixels
 * @param height of the whole, in pixels
 * @param pictures those that can be decoded, in their order
 * @param complete whether these are all
 */
record WebpAnimation(int width, int height, List<Picture> pictures, boolean complete) {

    /** Pixels of the whole, and of all pictures together: Java holds one, and packs each. */
    private static final long MOST_PIXELS = 1 << 22;

    private static final long MOST_PIXELS_TOGETHER = 1 << 29;
    private static final int MOST_CHUNKS = 100_000;

    /** Browsers show a picture for so many milliseconds where it says 10 or less. */
    private static final int USUAL_DURATION = 100;

    /**
     * A picture that changes a rectangle of the whole.
     *
     * @param duration milliseconds
     * @param cleared whether its rectangle is emptied before the next
     * @param blended whether it is laid over what is there, where it is transparent
     */
    record Picture(
            int x, int y, int width, int height, int duration, boolean cleared, boolean blended, List<Chunk> chunks) {}

    /** Part of a file: content without name and length. */
    record Chunk(String name, long at, int length) {

        long end() {
            return at + length + length % 2;
        }
    }

    /** Seconds that the pictures take together. */
    double seconds() {
        return pictures.stream().mapToLong(Picture::duration).sum() / 1000.0;
    }

    /** Empty where it is another medium, or a still. */
    static Optional<WebpAnimation> of(Path medium, int mostPictures) throws IOException {
        try (var file = FileChannel.open(medium)) {
            var head = read(file, 0, 30);
            if (head == null
                    || head.getInt(0) != 0x46464952 // RIFF
                    || head.getInt(8) != 0x50424557 // WEBP
                    || head.getInt(12) != 0x58385056 // VP8X
                    || (head.get(20) & 2) == 0) {
                return Optional.empty();
            }
            int width = number(head, 24) + 1;
            int height = number(head, 27) + 1;
            return (long) width * height > MOST_PIXELS
                    ? Optional.of(new WebpAnimation(width, height, List.of(), false))
                    : Optional.of(read(file, width, height, mostPictures));
        }
    }

    private static WebpAnimation read(FileChannel file, int width, int height, int mostPictures) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        long pixels = 0;
        long at = 12;
        for (int k = 0; k < MOST_CHUNKS; k++) {
            Chunk chunk = chunk(file, at);
            if (chunk == null) {
                return new WebpAnimation(width, height, List.copyOf(pictures), at >= file.size() - 1);
            }
            if (chunk.name().equals("ANMF")) {
                Picture picture = picture(file, chunk);
                if (picture == null || !fits(picture, width, height) || pictures.size() == mostPictures) {
                    return new WebpAnimation(width, height, List.copyOf(pictures), false);
                }
                pixels += (long) picture.width() * picture.height();
                if (pixels > MOST_PIXELS_TOGETHER) {
                    return new WebpAnimation(width, height, List.copyOf(pictures), false);
                }
                pictures.add(picture);
            }
            at = chunk.end();
        }
        return new WebpAnimation(width, height, List.copyOf(pictures), false);
    }

    private static boolean fits(Picture picture, int width, int height) {
        return picture.x() + picture.width() <= width && picture.y() + picture.height() <= height;
    }

    private static @Nullable Picture picture(FileChannel file, Chunk chunk) throws IOException {
        var head = read(file, chunk.at(), 16);
        if (head == null || chunk.length() < 24) {
            return null;
        }
        List<Chunk> parts = new ArrayList<>();
        int width = number(head, 6) + 1;
        int height = number(head, 9) + 1;
        Chunk part = chunk(file, chunk.at() + 16);
        while (part != null && part.end() <= chunk.end() && parts.size() < 2) {
            boolean picture = part.name().startsWith("VP8");
            if (picture || part.name().equals("ALPH") && parts.isEmpty()) {
                parts.add(part);
            }
            if (picture) {
                int duration = number(head, 12);
                return hasSize(file, part, width, height)
                        ? new Picture(
                                2 * number(head, 0),
                                2 * number(head, 3),
                                width,
                                height,
                                duration <= 10 ? USUAL_DURATION : duration,
                                (head.get(15) & 1) != 0,
                                (head.get(15) & 2) == 0,
                                List.copyOf(parts))
                        : null;
            }
            part = chunk(file, part.end());
        }
        return null;
    }

    /** What is decoded later has the size that its own bytes say, so both must say the same. */
    private static boolean hasSize(FileChannel file, Chunk part, int width, int height) throws IOException {
        var head = read(file, part.at(), 10);
        if (head == null) {
            return false;
        }
        if (part.name().equals("VP8L")) {
            int size = head.getInt(1);
            return head.get(0) == 0x2F && (size & 0x3FFF) + 1 == width && (size >>> 14 & 0x3FFF) + 1 == height;
        }
        return part.name().equals("VP8 ")
                && number(head, 3) == 0x2A019D
                && (head.getShort(6) & 0x3FFF) == width
                && (head.getShort(8) & 0x3FFF) == height;
    }

    private static @Nullable Chunk chunk(FileChannel file, long at) throws IOException {
        var head = read(file, at, 8);
        if (head == null) {
            return null;
        }
        int length = head.getInt(4);
        var name = StandardCharsets.ISO_8859_1.decode(head.slice(0, 4)).toString();
        return length < 0 || at + 8 + length > file.size() ? null : new Chunk(name, at + 8, length);
    }

    /** Writes each picture as a file of its own, one behind the other. */
    void writePictures(Path medium, Path target) throws IOException {
        try (var file = FileChannel.open(medium);
                var out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (Picture picture : pictures) {
                boolean extended = picture.chunks().size() > 1;
                long length = 4 + (extended ? 18 : 0);
                for (Chunk chunk : picture.chunks()) {
                    length += 8 + chunk.end() - chunk.at();
                }
                write(out, head("RIFF", (int) length));
                write(out, ByteBuffer.wrap("WEBP".getBytes(StandardCharsets.US_ASCII)));
                if (extended) {
                    write(out, head("VP8X", 10));
                    write(out, extension(picture.width() - 1, picture.height() - 1));
                }
                for (Chunk chunk : picture.chunks()) {
                    write(out, head(chunk.name(), chunk.length()));
                    long end = Math.min(chunk.end(), file.size());
                    for (long at = chunk.at(); at < end; ) {
                        at += file.transferTo(at, end - at, out);
                    }
                }
            }
        }
    }

    /** It says that there is transparency. */
    private static ByteBuffer extension(int width, int height) {
        return little(10)
                .putInt(0x10)
                .putShort((short) width)
                .put((byte) (width >> 16))
                .putShort((short) height)
                .put((byte) (height >> 16))
                .flip();
    }

    private static ByteBuffer head(String name, int length) {
        return little(8)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(length)
                .flip();
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Three bytes. */
    private static int number(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at)) | Byte.toUnsignedInt(bytes.get(at + 2)) << 16;
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Null where the file ends before. */
    private static @Nullable ByteBuffer read(FileChannel file, long position, int length) throws IOException {
        var bytes = little(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                return null;
            }
        }
        return bytes.flip();
    }
}
