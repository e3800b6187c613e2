package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import ma.balagh.analysis.credentials.HardBinding.Bound;
import ma.balagh.analysis.credentials.container.ByteSpan;
import ma.balagh.analysis.credentials.encoding.CborItem;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;

/** The digest of a whole file without some ranges of it (C2PA specification 2.2, 15.12.1 and 18.5). */
final class DataHashVerifier {

    private final Bound bound;

    DataHashVerifier(Bound bound) {
        this.bound = bound;
    }

    /** Bytes that are neither in the digest nor in the store, the digest being right. */
    long uncovered(CborItem assertion, String enclosing)
            throws CredentialRejectedException, IOException, DamagedEncodingException {
        List<ByteSpan> excluded = excluded(assertion);
        byte[] expected = assertion
                .bytes("hash")
                .orElseThrow(() -> CredentialRejectedException.changed(HardBinding.DATA.mismatch()));
        MessageDigest digest =
                HashedUri.algorithm(assertion.text("alg").orElse(enclosing)).digest();
        bound.medium().digest(digest, excluded, List.of());
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            throw CredentialRejectedException.changed(HardBinding.DATA.mismatch());
        }
        return ByteSpan.outside(excluded, bound.store().where());
    }

    private List<ByteSpan> excluded(CborItem assertion) throws CredentialRejectedException {
        var excluded = new ArrayList<ByteSpan>();
        long end = 0;
        for (CborItem range : assertion.items("exclusions")) {
            OptionalLong start = range.whole("start");
            OptionalLong length = range.whole("length");
            if (start.isEmpty()
                    || length.isEmpty()
                    || start.getAsLong() < end
                    || length.getAsLong() < 0
                    || start.getAsLong() > Long.MAX_VALUE - length.getAsLong()) {
                throw CredentialRejectedException.malformed(HardBinding.DATA.malformed());
            }
            end = start.getAsLong() + length.getAsLong();
            excluded.add(new ByteSpan(start.getAsLong(), end));
        }
        if (bound.isUpdated()) {
            return grown(excluded);
        }
        if (end > bound.medium().size()) {
            throw CredentialRejectedException.changed(HardBinding.DATA.mismatch());
        }
        return excluded;
    }

    /** An update makes the store longer where it stands; the range that was the store's is the store's still. */
    private List<ByteSpan> grown(List<ByteSpan> excluded) {
        List<ByteSpan> store = ByteSpan.merged(bound.store().where());
        return excluded.stream()
                .map(span -> store.stream()
                        .filter(part -> part.from() == span.from())
                        .findFirst()
                        .orElse(span))
                .toList();
    }
}
