package ma.balagh.fetch;

/** Why trying again later would not help, unless a person has reason to think so. */
public enum UnobtainableReason implements FetchReason {
    NOT_FOUND("The server knows nothing at this address."),
    GONE("The server says that what was there is gone for good."),
    LOGIN_NEEDED("The server shows it only to those who log in."),
    FORBIDDEN("The server does not show it to us."),
    LEGAL_REASONS("The server withholds it for legal reasons."),
    UNEXPECTED_STATUS("The server answers with a status from which nothing can be fetched."),
    PAGE_INSTEAD_OF_MEDIUM("The server sends a web page where a medium should be."),
    EMPTY("The server sends nothing."),
    TOO_LARGE("It is larger than what is taken in."),
    ENCODED("The server compresses it although it was asked not to."),
    UNTRUSTED_CERTIFICATE("The server cannot prove that it is the one of this name."),
    TOO_MANY_REDIRECTS("The server sends us on more often than we follow."),
    REDIRECT_LOOP("The server sends us on in a circle.");

    private final String sentence;

    UnobtainableReason(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
