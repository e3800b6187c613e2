package ma.balagh.analysis.credentials;

import java.nio.ByteBuffer;
import java.util.Optional;
import ma.balagh.analysis.credentials.encoding.CborItem;
import ma.balagh.analysis.credentials.encoding.HashAlgorithm;

/** A reference within the store and the digest of what it refers to (C2PA specification 2.2, 8.4.2). */
record HashedUri(String url, Optional<String> algorithm, byte[] hash) {

    static Optional<HashedUri> of(CborItem map) {
        return map.text("url").flatMap(url -> map.bytes("hash").map(hash -> new HashedUri(url, map.text("alg"), hash)));
    }

    /** @param enclosing the algorithm of the structure that holds the reference */
    boolean matches(ByteBuffer content, String enclosing) throws CredentialRejectedException {
        return algorithm(algorithm.orElse(enclosing)).matches(content, hash);
    }

    static HashAlgorithm algorithm(String name) throws CredentialRejectedException {
        return HashAlgorithm.named(name)
                .orElseThrow(
                        () -> CredentialRejectedException.unsupported("algorithm.unsupported", DisplayText.by(name)));
    }
}
