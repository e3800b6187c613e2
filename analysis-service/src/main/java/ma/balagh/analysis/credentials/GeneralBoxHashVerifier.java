package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.credentials.HardBinding.Bound;
import ma.balagh.analysis.credentials.container.ByteSpan;
import ma.balagh.analysis.credentials.container.SegmentReader;
import ma.balagh.analysis.credentials.container.SegmentReader.Segment;
import ma.balagh.analysis.credentials.encoding.CborItem;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;

/** Digests of groups of a JPEG's or PNG's parts, in their order (C2PA specification 2.2, 15.12.3 and 18.7). */
final class GeneralBoxHashVerifier {

    private static final String STORE = "C2PA";
    private static final String RESTART = "RST";
    private static final String AFTER = "c2pa.after";

    private final Bound bound;

    GeneralBoxHashVerifier(Bound bound) {
        this.bound = bound;
    }

    /** Bytes that no group covers, the digests being right. */
    long uncovered(CborItem assertion, String enclosing)
            throws CredentialRejectedException, IOException, DamagedEncodingException {
        List<CborItem> groups = assertion.items("boxes");
        if (groups.isEmpty()) {
            throw CredentialRejectedException.malformed(HardBinding.BOXES.malformed());
        }
        String algorithm = assertion.text("alg").orElse(enclosing);
        List<Segment> segments = segments(groups);
        var covered = new ArrayList<>(bound.store().where());
        int at = 0;
        for (CborItem group : groups) {
            List<String> names = names(group);
            if (names.equals(List.of(AFTER))) {
                var after = new ByteSpan(
                        segments.getLast().span().to(), bound.medium().size());
                verify(group, after, algorithm);
                covered.add(after);
                continue;
            }
            int end = end(names, segments, at);
            var span = new ByteSpan(
                    segments.get(at).span().from(), segments.get(end - 1).span().to());
            at = end;
            if (!names.equals(List.of(STORE)) && !group.isTrue("excluded")) {
                verify(group, span, algorithm);
                covered.add(span);
            }
        }
        if (at < segments.size()) {
            throw CredentialRejectedException.changed("assertion.boxesHash.unknownBox");
        }
        return ByteSpan.outside(List.of(new ByteSpan(0, bound.medium().size())), covered);
    }

    /** Some signers count what follows a restart to the scan before it. */
    private List<Segment> segments(List<CborItem> groups)
            throws CredentialRejectedException, IOException, DamagedEncodingException {
        List<Segment> all = segments();
        for (CborItem group : groups) {
            if (names(group).stream().anyMatch(name -> name.startsWith(RESTART))) {
                return all;
            }
        }
        var joined = new ArrayList<Segment>();
        for (Segment segment : all) {
            if (segment.name().startsWith(RESTART) && !joined.isEmpty()) {
                Segment scan = joined.removeLast();
                joined.add(new Segment(
                        scan.name(),
                        new ByteSpan(scan.span().from(), segment.span().to())));
            } else {
                joined.add(segment);
            }
        }
        return joined;
    }

    private List<Segment> segments() throws CredentialRejectedException, IOException, DamagedEncodingException {
        return switch (bound.format()) {
            case JPEG -> SegmentReader.ofJpeg(bound.medium(), bound.store().where());
            case PNG -> SegmentReader.ofPng(bound.medium(), bound.store().where());
            case RIFF, BMFF, OTHER ->
                throw CredentialRejectedException.unsupported(
                        "general.error", HardBinding.BOXES.label() + " " + bound.format());
        };
    }

    private static List<String> names(CborItem group) throws CredentialRejectedException {
        List<String> names = group.items("names").stream()
                .flatMap(name -> name.asText().stream())
                .toList();
        if (names.isEmpty()) {
            throw CredentialRejectedException.malformed(HardBinding.BOXES.malformed());
        }
        return names;
    }

    /** The index behind the last segment of a group. */
    private static int end(List<String> names, List<Segment> segments, int from) throws CredentialRejectedException {
        int at = from;
        for (String name : names) {
            if (at == segments.size() || !segments.get(at).name().equals(name)) {
                throw CredentialRejectedException.changed(HardBinding.BOXES.mismatch());
            }
            at++;
        }
        return at;
    }

    private void verify(CborItem group, ByteSpan span, String enclosing)
            throws CredentialRejectedException, IOException, DamagedEncodingException {
        byte[] expected = group.bytes("hash")
                .orElseThrow(() -> CredentialRejectedException.changed(HardBinding.BOXES.mismatch()));
        MessageDigest digest =
                HashedUri.algorithm(group.text("alg").orElse(enclosing)).digest();
        bound.medium().digest(digest, span);
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            throw CredentialRejectedException.changed(HardBinding.BOXES.mismatch());
        }
    }
}
