package ma.balagh.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The public keys of a bundle, each named by its SHA-256, and which of them the reader trusts. */
final class PublicKeySet {

    private final Map<String, byte[]> encoded = new HashMap<>();
    private final TrustAnchors trust;
    private final SignatureVerifier cryptography;

    PublicKeySet(ContainerContents contents, TrustAnchors trust, SignatureVerifier cryptography) {
        this.trust = trust;
        this.cryptography = cryptography;
        contents.between("keys/", ".pem").forEach((id, pem) -> {
            List<byte[]> keys = PemReader.publicKeys(pem);
            // A key that is not the one of its name is as good as missing.
            if (keys.size() == 1 && Sha256Hasher.hex(keys.getFirst()).equals(id)) {
                encoded.put(id, keys.getFirst());
            }
        });
    }

    /** @throws MalformedBundleException when the key is not in the bundle, or the signature is not one by it */
    void requireSigned(String keyId, byte[] content, byte[] signature, FindingLocation place) {
        byte[] key = encoded.get(keyId);
        if (key == null) {
            throw new MalformedBundleException(
                    place, "the key that it names, %s, is not in the bundle".formatted(keyId));
        }
        if (!cryptography.isSigned(key, content, signature)) {
            throw new MalformedBundleException(place, "its signature is not one of these bytes by the key " + keyId);
        }
    }

    boolean isTrusted(String keyId) {
        return trust.keys().contains(keyId);
    }
}
