package ma.balagh.intake.obtain;

import ma.balagh.fetch.FetchReason;

/**
 * Why a link is as it is.
 *
 * @param code a stable name
 * @param detail for people
 */
record FailureReason(String code, String detail) {

    private static final int LONGEST = 600;

    FailureReason {
        // A server's words, which the database must be able to keep.
        String kept = detail.replace('\0', '\uFFFD');
        detail = kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept;
    }

    /** @param detail what a server or a library said, perhaps empty */
    static FailureReason of(FetchReason reason, String detail) {
        return of(((Enum<?>) reason).name(), reason.sentence(), detail);
    }

    static FailureReason of(MissingReason reason, String detail) {
        return of(reason.name(), reason.sentence(), detail);
    }

    private static FailureReason of(String code, String sentence, String detail) {
        return new FailureReason(code, detail.isBlank() ? sentence : sentence + " (" + detail + ")");
    }
}
