package ma.balagh.intake.obtain;

/** This replica was too slow to be heard of, or a person ended the link: nothing may be written for it any more. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
