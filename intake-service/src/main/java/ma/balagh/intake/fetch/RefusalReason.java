package ma.balagh.intake.fetch;

/** Why an address is never fetched. */
public enum RefusalReason implements Reason {
    MALFORMED("The address is not written as RFC 3986 asks, so that two readers could understand it differently."),
    TOO_LONG("The address is longer than any that is fetched."),
    OTHER_SCHEME("Only http and https are fetched."),
    USERINFO("An address that carries a user name or a password is not fetched."),
    AMBIGUOUS_HOST("The host is a number in a form that systems read differently."),
    LOCAL_NAME("The host is a name that means something on a local network only."),
    NOT_PUBLIC("The host leads to an address that is not part of the public internet."),
    OTHER_PORT("The port is not one that media are fetched from.");

    private final String sentence;

    RefusalReason(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
