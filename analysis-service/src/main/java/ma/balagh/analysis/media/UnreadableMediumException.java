package ma.balagh.analysis.media;

import java.util.List;
import java.util.Optional;

/** The bytes are no medium that we read: a result, not a failure. The message says why, for people. */
public final class UnreadableMediumException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why; names are stable. */
    public enum Reason {
        NO_MEDIUM("It is none of the accepted containers"),
        TOO_SLOW_TO_DESCRIBE("Reading its container took too long"),
        TOO_LONG_A_DESCRIPTION("Its container describes more than is read of one medium"),
        TOO_MANY_PIXELS("Its picture claims more pixels than are decoded"),
        NOTHING_TO_SEE_OR_HEAR("It has neither a picture nor a sound"),
        NO_FRAME("Not one frame could be decoded"),
        NO_SOUND("Its sound could not be decoded"),
        TOO_SLOW_TO_DECODE("Decoding its first frame took too long");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** For people, in English. */
        public String sentence() {
            return sentence;
        }
    }

    private final Reason reason;

    /** @serial what the tools said about it; may be empty */
    private final String complaint;

    public UnreadableMediumException(Reason reason, List<String> complaints) {
        super(complaints.isEmpty() ? reason.sentence : reason.sentence + ": " + complaints.getFirst());
        this.reason = reason;
        this.complaint = complaints.isEmpty() ? "" : complaints.getFirst();
    }

    public UnreadableMediumException(Reason reason) {
        this(reason, List.of());
    }

    public Reason reason() {
        return reason;
    }

    /** What the tools said about it, in their words. */
    public Optional<String> complaint() {
        return complaint.isEmpty() ? Optional.empty() : Optional.of(complaint);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
