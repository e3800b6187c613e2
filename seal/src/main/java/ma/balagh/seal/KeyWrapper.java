package ma.balagh.seal;

import java.util.Set;

/**
 * Wraps data keys with keys of the configuration, or of a key management service that never reveals one. Only data keys
 * pass through here, never the encrypted data.
 */
public interface KeyWrapper {

    /** A data key, wrapped. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Wrapped(String keyId, byte[] bytes) {}

    /** The id of the key that wraps now. */
    String current();

    /** The ids of all keys that can unwrap. */
    Set<String> known();

    /** Wraps a data key under the current key. */
    Wrapped wrap(byte[] dataKey);

    /** @throws SealBrokenException when the key is not known, is another one than it was, or the bytes were changed */
    byte[] unwrap(Wrapped wrapped);
}
