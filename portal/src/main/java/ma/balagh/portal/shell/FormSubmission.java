package ma.balagh.portal.shell;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.balagh.portal.upstream.FormRefusal;
import ma.balagh.portal.upstream.ServiceProblemException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * The submission of a form: when it is refused, the page is shown again with what was typed, and each violation beside
 * its field. Needs no script.
 */
public final class FormSubmission {

    private static final int UNAVAILABLE = 503;

    private FormSubmission() {}

    /**
     * @param fields of the form, by the names that services have for them
     * @param again the page with the form as it was sent
     */
    public static Response of(
            Set<String> fields, Supplier<Response> attempt, Function<FormRefusal, TemplateInstance> again) {
        try {
            return attempt.get();
        } catch (ServiceProblemException refused) {
            if (refused.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                throw refused;
            }
            return shown(refused.status(), again.apply(FormRefusal.of(refused, fields)));
        } catch (FormInputParser.WrongInput unreadable) {
            return shown(
                    Response.Status.BAD_REQUEST.getStatusCode(),
                    again.apply(FormRefusal.unreadable(unreadable.field(), fields)));
        } catch (ProcessingException | CircuitBreakerOpenException away) {
            return shown(UNAVAILABLE, again.apply(FormRefusal.away()));
        }
    }

    private static Response shown(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .entity(page.render())
                .build();
    }
}
