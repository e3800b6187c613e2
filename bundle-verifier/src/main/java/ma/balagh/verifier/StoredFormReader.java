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
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads a container from its first byte to its last, once, and holds every byte against the one form that it may have.
 * Nothing is unpacked.
 */
final class StoredFormReader {

    private static final int MOST_ENTRIES = 4_096;

    private static final int LONGEST_NAME = 100;

    /** What a container of one kind may have in it. */
    interface Entries {

        /**
         * What is wrong with the name of an entry; nothing where it may be called so.
         *
         * @param before the name of the entry before it; nothing for the first
         */
        @Nullable
        String fault(String name, @Nullable String before);

        /** Takes its content; what is not read is read afterwards. */
        void take(Content content) throws IOException;
    }

    private final InputStream in;
    private final VerificationReport report;
    private final Entries entries;
    private final List<StoredFormVerifier.Header> headers = new ArrayList<>();
    private final byte[] buffer = new byte[1 << 16];
    private long position;

    StoredFormReader(InputStream in, VerificationReport report, Entries entries) {
        this.in = in;
        this.report = report;
        this.entries = entries;
    }

    /** What is wrong is in the report. */
    void read() throws IOException {
        try {
            byte[] start = bytes(4, before());
            while (little(start).getInt() == StoredFormVerifier.LOCAL) {
                entry();
                start = bytes(4, before());
            }
            end(start);
        } catch (MalformedBundleException fault) {
            report.fail(BundleClaim.CONTAINER, fault.place(), fault.reason());
        }
        if (!report.hasFailed(BundleClaim.CONTAINER)) {
            report.pass(
                    BundleClaim.CONTAINER,
                    "%d entries; all %d bytes are accounted for".formatted(headers.size(), position));
        }
    }

    private void entry() throws IOException {
        long offset = position - 4;
        byte[] fixed = bytes(StoredFormVerifier.LOCAL_LENGTH - 4, before());
        ByteBuffer fields = little(fixed);
        int crc = fields.getInt(10);
        long packed = Integer.toUnsignedLong(fields.getInt(14));
        long size = Integer.toUnsignedLong(fields.getInt(18));
        String name = name(fields.getShort(22), offset);
        byte[] extra = bytes(extraLength(fields.getShort(24), name, offset), name);
        if (packed != size) {
            throw new MalformedBundleException(
                    FindingLocation.offset(name, offset + 18),
                    "its header says two sizes, %d and %d (byte %d)".formatted(packed, size, offset + 22));
        }
        if (extra.length > 0) {
            size = little(extra).getLong(4);
            if (size < StoredFormVerifier.LARGE) {
                throw new MalformedBundleException(
                        FindingLocation.offset(name, offset), "its header has a needless ZIP64 size");
            }
        }
        var header = new StoredFormVerifier.Header(name, size, crc, offset);
        compare(header, fixed, extra);
        headers.add(header);
        if (headers.size() > MOST_ENTRIES) {
            throw new MalformedBundleException(
                    FindingLocation.offset(name, offset), "there are more entries than any container has");
        }
        content(header);
    }

    private String name(short length, long offset) throws IOException {
        if (length < 1 || length > LONGEST_NAME) {
            throw new MalformedBundleException(
                    FindingLocation.offset(before(), offset + 26),
                    "no entry has a name of %d bytes".formatted(Short.toUnsignedInt(length)));
        }
        String name = new String(bytes(length, before()), StandardCharsets.ISO_8859_1);
        String fault = entries.fault(name, before());
        if (fault != null) {
            throw new MalformedBundleException(
                    FindingLocation.offset(before(), offset + StoredFormVerifier.LOCAL_LENGTH), fault);
        }
        return name;
    }

    private static int extraLength(short length, String name, long offset) {
        if (length != 0 && length != StoredFormVerifier.LOCAL_EXTRA) {
            throw new MalformedBundleException(
                    FindingLocation.offset(name, offset + 28), "its header has an extra field of a wrong length");
        }
        return length;
    }

    private void compare(StoredFormVerifier.Header header, byte[] fixed, byte[] extra) {
        byte[] expected = StoredFormVerifier.local(header);
        int difference = Arrays.mismatch(Arrays.copyOfRange(expected, 4, StoredFormVerifier.LOCAL_LENGTH), fixed);
        if (difference >= 0) {
            throw new MalformedBundleException(
                    FindingLocation.offset(header.name(), header.offset() + 4 + difference),
                    "its header is another one");
        }
        int from = StoredFormVerifier.LOCAL_LENGTH + header.name().length();
        int inExtra = Arrays.mismatch(Arrays.copyOfRange(expected, from, expected.length), extra);
        if (inExtra >= 0) {
            throw new MalformedBundleException(
                    FindingLocation.offset(header.name(), header.offset() + from + inExtra),
                    "its extra field is another one");
        }
    }

    private void content(StoredFormVerifier.Header header) throws IOException {
        var content = new Content(header);
        entries.take(content);
        content.finish();
        if ((int) content.crc.getValue() != header.crc()) {
            report.fail(
                    BundleClaim.CONTAINER,
                    FindingLocation.offset(header.name(), content.start),
                    "its bytes %d to %d do not have the CRC of its header (byte %d)"
                            .formatted(content.start, position - 1, header.offset() + 14));
        }
    }

    /** The bytes of one entry. */
    final class Content extends InputStream {

        private final StoredFormVerifier.Header header;
        private final long start = position;
        private final CRC32 crc = new CRC32();
        private final MessageDigest sha256 = Sha256Hasher.start();
        private long left;

        private Content(StoredFormVerifier.Header header) {
            this.header = header;
            this.left = header.size();
        }

        StoredFormVerifier.Header header() {
            return header;
        }

        /** The offset of its first byte in the file. */
        long start() {
            return start;
        }

        /** Of all of it; ends the reading. */
        String sha256() throws IOException {
            finish();
            return HexFormat.of().formatHex(sha256.digest());
        }

        private void finish() throws IOException {
            while (read(buffer, 0, buffer.length) >= 0) {
                // Its digest and CRC are all that is needed of the rest.
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, from, (int) Math.min(length, left));
            if (read < 0) {
                throw new MalformedBundleException(
                        FindingLocation.offset(header.name(), position),
                        "the file ends %d bytes before this entry does".formatted(left));
            }
            crc.update(bytes, from, read);
            sha256.update(bytes, from, read);
            left -= read;
            position += read;
            return read;
        }
    }

    /** The directory has to be the one that follows from the entries, and nothing may come after it. */
    private void end(byte[] start) throws IOException {
        long offset = position - start.length;
        byte[] expected = StoredFormVerifier.directory(headers, offset);
        byte[] rest = in.readNBytes(expected.length - start.length + 1);
        byte[] found = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, found, start.length, rest.length);
        int difference = Arrays.mismatch(expected, found);
        if (difference < 0) {
            position += rest.length;
        } else if (difference == expected.length) {
            report.fail(
                    BundleClaim.CONTAINER,
                    FindingLocation.offset(null, offset + difference),
                    "something follows the end");
        } else if (difference == found.length) {
            report.fail(
                    BundleClaim.CONTAINER,
                    FindingLocation.offset(null, offset + difference),
                    "the file ends too early");
        } else {
            report.fail(
                    BundleClaim.CONTAINER,
                    FindingLocation.offset(before(), offset + difference),
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
            throw new MalformedBundleException(FindingLocation.offset(name, position), "the file ends too early");
        }
        return read;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
