package ma.balagh.http;

import java.util.List;

/** The problems that every service can answer. */
public enum CommonProblem implements ProblemType {
    BAD_REQUEST("bad-request", 400, "The request is not valid"),
    UNAUTHORIZED("unauthorized", 401, "A valid bearer token is needed"),
    FORBIDDEN("forbidden", 403, "Your role does not allow this"),
    NOT_FOUND("not-found", 404, "There is nothing here that you may see"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not offered here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types is offered"),
    CONFLICT("conflict", 409, "The request does not fit the present state"),
    PRECONDITION_FAILED("precondition-failed", 412, "It has changed since you read it"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This media type is not accepted here"),
    RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416, "The range lies outside the medium"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The idempotency key belongs to another request"),
    MATCH_REQUIRED("match-required", 428, "Say which version you have read"),
    PURPOSE_REQUIRED("purpose-required", 428, "Say why you look at this"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "More is asked for than is answered"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
    UNAVAILABLE("unavailable", 503, "A part that is needed for this is away");

    private final String slug;
    private final int status;
    private final String title;

    CommonProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** A 400 that names one field. */
    public static ProblemException invalid(Violation violation) {
        return invalid(List.of(violation));
    }

    /** A 400 that names each field at fault. */
    public static ProblemException invalid(List<Violation> violations) {
        return BAD_REQUEST.because("see the violations", violations);
    }

    /** A 404 for a thing that does not exist, or does not exist for the caller: nobody can tell which. */
    public static ProblemException notFound(String what) {
        return NOT_FOUND.because(what + " does not exist or is not yours to see");
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
