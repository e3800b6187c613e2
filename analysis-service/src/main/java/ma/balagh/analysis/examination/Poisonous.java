package ma.balagh.analysis.examination;

/** Examining a medium failed in a way that only the medium explains: nothing that it needs was away. */
final class Poisonous extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Poisonous(Throwable cause) {
        super(String.valueOf(cause), cause);
    }
}
