package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.balagh.analysis.box.IsoBox;
import ma.balagh.analysis.credentials.HardBinding.Bound;
import ma.balagh.analysis.credentials.container.BoxPathReader;
import ma.balagh.analysis.credentials.container.ByteSpan;
import ma.balagh.analysis.credentials.encoding.CborItem;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;
import ma.balagh.analysis.credentials.encoding.HashAlgorithm;

/**
 * The digest of an ISO base media file without some boxes, or parts of boxes, named by their paths (C2PA specification
 * 2.2, 15.12.2 and 18.6).
 */
final class BmffHashVerifier {

    private static final int MOST_EXCLUSIONS = 500;
    private static final int MOST_SPANS = 500_000;
    private static final int MOST_COMPARISONS = 2_000_000;

    /**
     * Boxes that signers leave out by the specification or by habit: the store, the brands, tables of places in the file,
     * empty space. None is to be seen or heard.
     */
    private static final Set<String> USUAL = Set.of(
            "uuid", "ftyp", "mfra", "tfra", "iloc", "stco", "co64", "tfhd", "trun", "saio", "sidx", "pssh", "emsg",
            "free", "skip");

    /** Tables of the fragments of a recording. Where they are left out, nothing tells what is played of it. */
    private static final Set<String> OF_FRAGMENTS = Set.of("tfhd", "trun", "mfra", "tfra");

    private final Bound bound;
    private final HardBinding binding;
    private int comparisons;

    /**
     * How a few sentences of the specification are read. The library that most signers use reads two differently: it
     * compares flags in another place, and does not mark the place of a last box without a length.
     */
    private record Reading(boolean flagsAreShifted, boolean openBoxIsUnmarked) {
        static final Reading SPECIFICATION = new Reading(false, false);
        static final Reading LIBRARY = new Reading(true, true);
    }

    private record Exclusion(IsoBox box, ByteSpan span, boolean isWhole) {}

    BmffHashVerifier(Bound bound, HardBinding binding) {
        this.bound = bound;
        this.binding = binding;
    }

    /** Bytes left out that are not usually, the digest being right. */
    long uncovered(CborItem assertion, String enclosing)
            throws CredentialRejectedException, IOException, DamagedEncodingException {
        HashAlgorithm algorithm = HashedUri.algorithm(assertion.text("alg").orElse(enclosing));
        List<CborItem> exclusions = assertion.items("exclusions");
        if (exclusions.isEmpty() || exclusions.size() > MOST_EXCLUSIONS) {
            throw CredentialRejectedException.malformed(binding.malformed());
        }
        boolean isTree = !assertion.items("merkle").isEmpty();
        byte[] expected = assertion.bytes("hash").orElse(null);
        if (expected == null && isTree) {
            throw CredentialRejectedException.unsupported("general.error", binding.label() + " merkle");
        }
        if (expected == null) {
            throw CredentialRejectedException.changed(binding.mismatch());
        }
        var boxes = new BoxPathReader(bound.medium());
        List<Exclusion> excluded = excluded(boxes, exclusions, Reading.SPECIFICATION);
        if (!Arrays.equals(digest(algorithm, boxes, excluded, Reading.SPECIFICATION), expected)) {
            if (!isReadTwoWays(boxes, exclusions)) {
                throw CredentialRejectedException.changed(binding.mismatch());
            }
            excluded = excluded(boxes, exclusions, Reading.LIBRARY);
            if (!Arrays.equals(digest(algorithm, boxes, excluded, Reading.LIBRARY), expected)) {
                throw CredentialRejectedException.changed(binding.mismatch());
            }
        }
        if (isTree) {
            throw CredentialRejectedException.unsupported("general.error", binding.label() + " merkle");
        }
        return unusual(excluded) + places(boxes, excluded);
    }

    private static boolean isReadTwoWays(BoxPathReader boxes, List<CborItem> exclusions) {
        return exclusions.stream().anyMatch(each -> each.bytes("flags").isPresent())
                || (!boxes.roots().isEmpty() && boxes.roots().getLast().isOpen());
    }

    private byte[] digest(HashAlgorithm algorithm, BoxPathReader boxes, List<Exclusion> excluded, Reading reading)
            throws IOException, DamagedEncodingException {
        var marks = new TreeSet<Long>();
        if (binding != HardBinding.BMFF_1) {
            boxes.roots().stream()
                    .filter(box -> !box.isOpen() || !reading.openBoxIsUnmarked())
                    .forEach(box -> marks.add(box.start()));
            excluded.stream()
                    .filter(Exclusion::isWhole)
                    .forEach(exclusion -> marks.remove(exclusion.span().from()));
        }
        MessageDigest digest = algorithm.digest();
        bound.medium().digest(digest, spans(excluded), marks);
        return digest.digest();
    }

    private static List<ByteSpan> spans(List<Exclusion> excluded) {
        return excluded.stream().map(Exclusion::span).toList();
    }

