package ma.balagh.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The body of every error (RFC 9457), sent as {@code application/problem+json}.
 *
 * @param type {@code /problems/<slug>}
 * @param instance the path of the request
 * @param violations what is wrong, field by field; absent when no field is to blame
 */
@RegisterForReflection(targets = {Problem.class, Violation.class})
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final int UNAVAILABLE = 503;

    /** When to come again where the problem does not say it: each 503 does. */
    private static final Duration SOON = Duration.ofSeconds(5);

    static RestResponse<Problem> response(ProblemException cause, String instance) {
        ProblemType type = cause.type();
        Problem body = new Problem(
                "/problems/" + type.slug(), type.title(), type.status(), cause.detail(), instance, cause.violations());
        // By number: the enum of statuses lacks some, such as 422.
        var response = RestResponse.ResponseBuilder.<Problem>create(type.status())
                .entity(body)
                .header("Content-Type", MEDIA_TYPE);
        Duration wait = cause.retryAfter();
        if (wait == null && type.status() == UNAVAILABLE) {
            wait = SOON;
        }
        if (wait != null) {
            response.header("Retry-After", Math.max(1, wait.toSeconds()));
        }
        return response.build();
    }

    /** The path as the client wrote it, without the query, which may carry words that somebody searched for. */
    static String instance(URI request) {
        return request.getRawPath();
    }
}
