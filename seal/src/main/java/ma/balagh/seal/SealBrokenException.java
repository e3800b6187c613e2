package ma.balagh.seal;

/**
 * Encrypted data cannot be decrypted: the key is missing or wrong, the data was changed, or it belongs to another row.
 */
public final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong; nothing of what was sealed */
    public SealBrokenException(String message) {
        super(message);
    }
}
