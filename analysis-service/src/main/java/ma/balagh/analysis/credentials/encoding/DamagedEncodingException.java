package ma.balagh.analysis.credentials.encoding;

/** The bytes are malformed, end too early, or exceed a limit. */
public final class DamagedEncodingException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean isLimit;

    public DamagedEncodingException(String why) {
        this(why, false);
    }

    private DamagedEncodingException(String why, boolean isLimit) {
        super(why);
        this.isLimit = isLimit;
    }

    /** Perhaps nothing is wrong, but there is more than we look at. */
    public static DamagedEncodingException tooMuch(String why) {
        return new DamagedEncodingException(why, true);
    }

    public boolean isLimit() {
        return isLimit;
    }
}
