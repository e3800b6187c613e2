package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import ma.balagh.analysis.credentials.HardBinding.Bound;
import ma.balagh.analysis.credentials.container.Span;
import ma.balagh.analysis.credentials.encoding.Cbor;
import ma.balagh.analysis.credentials.encoding.Damaged;

/** The digest of a whole file without some ranges of it (C2PA specification 2.2, 15.12.1 and 18.5). */
final class DataBinding {

    private final Bound bound;

    DataBinding(Bound bound) {
        this.bound = bound;
    }

    /** Bytes that are neither in the digest nor in the store, the digest being right. */
    long uncovered(Cbor assertion, String enclosing) throws Rejection, IOException, Damaged {
        List<Span> excluded = excluded(assertion);
        byte[] expected = assertion.bytes("hash").orElseThrow(() -> Rejection.changed(HardBinding.DATA.mismatch()));
        MessageDigest digest =
                HashedUri.algorithm(assertion.text("alg").orElse(enclosing)).digest();
        bound.medium().digest(digest, excluded, List.of());
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            throw Rejection.changed(HardBinding.DATA.mismatch());
        }
        return Span.outside(excluded, bound.store().where());
    }

    private List<Span> excluded(Cbor assertion) throws Rejection {
        var excluded = new ArrayList<Span>();
        long end = 0;
        for (Cbor range : assertion.items("exclusions")) {
            OptionalLong start = range.whole("start");
            OptionalLong length = range.whole("length");
            if (start.isEmpty()
                    || length.isEmpty()
                    || start.getAsLong() < end
                    || length.getAsLong() < 0
                    || start.getAsLong() > Long.MAX_VALUE - length.getAsLong()) {
                throw Rejection.malformed(HardBinding.DATA.malformed());
            }
            end = start.getAsLong() + length.getAsLong();
            excluded.add(new Span(start.getAsLong(), end));
        }
        if (bound.isUpdated()) {
            return grown(excluded);
        }
        if (end > bound.medium().size()) {
            throw Rejection.changed(HardBinding.DATA.mismatch());
        }
        return excluded;
    }

    /** An update makes the store longer where it stands; the range that was the store's is the store's still. */
    private List<Span> grown(List<Span> excluded) {
        List<Span> store = Span.merged(bound.store().where());
        return excluded.stream()
                .map(span -> store.stream()
                        .filter(part -> part.from() == span.from())
                        .findFirst()
                        .orElse(span))
                .toList();
    }
}
