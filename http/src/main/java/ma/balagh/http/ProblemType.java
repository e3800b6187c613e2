package ma.balagh.http;

import java.util.List;

/**
 * A kind of error that a client can recognise (RFC 9457). Each service has one enum of its own; what every service
 * can answer is in {@link CommonProblem}.
 *
 * <pre>{@code throw IntakeProblem.DIGEST_MISMATCH.because("the bytes have another SHA-256 than Repr-Digest says");}</pre>
 */
public interface ProblemType {

    /** The last part of {@code type}: {@code four-eyes} for {@code /problems/four-eyes}. */
    String slug();

    /** The HTTP status that the problem is answered with. */
    int status();

    /** A short summary that is the same for every occurrence. */
    String title();

    /** Ends the request with this problem; {@code detail} says why it happened this time, and is shown to the client. */
    default ProblemException because(String detail) {
        return because(detail, List.of());
    }

    /** The same, naming the fields at fault. */
    default ProblemException because(String detail, List<Violation> violations) {
        return new ProblemException(this, detail, violations);
    }
}
