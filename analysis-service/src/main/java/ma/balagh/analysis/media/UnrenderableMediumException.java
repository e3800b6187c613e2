package ma.balagh.analysis.media;

import java.util.List;
import java.util.Optional;

/** A medium can be read and yet not be rendered: a result, not a failure. */
public final class UnrenderableMediumException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why; names are stable. */
    public enum Reason {
        /** Only heard, and its sound is to be removed. */
        NOTHING_LEFT,
        TOO_LARGE,
        TOO_SLOW,
        NOT_ENCODED,
        /** Two passes over the same bytes did not see the same pictures: no plan of the first one fits the second. */
        DIFFERENT_PICTURES
    }

    private final Reason reason;

    /** @serial what the tools said about it; may be empty */
    private final String complaint;

    UnrenderableMediumException(Reason reason, List<String> complaints) {
        super(reason + (complaints.isEmpty() ? "" : ": " + complaints.getFirst()));
        this.reason = reason;
        this.complaint = complaints.isEmpty() ? "" : complaints.getFirst();
    }

    public UnrenderableMediumException(Reason reason) {
        this(reason, List.of());
    }

    public Reason reason() {
        return reason;
    }

    /** What the tools said about it, in their words. */
    public Optional<String> complaint() {
        return complaint.isEmpty() ? Optional.empty() : Optional.of(complaint);
    }
}
