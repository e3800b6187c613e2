package ma.balagh.analysis.lease;

/** This worker was too slow to be heard of, and what it held is somebody else's. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
