package ma.balagh.analysis.credentials;

/** The credentials are not valid, with the status code of the C2PA specification 2.2, 15.2.2. */
final class CredentialRejectedException extends Exception {

    private static final long serialVersionUID = 1;

    private final CredentialsStatement statement;
    private final String code;
    private final String feature;

    private CredentialRejectedException(CredentialsStatement statement, String code, String feature) {
        super(code);
        this.statement = statement;
        this.code = code;
        this.feature = feature;
    }

    static CredentialRejectedException malformed(String code) {
        return new CredentialRejectedException(CredentialsStatement.MALFORMED, code, "");
    }

    static CredentialRejectedException signature(String code) {
        return new CredentialRejectedException(CredentialsStatement.SIGNATURE_INVALID, code, "");
    }

    static CredentialRejectedException assertion(String code) {
        return new CredentialRejectedException(CredentialsStatement.ASSERTION_MISMATCH, code, "");
    }

    static CredentialRejectedException changed(String code) {
        return new CredentialRejectedException(CredentialsStatement.CHANGED_AFTER_SIGNING, code, "");
    }

    static CredentialRejectedException history(String code) {
        return new CredentialRejectedException(CredentialsStatement.HISTORY_CHANGED, code, "");
    }

    /** What the specification knows and this does not. */
    static CredentialRejectedException unsupported(String code, String feature) {
        return new CredentialRejectedException(CredentialsStatement.UNSUPPORTED, code, feature);
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
