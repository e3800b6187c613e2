package ma.balagh.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to send something. */
public sealed interface PostOutcome {

    /**
     * The server answered, whatever that means to who sends.
     *
     * @param retryAfter how long it asks to wait
     */
    record Answered(int status, @Nullable Duration retryAfter) implements PostOutcome {}

    /** Nobody answered, or nobody was asked. */
    record NotAnswered(FetchReason reason) implements PostOutcome {}
}
