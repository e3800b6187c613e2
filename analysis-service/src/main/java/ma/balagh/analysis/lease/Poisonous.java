package ma.balagh.analysis.lease;

/** Work failed in a way that only the work explains: nothing that it needs was away. */
public final class Poisonous extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Poisonous(Throwable cause) {
        super(String.valueOf(cause), cause);
    }
}
