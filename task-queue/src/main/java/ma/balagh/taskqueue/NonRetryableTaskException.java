package ma.balagh.taskqueue;

/** The work itself failed, although everything that it needs was there. It counts as a lost lease. */
public final class NonRetryableTaskException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NonRetryableTaskException(Throwable cause) {
        super(String.valueOf(cause), cause);
    }

    NonRetryableTaskException(String message) {
        super(message);
    }
}
