package ma.balagh.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem (RFC 9457). Made by {@link ProblemType#because(String)}. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final String detail;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;

    ProblemException(ProblemType type, String detail, List<Violation> violations) {
        this(type, detail, violations, null);
    }

    private ProblemException(
            ProblemType type, String detail, List<Violation> violations, @Nullable Duration retryAfter) {
        super(type.slug() + ": " + detail);
        this.type = type;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** The same problem with a {@code Retry-After} header, in whole seconds. */
    public ProblemException retryAfter(Duration delay) {
        return new ProblemException(type, detail, violations, delay);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<Violation> violations() {
        return violations;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
