package ma.balagh.analysis.redaction;

/** More things move through a medium, for longer, than can be stored. */
public final class TrackBudgetExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrackBudgetExceededException() {
        super("more is to be hidden than can be remembered");
    }
}
