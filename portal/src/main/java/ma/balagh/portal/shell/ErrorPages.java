package ma.balagh.portal.shell;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.portal.upstream.ProblemKind;
import ma.balagh.portal.upstream.ProblemResponse;
import ma.balagh.portal.upstream.ServiceProblemException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;

/** What somebody sees when something does not work: our own page in their own language, or a part of it for htmx. */
final class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    private final Viewer viewer;
    private final StaleSessionHandler session;

    ErrorPages(Viewer viewer, StaleSessionHandler session) {
        this.viewer = viewer;
        this.session = session;
    }

    @CheckedTemplate(basePath = "shell", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ErrorPage(int status, ErrorKind kind, ProblemKind problemKind, ProblemResponse problem)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "shell", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProblemNote(ProblemKind kind, ProblemResponse problem) implements TemplateInstance {}

    @CheckedTemplate(basePath = "shell", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PublicErrorPage(int status, ErrorKind kind) implements TemplateInstance {}

    @ServerExceptionMapper
    Response notFound(NotFoundException exception) {
        return page(404, ErrorKind.NOT_FOUND);
    }

    @ServerExceptionMapper({ForbiddenException.class, jakarta.ws.rs.ForbiddenException.class})
    Response forbidden(Exception exception) {
        return page(403, ErrorKind.FORBIDDEN);
    }

    /** The login itself failed; without a login there is a redirect, not this page. */
    @ServerExceptionMapper({AuthenticationFailedException.class, AuthenticationCompletionException.class})
    Response loginFailed(RuntimeException exception) {
        return session.startAnew().orElseGet(() -> page(401, ErrorKind.UNAUTHORIZED));
    }

    @ServerExceptionMapper
    Response refused(ServiceProblemException exception) {
        int status = exception.status();
        return page(status, ErrorKind.of(status), exception.kind(), exception.problem());
    }

    /** The service could not be reached at all. */
    @ServerExceptionMapper
    Response away(ProcessingException exception) {
        LOG.warnf(
                "A service cannot be reached: %s",
                Stream.<Throwable>iterate(exception, Objects::nonNull, Throwable::getCause)
                        .map(ErrorPages::harmless)
                        .collect(Collectors.joining(", because of ")));
        return page(503, ErrorKind.AWAY);
    }

    /** What a client says may have the address, with a receipt or an inquiry in it; certificates and sockets know none. */
    private static String harmless(Throwable cause) {
        return cause instanceof GeneralSecurityException || cause instanceof ConnectException
                ? cause.toString()
                : cause.getClass().getName();
    }

    /** What was typed cannot be read. */
    @ServerExceptionMapper
    Response wrongInput(FormInputParser.WrongInput exception) {
        var field = ProblemResponse.Violation.malformed(exception.field());
        return page(400, ErrorKind.REFUSED, ProblemKind.INVALID, new ProblemResponse(null, null, null, List.of(field)));
    }

    /** It was not asked, because it did not answer just before. */
    @ServerExceptionMapper
    Response away(CircuitBreakerOpenException exception) {
        return page(503, ErrorKind.AWAY);
    }

    /** Everything that JAX-RS itself refuses: a method, a media type, a form without its token. */
    @ServerExceptionMapper
    Response refused(WebApplicationException exception) {
        int status = exception.getResponse().getStatus();
        return status < 400 ? exception.getResponse() : page(status, ErrorKind.of(status));
    }

    @ServerExceptionMapper
    Response failed(RuntimeException exception) {
        if (isOfUnreadableForm(exception)) {
            return page(400, ErrorKind.REFUSED);
        }
        LOG.error("A page failed", exception);
        return page(500, ErrorKind.FAILED);
    }

    /** RESTEasy has no exception of its own for a form that is malformed or has too many fields: only where it was thrown. */
    private static boolean isOfUnreadableForm(RuntimeException exception) {
        return Stream.of(exception.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(FormBodyHandler.class.getName()));
    }

    /** What is refused without an exception, such as a form without its anti-forgery token, is no blank page either. */
    @ServerResponseFilter
    void neverEmpty(ContainerResponseContext response) {
        int status = response.getStatus();
        if (status >= 400 && status != SessionExpiryChecker.STATUS && !response.hasEntity()) {
            Response page = page(status, ErrorKind.of(status));
            response.setEntity(page.getEntity(), null, page.getMediaType());
        }
    }

    private Response page(int status, ErrorKind kind) {
        return page(status, kind, ProblemKind.of(status), new ProblemResponse(null, null, null, List.of()));
    }

    private Response page(int status, ErrorKind kind, ProblemKind problemKind, ProblemResponse problem) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .entity(body(status, kind, problemKind, problem).render())
                .build();
    }

    private TemplateInstance body(int status, ErrorKind kind, ProblemKind problemKind, ProblemResponse problem) {
        if (viewer.isAtPublicPage()) {
            return new PublicErrorPage(status, kind);
        }
        return viewer.usesHtmx()
                ? new ProblemNote(problemKind, problem)
                : new ErrorPage(status, kind, problemKind, problem);
    }
}
