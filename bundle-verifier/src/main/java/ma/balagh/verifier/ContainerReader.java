package ma.balagh.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads a container from its first byte to its last, once, and holds every byte against the one form that it may have.
 * Nothing is unpacked, and only small entries are held in memory.
 */
final class ContainerReader {

    static final int MOST_ENTRIES = 4_096;
    static final int LARGEST_CUSTODY = 16 << 20;
    static final int LARGEST_MANIFEST = 2 << 20;
    static final int LARGEST_OTHER = 256 << 10;
    static final int LARGEST_TOGETHER = 40 << 20;

    private static final Pattern NAME =
            Pattern.compile("README\\.(ar|en|fr)\\.txt|anchors/[0-9]{12}\\.(json|proof\\.json|tsr)"
                    + "|authorities/[0-9a-f]{64}\\.pem|custody\\.json|keys/[0-9a-f]{64}\\.pem"
                    + "|manifest\\.(json|sig)|original\\.[a-z0-9]{1,5}");
    private static final int LONGEST_NAME = 100;

    private final InputStream in;
    private final Report report;
    private final Contents contents = new Contents();
    private final List<StoredForm.Header> headers = new ArrayList<>();
    private final byte[] buffer = new byte[1 << 16];
    private long position;
    private long held;

    ContainerReader(InputStream in, Report report) {
        this.in = in;
        this.report = report;
    }

    /** Whatever could be read; what is wrong with it is in the report. */
    Contents read() throws IOException {
        try {
            byte[] start = bytes(4, before());
            while (little(start).getInt() == StoredForm.LOCAL) {
                entry();
                start = bytes(4, before());
            }
            end(start);
        } catch (Malformed fault) {
            report.fail(Claim.CONTAINER, fault.place(), fault.reason());
        }
        if (!report.hasFailed(Claim.CONTAINER)) {
            report.pass(
                    Claim.CONTAINER, "%d entries; all %d bytes are accounted for".formatted(headers.size(), position));
        }
        return contents;
    }

    private void entry() throws IOException {
        long offset = position - 4;
        byte[] fixed = bytes(StoredForm.LOCAL_LENGTH - 4, before());
        ByteBuffer fields = little(fixed);
        int crc = fields.getInt(10);
        long packed = Integer.toUnsignedLong(fields.getInt(14));
        long size = Integer.toUnsignedLong(fields.getInt(18));
        String name = name(fields.getShort(22), offset);
        byte[] extra = bytes(extraLength(fields.getShort(24), name, offset), name);
        if (packed != size) {
            throw new Malformed(
                    Place.offset(name, offset + 18),
                    "its header says two sizes, %d and %d (byte %d)".formatted(packed, size, offset + 22));
        }
        if (extra.length > 0) {
            size = little(extra).getLong(4);
            if (size < StoredForm.LARGE) {
                throw new Malformed(Place.offset(name, offset), "its header has a needless ZIP64 size");
            }
        }
        var header = new StoredForm.Header(name, size, crc, offset);
        compare(header, fixed, extra);
        headers.add(header);
        if (headers.size() > MOST_ENTRIES) {
            throw new Malformed(Place.offset(name, offset), "there are more entries than any bundle has");
        }
        content(header);
    }

    private String name(short length, long offset) throws IOException {
        if (length < 1 || length > LONGEST_NAME) {
            throw new Malformed(
                    Place.offset(before(), offset + 26),
                    "a name of %d bytes is none of a bundle's".formatted(Short.toUnsignedInt(length)));
        }
        String name = new String(bytes(length, before()), StandardCharsets.ISO_8859_1);
        if (!NAME.matcher(name).matches()) {
            throw new Malformed(
                    Place.offset(before(), offset + StoredForm.LOCAL_LENGTH), "no entry of a bundle has this name");
        }
        if (!headers.isEmpty() && headers.getLast().name().compareTo(name) >= 0) {
            throw new Malformed(Place.offset(name, offset), "the entries are not in the order of their names");
        }
        return name;
    }

