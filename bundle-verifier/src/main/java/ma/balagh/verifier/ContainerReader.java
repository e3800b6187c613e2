package ma.balagh.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads a container from its first byte to its last, once, and holds every byte against the one form that it may have.
 * Nothing is unpacked, and only small entries are held in memory.
 */
final class ContainerReader {

    static final int MOST_ENTRIES = 4_096;
    static final int LARGEST_MANIFEST = 2 << 20;
    static final int LARGEST_OTHER = 256 << 10;
    static final int LARGEST_TOGETHER = 40 << 20;

    private static final Pattern NAME =
            Pattern.compile("README\\.(ar|en|fr)\\.txt|(compartment/)?anchors/[0-9]{12}\\.(json|proof\\.json|tsr)"
                    + "|authorities/[0-9a-f]{64}\\.pem|(compartment/)?custody\\.json|keys/[0-9a-f]{64}\\.pem"
                    + "|manifest\\.(json|sig)|original\\.[a-z0-9]{1,5}");
    private static final int LONGEST_NAME = 100;

    private final InputStream in;
    private final VerificationReport report;
    private final ContainerContents contents = new ContainerContents();
    private final List<StoredFormVerifier.Header> headers = new ArrayList<>();
    private final byte[] buffer = new byte[1 << 16];
    private long position;
    private long held;

    ContainerReader(InputStream in, VerificationReport report) {
        this.in = in;
        this.report = report;
    }

    /** Whatever could be read; what is wrong with it is in the report. */
    ContainerContents read() throws IOException {
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
        return contents;
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
                    FindingLocation.offset(name, offset), "there are more entries than any bundle has");
        }
        content(header);
    }

    private String name(short length, long offset) throws IOException {
        if (length < 1 || length > LONGEST_NAME) {
            throw new MalformedBundleException(
                    FindingLocation.offset(before(), offset + 26),
                    "a name of %d bytes is none of a bundle's".formatted(Short.toUnsignedInt(length)));
        }
        String name = new String(bytes(length, before()), StandardCharsets.ISO_8859_1);
        if (!NAME.matcher(name).matches()) {
            throw new MalformedBundleException(
                    FindingLocation.offset(before(), offset + StoredFormVerifier.LOCAL_LENGTH),
                    "no entry of a bundle has this name");
        }
        if (!headers.isEmpty() && headers.getLast().name().compareTo(name) >= 0) {
            throw new MalformedBundleException(
                    FindingLocation.offset(name, offset), "the entries are not in the order of their names");
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
        String name = header.name();
        long start = position;
        var content = new Content(header);
        byte[] kept = null;
        if (name.endsWith(BundleVerifier.CUSTODY)) {
            contents.add(name, chain(name, start, content, provedEntries(name)));
        } else if (!name.startsWith("original.")) {
            kept = content.readNBytes(smallSize(header));
        }
        while (content.read(buffer, 0, buffer.length) >= 0) {
            // Its digest and CRC are all that is needed of the rest.
        }
        if ((int) content.crc.getValue() != header.crc()) {
            report.fail(
                    BundleClaim.CONTAINER,
                    FindingLocation.offset(name, start),
                    "its bytes %d to %d do not have the CRC of its header (byte %d)"
                            .formatted(start, position - 1, header.offset() + 14));
        }
        String sha256 = HexFormat.of().formatHex(content.sha256.digest());
        contents.add(new ContainerContents.Entry(name, start, header.size(), sha256, kept));
    }

    private static ContainerContents.ReadChain chain(String name, long start, Content content, Set<Integer> wanted)
            throws IOException {
        try {
            return new ContainerContents.ReadChain.Sound(new CustodyReader(name, start, content, wanted).read());
        } catch (MalformedBundleException fault) {
            return new ContainerContents.ReadChain.Broken(fault);
        } catch (RuntimeException hostile) {
            return new ContainerContents.ReadChain.Broken(new MalformedBundleException(
                    FindingLocation.entry(name),
                    "it cannot be evaluated: " + hostile.getClass().getSimpleName()));
        }
    }

    /** The sequences that proofs name; these come before the chain. What is wrong with a proof is found later. */
    private Set<Integer> provedEntries(String custody) {
        String folder = custody.substring(0, custody.length() - BundleVerifier.CUSTODY.length()) + "anchors/";
        var sequences = new HashSet<Integer>();
        contents.between(folder, ".proof.json").forEach((number, proof) -> {
            try {
                sequences.add(CanonicalJsonObject.read(number, 0, proof).small("sequence"));
            } catch (MalformedBundleException fault) {
                // AnchorFile reads it again.
            }
        });
        return sequences;
    }

    private int smallSize(StoredFormVerifier.Header header) {
        String name = header.name();
        int largest = name.equals(BundleVerifier.MANIFEST) ? LARGEST_MANIFEST : LARGEST_OTHER;
        held += header.size();
        if (header.size() > largest || held > LARGEST_TOGETHER) {
            throw new MalformedBundleException(
                    FindingLocation.offset(name, header.offset()), "it is larger than any bundle's");
        }
        return (int) header.size();
    }

    /** The bytes of one entry. */
    private final class Content extends InputStream {

        private final String name;
        private final CRC32 crc = new CRC32();
        private final MessageDigest sha256 = Sha256Hasher.start();
        private long left;

        private Content(StoredFormVerifier.Header header) {
            this.name = header.name();
            this.left = header.size();
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
                        FindingLocation.offset(name, position),
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
