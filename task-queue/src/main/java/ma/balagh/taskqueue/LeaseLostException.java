package ma.balagh.taskqueue;

/** The lease has expired and another worker may have the row: nothing was written. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
