package ma.balagh.portal.relevance;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import ma.balagh.portal.shell.Attempt;
import ma.balagh.portal.shell.Input;
import ma.balagh.portal.shell.Roles;
import ma.balagh.portal.upstream.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What a text would be scored. Nothing of it is kept. */
@Path("/items/terms/trial")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(Roles.INTAKE_OFFICER)
class TrialPages {

    private static final Set<String> FIELDS = Set.of("title", "text", "language");

    private final RelevanceService relevance;

    TrialPages(@RestClient RelevanceService relevance) {
        this.relevance = relevance;
    }

    /** @param outcome nothing before something was tried */
    @CheckedTemplate(basePath = "relevance", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrialPage(
            @Nullable String title,
            @Nullable String text,
            @Nullable String language,
            RelevanceService.@Nullable Assessment outcome,
            Refusal refusal)
            implements TemplateInstance {}

    @GET
    public TemplateInstance form() {
        return new TrialPage(null, null, null, null, Refusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assess(
            @RestForm @Nullable String title, @RestForm @Nullable String text, @RestForm @Nullable String language) {
        var tried = new RelevanceService.Text(Input.text(title), Input.text(text), Input.text(language));
        return Attempt.of(
                FIELDS,
                () -> Response.ok(new TrialPage(title, text, language, relevance.assess(tried), Refusal.NONE).render())
                        .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                        .build(),
                refusal -> new TrialPage(title, text, language, null, refusal));
    }
}
