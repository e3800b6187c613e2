package ma.balagh.fetch;

import ma.balagh.http.ViolationCode;

/** Why an address is never fetched. */
public enum RefusalReason implements FetchReason {
    MALFORMED(
            ViolationCode.NOT_AN_ADDRESS,
            "The address is not written as RFC 3986 asks, so that two readers could understand it differently."),
    TOO_LONG(ViolationCode.NOT_AN_ADDRESS, "The address is longer than any that is fetched."),
    OTHER_SCHEME(ViolationCode.NOT_AN_ADDRESS, "Only http and https are fetched."),
    USERINFO(ViolationCode.WITH_PASSWORD, "An address that carries a user name or a password is not fetched."),
    AMBIGUOUS_HOST(ViolationCode.NOT_PUBLIC, "The host is a number in a form that systems read differently."),
    LOCAL_NAME(ViolationCode.NOT_PUBLIC, "The host is a name that means something on a local network only."),
    NOT_PUBLIC(ViolationCode.NOT_PUBLIC, "The host leads to an address that is not part of the public internet."),
    OTHER_PORT(ViolationCode.OTHER_PORT, "The port is not one that media are fetched from.");

    private final ViolationCode code;
    private final String sentence;

    RefusalReason(ViolationCode code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** Of a field that holds such an address. */
    public ViolationCode code() {
        return code;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
