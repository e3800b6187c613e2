package ma.balagh.messaging;

/**
 * Thrown by a handler for an event that it can never process, however often it is tried: the record goes to the
 * dead-letter topic with this message as its reason.
 */
public class PermanentFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PermanentFailureException(String reason) {
        super(reason);
    }

    public PermanentFailureException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
