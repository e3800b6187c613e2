package ma.balagh.intake.answer;

import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.INTAKE_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading and editing what answers say. */
@Path("/api/v1/answer-texts")
@Produces(MediaType.APPLICATION_JSON)
class AnswerTextResource {

    private static final int LONGEST_KEY = 100;

    private final AnswerTexts texts;
    private final Caller caller;
    private final Preconditions preconditions;

    AnswerTextResource(AnswerTexts texts, Caller caller, Preconditions preconditions) {
        this.texts = texts;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    @GET
    @RolesAllowed({INTAKE_OFFICER, COMMANDER, AUDITOR})
    public Page<TextVersion> list() {
        return new Page<>(texts.current(), null);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({INTAKE_OFFICER, COMMANDER, AUDITOR})
    public RestResponse<TextVersion> read(@Size(max = LONGEST_KEY) String key) {
        TextVersion text = existing(key);
        return preconditions.tagged(Preconditions.tag(text.version()), () -> text);
    }

    @GET
    @Path("/{key}/versions")
    @RolesAllowed({INTAKE_OFFICER, COMMANDER, AUDITOR})
    public Page<TextVersion> versions(@Size(max = LONGEST_KEY) String key, @BeanParam PageRequest request) {
        return texts.versions(existing(key).key(), request);
    }

    @PUT
    @Path("/{key}")
    @RolesAllowed({INTAKE_OFFICER, COMMANDER})
    public RestResponse<TextVersion> edit(@Size(max = LONGEST_KEY) String key, EditText command) {
        AnswerText text = command.checked();
        TextVersion edited = texts.edit(
                existing(key).key(),
                text,
                caller,
                current -> preconditions.requireMatch(Preconditions.tag(current.version())));
        return RestResponse.ResponseBuilder.ok(edited)
                .tag(Preconditions.tag(edited.version()))
                .build();
    }

    private TextVersion existing(String key) {
        return texts.current(key).orElseThrow(() -> CommonProblem.notFound("the text"));
    }
}
