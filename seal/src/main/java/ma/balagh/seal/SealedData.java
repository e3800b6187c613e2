package ma.balagh.seal;

/**
 * Encrypted data with its wrapped data key. Kept in the columns key_id, wrapped_key and ciphertext.
 *
 * @param keyId which key wraps the data key
 * @param wrappedKey the data key, encrypted
 * @param ciphertext a nonce of 12 bytes, the encrypted bytes, a tag of 16 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SealedData(String keyId, byte[] wrappedKey, byte[] ciphertext) {

    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
