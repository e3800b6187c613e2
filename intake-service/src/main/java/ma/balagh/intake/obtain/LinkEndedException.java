package ma.balagh.intake.obtain;

/** A link that followed another one follows it no more: another replica or a person has ended it, and nothing is written. */
final class LinkEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
