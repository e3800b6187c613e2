package ma.balagh.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps exceptions to a Problem, those of the framework included. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    RestResponse<Problem> problem(ProblemException e, UriInfo uri) {
        return Problem.response(e, Problem.instance(uri.getRequestUri()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalid(ConstraintViolationException e, UriInfo uri) {
        return ConstraintViolationMapper.violations(e)
                .map(violations -> problem(CommonProblem.invalid(violations), uri))
                .orElseGet(() -> unexpected(e, uri));
    }

    @ServerExceptionMapper
    RestResponse<Problem> mismatched(MismatchedInputException e, UriInfo uri) {
        return problem(JsonFaultMapper.problem(e), uri);
    }

    /** A body that nests too deep, or whose numbers or names are too long; nothing that we write is such. */
    @ServerExceptionMapper
    RestResponse<Problem> excessive(StreamConstraintsException e, UriInfo uri) {
        return problem(JsonFaultMapper.problem(e), uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unauthorized(UnauthorizedException e, UriInfo uri) {
        return challenge("Bearer", "send a bearer token", uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unauthorized(AuthenticationFailedException e, UriInfo uri) {
        return challenge("Bearer error=\"invalid_token\"", "the bearer token is expired or not valid here", uri);
    }

    @ServerExceptionMapper
    RestResponse<Problem> forbidden(ForbiddenException e, UriInfo uri) {
        return problem(CommonProblem.FORBIDDEN.because("none of your roles may do this"), uri);
    }

    /** What JAX-RS itself refuses: unknown paths, methods, media types, parameters and bodies. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e, UriInfo uri, HttpHeaders headers) {
        int status = e.getResponse().getStatus();
        if (e instanceof ResteasyReactiveClientProblem || status >= 500) {
            return unexpected(e, uri).toResponse();
        }
        if (status < 400) {
            return e.getResponse();
        }
        Response problem = problem(refusal(e, status, headers), uri).toResponse();
        return e.getResponse().getHeaders().containsKey(HttpHeaders.ALLOW)
                ? Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, e.getResponse().getHeaderString(HttpHeaders.ALLOW))
                        .build()
                : problem;
    }

    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Throwable e, UriInfo uri) {
        return switch (RootCause.of(e)) {
            case OUTAGE -> {
                LOG.warnf("a dependency is away: %s", e.toString());
                yield problem(CommonProblem.UNAVAILABLE.because("try again soon"), uri);
            }
            case RACE -> problem(CommonProblem.CONFLICT.because("somebody was faster: read it again"), uri);
            case FAULT -> {
                LOG.error("unexpected failure of a request", e);
                yield problem(
                        CommonProblem.INTERNAL_ERROR.because("it is logged, with the trace of this request"), uri);
            }
        };
    }

    private static ProblemException refusal(WebApplicationException e, int status, HttpHeaders headers) {
        return switch (e.getCause()) {
            case ProblemException problem -> problem;
            case JacksonException json -> JsonFaultMapper.problem(json);
            case null, default ->
                (status == 400 || status == 415) && ContentTypeReader.isMalformed(headers)
                        ? ContentTypeReader.malformed()
                        : of(status).because(detail(status));
        };
    }

    private static ProblemType of(int status) {
        return Arrays.stream(CommonProblem.values())
                .filter(problem -> problem.status() == status)
                .findFirst()
                .orElse(CommonProblem.BAD_REQUEST);
    }

    private static String detail(int status) {
        return switch (status) {
            case 401 -> "send a valid bearer token";
            case 403 -> "none of your roles may do this";
            case 404 -> "no resource has this address";
            case 405 -> "see the header Allow";
            case 406 -> "ask for application/json";
            case 413 -> "send less";
            case 415 -> "see the interface description for the accepted media types";
            default -> "see the interface description";
        };
    }

    private RestResponse<Problem> challenge(String challenge, String detail, UriInfo uri) {
        RestResponse<Problem> problem = problem(CommonProblem.UNAUTHORIZED.because(detail), uri);
        problem.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return problem;
    }
}
