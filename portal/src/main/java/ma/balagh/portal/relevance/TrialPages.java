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
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.FormSubmission;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.upstream.FormRefusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What a text would be scored. Nothing of it is kept. */
@Path("/items/terms/trial")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(PortalRoles.INTAKE_OFFICER)
class TrialPages {

    private static final Set<String> FIELDS = Set.of("title", "text", "language");

    private final RelevanceClient relevance;

    TrialPages(@RestClient RelevanceClient relevance) {
        this.relevance = relevance;
    }

    /** @param outcome nothing before something was tried */
    @CheckedTemplate(basePath = "relevance", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrialPage(
            @Nullable String title,
            @Nullable String text,
            @Nullable String language,
            RelevanceClient.@Nullable Assessment outcome,
            FormRefusal refusal)
            implements TemplateInstance {}

    @GET
    public TemplateInstance form() {
        return new TrialPage(null, null, null, null, FormRefusal.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assess(
            @RestForm @Nullable String title, @RestForm @Nullable String text, @RestForm @Nullable String language) {
        var tried = new RelevanceClient.Text(
                FormInputParser.text(title), FormInputParser.text(text), FormInputParser.text(language));
        return FormSubmission.of(
                FIELDS,
                () -> Response.ok(new TrialPage(title, text, language, relevance.assess(tried), FormRefusal.NONE)
                                .render())
                        .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                        .build(),
                refusal -> new TrialPage(title, text, language, null, refusal));
    }
}
