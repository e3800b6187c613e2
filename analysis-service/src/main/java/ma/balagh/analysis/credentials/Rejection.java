package ma.balagh.analysis.credentials;

/** Why credentials are not valid, by a code of the C2PA specification 2.2, 15.2.2. */
final class Rejection extends Exception {

    private static final long serialVersionUID = 1;

    private final CredentialsStatement statement;
    private final String code;
    private final String feature;

    private Rejection(CredentialsStatement statement, String code, String feature) {
        super(code);
        this.statement = statement;
        this.code = code;
        this.feature = feature;
    }

    static Rejection malformed(String code) {
        return new Rejection(CredentialsStatement.MALFORMED, code, "");
    }

    static Rejection signature(String code) {
        return new Rejection(CredentialsStatement.SIGNATURE_INVALID, code, "");
    }

    static Rejection assertion(String code) {
        return new Rejection(CredentialsStatement.ASSERTION_MISMATCH, code, "");
    }

    static Rejection changed(String code) {
        return new Rejection(CredentialsStatement.CHANGED_AFTER_SIGNING, code, "");
    }

    static Rejection history(String code) {
        return new Rejection(CredentialsStatement.HISTORY_CHANGED, code, "");
    }

    /** What the specification knows and this does not. */
    static Rejection unsupported(String code, String feature) {
        return new Rejection(CredentialsStatement.UNSUPPORTED, code, feature);
    }

    CredentialsStatement statement() {
        return statement;
    }

    String code() {
        return code;
    }

    String feature() {
        return feature;
    }
}
