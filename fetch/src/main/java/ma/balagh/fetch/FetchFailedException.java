package ma.balagh.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a fetch; never leaves this package. */
final class FetchFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** More of a server's or a library's words is of no use to anybody. */
    private static final int LONGEST_DETAIL = 300;

    private final transient FetchReason reason;
    private final @Nullable Integer status;
    private final @Nullable Duration retryAfter;

    FetchFailedException(FetchReason reason, String detail) {
        this(reason, detail, null, null);
    }

    FetchFailedException(FetchReason reason, String detail, @Nullable Integer status, @Nullable Duration retryAfter) {
        super(detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail);
        this.reason = reason;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    FetchReason reason() {
        return reason;
    }

    String detail() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    @Nullable
    Integer status() {
        return status;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
