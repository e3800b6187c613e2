package ma.balagh.analysis.examination;

/** This worker was too slow to be heard of, and its examination is somebody else's. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
