package ma.balagh.analysis.rendition;

/** This worker was too slow to be heard of, and its rendition is somebody else's. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
