package ma.balagh.analysis.media;

/** The bytes are no medium that we read: a result, not a failure. The message says why, for people. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    public Unreadable(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
