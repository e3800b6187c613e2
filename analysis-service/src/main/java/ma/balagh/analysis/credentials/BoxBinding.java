package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.balagh.analysis.box.Box;
import ma.balagh.analysis.credentials.HardBinding.Bound;
import ma.balagh.analysis.credentials.container.BoxPaths;
import ma.balagh.analysis.credentials.container.Span;
import ma.balagh.analysis.credentials.encoding.Cbor;
import ma.balagh.analysis.credentials.encoding.Damaged;
import ma.balagh.analysis.credentials.encoding.HashAlgorithm;

/**
 * The digest of an ISO base media file without some boxes, or parts of boxes, named by their paths (C2PA specification
 * 2.2, 15.12.2 and 18.6).
 */
final class BoxBinding {

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

    private record Exclusion(Box box, Span span, boolean isWhole) {}

    BoxBinding(Bound bound, HardBinding binding) {
        this.bound = bound;
        this.binding = binding;
    }

    /** Bytes left out that are not usually, the digest being right. */
    long uncovered(Cbor assertion, String enclosing) throws Rejection, IOException, Damaged {
        HashAlgorithm algorithm = HashedUri.algorithm(assertion.text("alg").orElse(enclosing));
        List<Cbor> exclusions = assertion.items("exclusions");
        if (exclusions.isEmpty() || exclusions.size() > MOST_EXCLUSIONS) {
            throw Rejection.malformed(binding.malformed());
        }
        boolean isTree = !assertion.items("merkle").isEmpty();
        byte[] expected = assertion.bytes("hash").orElse(null);
        if (expected == null && isTree) {
            throw Rejection.unsupported("general.error", binding.label() + " merkle");
        }
        if (expected == null) {
            throw Rejection.changed(binding.mismatch());
        }
        var boxes = new BoxPaths(bound.medium());
        List<Exclusion> excluded = excluded(boxes, exclusions, Reading.SPECIFICATION);
        if (!Arrays.equals(digest(algorithm, boxes, excluded, Reading.SPECIFICATION), expected)) {
            if (!isReadTwoWays(boxes, exclusions)) {
                throw Rejection.changed(binding.mismatch());
            }
            excluded = excluded(boxes, exclusions, Reading.LIBRARY);
            if (!Arrays.equals(digest(algorithm, boxes, excluded, Reading.LIBRARY), expected)) {
                throw Rejection.changed(binding.mismatch());
            }
        }
        if (isTree) {
            throw Rejection.unsupported("general.error", binding.label() + " merkle");
        }
        return unusual(excluded) + new ChunkPlaces(bound.medium(), boxes).outside(spans(excluded));
    }

    private static boolean isReadTwoWays(BoxPaths boxes, List<Cbor> exclusions) {
        return exclusions.stream().anyMatch(each -> each.bytes("flags").isPresent())
                || (!boxes.roots().isEmpty() && boxes.roots().getLast().isOpen());
    }

    private byte[] digest(HashAlgorithm algorithm, BoxPaths boxes, List<Exclusion> excluded, Reading reading)
            throws IOException, Damaged {
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

    private static List<Span> spans(List<Exclusion> excluded) {
        return excluded.stream().map(Exclusion::span).toList();
    }

    private List<Exclusion> excluded(BoxPaths boxes, List<Cbor> exclusions, Reading reading)
            throws Rejection, IOException, Damaged {
        var excluded = new ArrayList<Exclusion>();
        for (Cbor exclusion : exclusions) {
            String path = exclusion.text("xpath").orElseThrow(() -> Rejection.malformed(binding.malformed()));
            for (Box box : boxes.at(path)) {
                if (matches(box, exclusion, reading)) {
                    exclude(box, exclusion, excluded);
                }
                if (excluded.size() > MOST_SPANS) {
                    throw Damaged.tooMuch("exclusions");
                }
            }
        }
        return excluded;
    }

    private void exclude(Box box, Cbor exclusion, List<Exclusion> excluded) throws Rejection {
        List<Cbor> subsets = exclusion.items("subset");
        if (subsets.isEmpty()) {
            excluded.add(new Exclusion(box, Span.of(box), true));
            return;
        }
        long end = 0;
        for (Cbor subset : subsets) {
            long offset = subset.whole("offset").orElse(-1);
            long length = subset.whole("length").orElse(-1);
            if (offset < end || length < 0 || offset > Long.MAX_VALUE - length) {
                throw Rejection.malformed(binding.malformed());
            }
            end = offset + length;
            long from = Math.min(Span.of(box).length(), offset);
            long to =
                    length == 0 ? Span.of(box).length() : Math.min(Span.of(box).length(), end);
            excluded.add(new Exclusion(box, new Span(box.start() + from, box.start() + to), false));
        }
    }

    private boolean matches(Box box, Cbor exclusion, Reading reading) throws IOException, Damaged {
        var length = exclusion.whole("length");
        if (length.isPresent() && length.getAsLong() != Span.of(box).length()) {
            return false;
        }
        for (Cbor data : exclusion.items("data")) {
            if (++comparisons > MOST_COMPARISONS) {
                throw Damaged.tooMuch("comparisons");
            }
            byte[] value = data.bytes("value").orElse(new byte[0]);
            long offset = data.whole("offset").orElse(-1);
            if (offset < 0
                    || offset > Span.of(box).length() - value.length
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

    /** Bytes of boxes that are not usually left out, and of boxes uuid that are not the store's. */
    private long unusual(List<Exclusion> excluded) {
        var unusual = excluded.stream()
                .filter(exclusion -> !USUAL.contains(exclusion.box().type())
                        || exclusion.box().is("uuid"))
                .map(Exclusion::span)
                .toList();
        return Span.outside(unusual, bound.store().where());
    }
}
