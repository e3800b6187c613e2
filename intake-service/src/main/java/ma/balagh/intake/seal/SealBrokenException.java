package ma.balagh.intake.seal;

/** What was sealed cannot be opened: its key is missing or another one, it was changed, or it belongs elsewhere. */
public final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong; nothing of what was sealed */
    public SealBrokenException(String message) {
        super(message);
    }
}
