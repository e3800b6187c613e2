package ma.balagh.intake.seal;

/**
 * Something encrypted, with the data key that it was encrypted with. Kept in the columns {@code key_id},
 * {@code wrapped_key} and {@code ciphertext}.
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
