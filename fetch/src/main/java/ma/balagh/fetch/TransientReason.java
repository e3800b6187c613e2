package ma.balagh.fetch;

/** Why trying again later may help. */
public enum TransientReason implements FetchReason {
    NAME_NOT_RESOLVED("The host's name has no address at present."),
    NOT_REACHED("No connection to the server could be made."),
    TLS_FAILED("No encrypted connection to the server could be agreed on."),
    NO_ANSWER("The server did not answer in time."),
    BROKEN_ANSWER("The server's answer is not HTTP as it should be."),
    CUT("The connection ended before the medium did."),
    TOO_SLOW("The server sends so slowly that the connection was given up."),
    OUT_OF_TIME("The time for one attempt was over."),
    NOT_READY("The server says that it is not ready yet."),
    TOO_MANY_REQUESTS("The server asks for fewer requests."),
    SERVER_FAILED("The server failed."),
    NOT_STORED("The bytes arrived, but could not be written here."),
    FETCHER_FAILED("The fetcher failed in a way that was not foreseen.");

    private final String sentence;

    TransientReason(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
