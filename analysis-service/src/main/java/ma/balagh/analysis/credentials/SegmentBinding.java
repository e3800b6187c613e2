package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.credentials.HardBinding.Bound;
import ma.balagh.analysis.credentials.container.Segments;
import ma.balagh.analysis.credentials.container.Segments.Segment;
import ma.balagh.analysis.credentials.container.Span;
import ma.balagh.analysis.credentials.encoding.Cbor;
import ma.balagh.analysis.credentials.encoding.Damaged;

/** Digests of groups of a JPEG's or PNG's parts, in their order (C2PA specification 2.2, 15.12.3 and 18.7). */
final class SegmentBinding {

    private static final String STORE = "C2PA";
    private static final String RESTART = "RST";
    private static final String AFTER = "c2pa.after";

    private final Bound bound;

    SegmentBinding(Bound bound) {
        this.bound = bound;
    }

    /** Bytes that no group covers, the digests being right. */
    long uncovered(Cbor assertion, String enclosing) throws Rejection, IOException, Damaged {
        List<Cbor> groups = assertion.items("boxes");
        if (groups.isEmpty()) {
            throw Rejection.malformed(HardBinding.BOXES.malformed());
        }
        String algorithm = assertion.text("alg").orElse(enclosing);
        List<Segment> segments = segments(groups);
        var covered = new ArrayList<>(bound.store().where());
        int at = 0;
        for (Cbor group : groups) {
            List<String> names = names(group);
            if (names.equals(List.of(AFTER))) {
                var after =
                        new Span(segments.getLast().span().to(), bound.medium().size());
                verify(group, after, algorithm);
                covered.add(after);
                continue;
            }
            int end = end(names, segments, at);
            var span = new Span(
                    segments.get(at).span().from(), segments.get(end - 1).span().to());
            at = end;
            if (!names.equals(List.of(STORE)) && !group.isTrue("excluded")) {
                verify(group, span, algorithm);
                covered.add(span);
            }
        }
        if (at < segments.size()) {
            throw Rejection.changed("assertion.boxesHash.unknownBox");
        }
        return Span.outside(List.of(new Span(0, bound.medium().size())), covered);
    }

    /** Some signers count what follows a restart to the scan before it. */
    private List<Segment> segments(List<Cbor> groups) throws Rejection, IOException, Damaged {
        List<Segment> all = segments();
        for (Cbor group : groups) {
            if (names(group).stream().anyMatch(name -> name.startsWith(RESTART))) {
                return all;
            }
        }
        var joined = new ArrayList<Segment>();
        for (Segment segment : all) {
            if (segment.name().startsWith(RESTART) && !joined.isEmpty()) {
                Segment scan = joined.removeLast();
                joined.add(new Segment(
                        scan.name(), new Span(scan.span().from(), segment.span().to())));
            } else {
                joined.add(segment);
            }
        }
        return joined;
    }

    private List<Segment> segments() throws Rejection, IOException, Damaged {
        return switch (bound.format()) {
            case JPEG -> Segments.ofJpeg(bound.medium(), bound.store().where());
            case PNG -> Segments.ofPng(bound.medium(), bound.store().where());
            case RIFF, BMFF, OTHER ->
                throw Rejection.unsupported("general.error", HardBinding.BOXES.label() + " " + bound.format());
        };
    }

    private static List<String> names(Cbor group) throws Rejection {
        List<String> names = group.items("names").stream()
                .flatMap(name -> name.asText().stream())
                .toList();
        if (names.isEmpty()) {
            throw Rejection.malformed(HardBinding.BOXES.malformed());
        }
        return names;
    }

    /** The index behind the last segment of a group. */
    private static int end(List<String> names, List<Segment> segments, int from) throws Rejection {
        int at = from;
        for (String name : names) {
            if (at == segments.size() || !segments.get(at).name().equals(name)) {
                throw Rejection.changed(HardBinding.BOXES.mismatch());
            }
            at++;
        }
        return at;
    }

    private void verify(Cbor group, Span span, String enclosing) throws Rejection, IOException, Damaged {
        byte[] expected = group.bytes("hash").orElseThrow(() -> Rejection.changed(HardBinding.BOXES.mismatch()));
        MessageDigest digest =
                HashedUri.algorithm(group.text("alg").orElse(enclosing)).digest();
        bound.medium().digest(digest, span);
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            throw Rejection.changed(HardBinding.BOXES.mismatch());
        }
    }
}
