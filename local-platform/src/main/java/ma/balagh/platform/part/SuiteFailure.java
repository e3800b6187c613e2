package ma.balagh.platform.part;

/** Something that a person has to put right; the message is one line that says what and how. */
public final class SuiteFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SuiteFailure(String message) {
        super(message);
    }

    public SuiteFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
