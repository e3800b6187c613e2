package ma.balagh.intake.obtain;

/** Why there is no medium although something was fetched or read, in a sentence for people. */
enum MissingReason {
    NOT_A_MEDIUM("What the server sends is no video, picture or sound that is taken in."),
    PLATFORM_PLAYER("Only a player shows it and does not give it away."),
    PLAYLIST("The server has it in pieces only, of which no file that somebody published could be made."),
    NO_MEDIUM_ON_PAGE("The page shows no recording.");

    private final String sentence;

    MissingReason(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