    private List<Exclusion> excluded(BoxPathReader boxes, List<CborItem> exclusions, Reading reading)
            throws CredentialRejectedException, IOException, DamagedEncodingException {
        var excluded = new ArrayList<Exclusion>();
        for (CborItem exclusion : exclusions) {
            String path = exclusion
                    .text("xpath")
                    .orElseThrow(() -> CredentialRejectedException.malformed(binding.malformed()));
            for (IsoBox box : boxes.at(path)) {
                if (matches(box, exclusion, reading)) {
                    exclude(box, exclusion, excluded);
                }
                if (excluded.size() > MOST_SPANS) {
                    throw DamagedEncodingException.tooMuch("exclusions");
                }
            }
        }
        return excluded;
    }

    private void exclude(IsoBox box, CborItem exclusion, List<Exclusion> excluded) throws CredentialRejectedException {
        List<CborItem> subsets = exclusion.items("subset");
        if (subsets.isEmpty()) {
            excluded.add(new Exclusion(box, ByteSpan.of(box), true));
            return;
        }
        long end = 0;
        for (CborItem subset : subsets) {
            long offset = subset.whole("offset").orElse(-1);
            long length = subset.whole("length").orElse(-1);
            if (offset < end || length < 0 || offset > Long.MAX_VALUE - length) {
                throw CredentialRejectedException.malformed(binding.malformed());
            }
            end = offset + length;
            long from = Math.min(ByteSpan.of(box).length(), offset);
            long to = length == 0
                    ? ByteSpan.of(box).length()
                    : Math.min(ByteSpan.of(box).length(), end);
            excluded.add(new Exclusion(box, new ByteSpan(box.start() + from, box.start() + to), false));
        }
    }

    private boolean matches(IsoBox box, CborItem exclusion, Reading reading)
            throws IOException, DamagedEncodingException {
        var length = exclusion.whole("length");
        if (length.isPresent() && length.getAsLong() != ByteSpan.of(box).length()) {
            return false;
        }
        for (CborItem data : exclusion.items("data")) {
            if (++comparisons > MOST_COMPARISONS) {
                throw DamagedEncodingException.tooMuch("comparisons");
            }
            byte[] value = data.bytes("value").orElse(new byte[0]);
            long offset = data.whole("offset").orElse(-1);
            if (offset < 0
                    || offset > ByteSpan.of(box).length() - value.length
                    || !bound.medium().read(box.start() + offset, value.length).equals(ByteBuffer.wrap(value))) {
                return false;
            }
        }
        var version = exclusion.whole("version");
        byte[] flags = exclusion.bytes("flags").orElse(new byte[0]);
        if (version.isEmpty() && flags.length != 3) {
            return true;
        }
        if (box.length() < 4) {
            return false;
        }
        int own = bound.medium().read(box.body(), 4).getInt();
        return (version.isEmpty() || version.getAsLong() == own >>> 24)
                && (flags.length != 3 || matches(own & 0xFFFFFF, number(flags), exclusion.isFalse("exact"), reading));
    }

    private static boolean matches(int own, int wanted, boolean isPart, Reading reading) {
        if (reading.flagsAreShifted()) {
            int shifted = wanted << 8;
            return isPart ? (own | shifted) == shifted : own == shifted;
        }
        return isPart ? (own & wanted) == wanted : own == wanted;
    }

    private static int number(byte[] flags) {
        return Byte.toUnsignedInt(flags[0]) << 16 | Byte.toUnsignedInt(flags[1]) << 8 | Byte.toUnsignedInt(flags[2]);
    }

    /** What uncovered tables may let be shown of what is left out. */
    private long places(BoxPathReader boxes, List<Exclusion> excluded) throws IOException, DamagedEncodingException {
        List<ByteSpan> spans = spans(excluded);
        List<IsoBox> items = excluded.stream()
                .filter(exclusion -> exclusion.span().length() > 0)
                .map(Exclusion::box)
                .filter(box -> box.is("iloc"))
                .distinct()
                .toList();
        long ofFragments = excluded.stream()
                .filter(exclusion -> OF_FRAGMENTS.contains(exclusion.box().type()))
                .mapToLong(exclusion -> exclusion.span().length())
                .sum();
        return ofFragments
                + new ChunkOffsetReader(bound.medium(), boxes).outside(spans)
                + new ItemPlaceReader(bound.medium()).outside(items, spans);
    }

    /** Bytes of boxes that are not usually left out, and of boxes uuid that are not the store's. */
    private long unusual(List<Exclusion> excluded) {
        var unusual = excluded.stream()
                .filter(exclusion -> !USUAL.contains(exclusion.box().type())
                        || exclusion.box().is("uuid"))
                .map(Exclusion::span)
                .toList();
        return ByteSpan.outside(unusual, bound.store().where());
    }
}
