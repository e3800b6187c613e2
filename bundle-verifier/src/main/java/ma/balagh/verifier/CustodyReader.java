package ma.balagh.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a custody chain once, from its first byte to its last, and checks every entry. A chain may have any length: one
 * entry is held at a time. The file is canonical when its head, each of its entries and what is between them are.
 */
final class CustodyReader {

    /** More than any entry has. */
    static final int LARGEST_ENTRY = 64 << 10;

    private static final String GENESIS = "0".repeat(64);
    private static final int LARGEST_HEAD = 512;
    private static final int NAMED_COMMITMENTS = 100;
    private static final String FORMAT = "balagh-custody-chain/2";
    private static final CanonicalJsonObject NOTHING = CanonicalJsonObject.empty();

    private final String name;
    private final long offset;
    private final InputStream in;
    private final Set<Integer> wanted;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private final Map<Integer, String> hashes = new HashMap<>();
    private final List<Integer> firstCommitments = new ArrayList<>();
    private int limit;
    private int next;
    private long consumed;
    private int commitments;

    /**
     * @param offset of the chain in the file
     * @param wanted sequences of entries whose hashes are needed later
     */
    CustodyReader(String name, long offset, InputStream in, Set<Integer> wanted) {
        this.name = name;
        this.offset = offset;
        this.in = in;
        this.wanted = wanted;
    }

    /** @throws MalformedBundleException at the first byte that is wrong, or the first entry that breaks the chain */
    CustodyChain read() throws IOException {
        CanonicalJsonObject head = head();
        if (!head.text("format").equals(FORMAT)) {
            throw new MalformedBundleException(FindingLocation.entry(name), "its format is not " + FORMAT);
        }
        String evidenceId = head.text("evidenceId");
        CustodyChain.Entry first = null;
        CustodyChain.Entry last = null;
        int length = 0;
        for (int each = next(); each != ']'; each = next()) {
            if (length > 0) {
                if (each != ',') {
                    throw notCanonical();
                }
                each = next();
            }
            length++;
            last = entry(item(each, length), length, last == null ? GENESIS : last.hash(), evidenceId);
            first = first == null ? last : first;
        }
        if (next() != '}' || next() != -1) {
            throw notCanonical();
        }
        if (first == null) {
            throw new MalformedBundleException(FindingLocation.sequence(1), "there is no entry at all");
        }
        return new CustodyChain(evidenceId, length, first, hashes, commitments, firstCommitments);
    }

    /** Everything before the first entry: an object whose list of items is empty as far as it was read. */
    private CanonicalJsonObject head() throws IOException {
        part.reset();
        for (int each = next(); each != '['; each = next()) {
            if (each < 0 || part.size() == LARGEST_HEAD) {
                throw notCanonical();
            }
            part.write(each);
        }
        part.writeBytes("[]}".getBytes(UTF_8));
        CanonicalJsonObject head = CanonicalJsonObject.read(name, offset, part.toByteArray());
        head.requireMembers("evidenceId", "format", "items");
        return head;
    }

    /** One entry's bytes, from its opening brace to the closing one. */
    private CanonicalJsonObject item(int brace, int sequence) throws IOException {
        if (brace != '{') {
            throw notCanonical();
        }
        long start = offset + consumed - 1;
        part.reset();
        part.write(brace);
        int depth = 1;
        boolean isText = false;
        boolean isEscaped = false;
        while (depth > 0) {
            int each = next();
            if (each < 0) {
                throw notCanonical();
            }
            if (part.size() == LARGEST_ENTRY) {
                throw new MalformedBundleException(FindingLocation.sequence(sequence), "it is larger than any entry");
            }
            part.write(each);
            if (isText) {
                isText = isEscaped || each != '"';
                isEscaped = !isEscaped && each == '\\';
            } else if (each == '"') {
                isText = true;
            } else if (each == '{') {
                depth++;
            } else if (each == '}') {
                depth--;
            }
        }
        return CanonicalJsonObject.read(name, start, part.toByteArray());
    }

    private CustodyChain.Entry entry(CanonicalJsonObject item, int number, String previous, String evidenceId) {
        var place = FindingLocation.sequence(number);
        try {
            CustodyChain.Entry entry = item.has("action") ? shown(item) : hidden(item);
            if (item.small("sequence") != number) {
                throw new MalformedBundleException(place, "the entry is missing or out of order");
            }
            if (!item.text("previousHash").equals(previous)) {
                throw new MalformedBundleException(place, "it does not follow from the entry before");
            }
            if (entry.shown() && !entry.hash().equals(hash(item, evidenceId))) {
                throw new MalformedBundleException(place, "it is not the entry of its hash");
            }
            note(number, entry);
            return entry;
        } catch (MalformedBundleException fault) {
            throw fault.place().sequence() == null ? new MalformedBundleException(place, fault.reason()) : fault;
        }
    }

    private static CustodyChain.Entry shown(CanonicalJsonObject item) {
        item.requireMembers("action", "actor", "at", "detail", "hash", "previousHash", "sequence");
        return new CustodyChain.Entry(item.text("hash"), true, item.text("action"), item.object("detail"));
    }

    private static CustodyChain.Entry hidden(CanonicalJsonObject item) {
        item.requireMembers("hash", "previousHash", "sequence");
        return new CustodyChain.Entry(item.text("hash"), false, "", NOTHING);
    }

    private void note(int number, CustodyChain.Entry entry) {
        if (wanted.contains(number)) {
            hashes.put(number, entry.hash());
        }
        if (!entry.shown()) {
            commitments++;
            if (firstCommitments.size() < NAMED_COMMITMENTS) {
                firstCommitments.add(number);
            }
        }
    }

    private static String hash(CanonicalJsonObject item, String evidenceId) {
        Map<String, Object> hashed = item.members();
        hashed.remove("hash");
        hashed.put("evidenceId", evidenceId);
        hashed.put("format", "balagh-custody/1");
        return Sha256Hasher.hex(CanonicalJsonObject.canonical(hashed));
    }

    private MalformedBundleException notCanonical() {
        return new MalformedBundleException(
                FindingLocation.offset(name, offset + Math.max(0, consumed - 1)),
                "it is not written in the canonical form");
    }

    /** The next byte, or -1 at the end. */
    private int next() throws IOException {
        if (next == limit) {
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
            next = 0;
            if (limit == 0) {
                return -1;
            }
        }
        consumed++;
        return Byte.toUnsignedInt(buffer[next++]);
    }
}