    private static int extraLength(short length, String name, long offset) {
        if (length != 0 && length != StoredForm.LOCAL_EXTRA) {
            throw new Malformed(Place.offset(name, offset + 28), "its header has an extra field of a wrong length");
        }
        return length;
    }

    private void compare(StoredForm.Header header, byte[] fixed, byte[] extra) {
        byte[] expected = StoredForm.local(header);
        int difference = Arrays.mismatch(Arrays.copyOfRange(expected, 4, StoredForm.LOCAL_LENGTH), fixed);
        if (difference >= 0) {
            throw new Malformed(
                    Place.offset(header.name(), header.offset() + 4 + difference), "its header is another one");
        }
        int from = StoredForm.LOCAL_LENGTH + header.name().length();
        int inExtra = Arrays.mismatch(Arrays.copyOfRange(expected, from, expected.length), extra);
        if (inExtra >= 0) {
            throw new Malformed(
                    Place.offset(header.name(), header.offset() + from + inExtra), "its extra field is another one");
        }
    }

    private void content(StoredForm.Header header) throws IOException {
        String name = header.name();
        long start = position;
        byte[] kept = keeping(header);
        var crc = new CRC32();
        MessageDigest sha256 = Sha256.start();
        for (long left = header.size(); left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new Malformed(
                        Place.offset(name, position), "the file ends %d bytes before this entry does".formatted(left));
            }
            crc.update(buffer, 0, read);
            sha256.update(buffer, 0, read);
            if (kept != null) {
                System.arraycopy(buffer, 0, kept, (int) (header.size() - left), read);
            }
            left -= read;
            position += read;
        }
        if ((int) crc.getValue() != header.crc()) {
            report.fail(
                    Claim.CONTAINER,
                    Place.offset(name, start),
                    "its bytes %d to %d do not have the CRC of its header (byte %d)"
                            .formatted(start, position - 1, header.offset() + 14));
        }
        contents.add(
                new Contents.Entry(name, start, header.size(), HexFormat.of().formatHex(sha256.digest()), kept));
    }

    /** Room for what is small; nothing for the original. */
    private byte @Nullable [] keeping(StoredForm.Header header) {
        String name = header.name();
        if (name.startsWith("original.")) {
            return null;
        }
        int largest = switch (name) {
            case BundleVerifier.CUSTODY -> LARGEST_CUSTODY;
            case BundleVerifier.MANIFEST -> LARGEST_MANIFEST;
            default -> LARGEST_OTHER;
        };
        held += header.size();
        if (header.size() > largest || held > LARGEST_TOGETHER) {
            throw new Malformed(Place.offset(name, header.offset()), "it is larger than any bundle's");
        }
        return new byte[(int) header.size()];
    }

    /** The directory has to be the one that follows from the entries, and nothing may come after it. */
    private void end(byte[] start) throws IOException {
        long offset = position - start.length;
        byte[] expected = StoredForm.directory(headers, offset);
        byte[] rest = in.readNBytes(expected.length - start.length + 1);
        byte[] found = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, found, start.length, rest.length);
        int difference = Arrays.mismatch(expected, found);
        if (difference < 0) {
            position += rest.length;
        } else if (difference == expected.length) {
            report.fail(Claim.CONTAINER, Place.offset(null, offset + difference), "something follows the end");
        } else if (difference == found.length) {
            report.fail(Claim.CONTAINER, Place.offset(null, offset + difference), "the file ends too early");
        } else {
            report.fail(
                    Claim.CONTAINER,
                    Place.offset(before(), offset + difference),
                    "neither another entry nor the directory of those before is here");
        }
    }

    private @Nullable String before() {
        return headers.isEmpty() ? null : headers.getLast().name();
    }

    private byte[] bytes(int count, @Nullable String name) throws IOException {
        byte[] read = in.readNBytes(count);
        position += read.length;
        if (read.length < count) {
            throw new Malformed(Place.offset(name, position), "the file ends too early");
        }
        return read;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
