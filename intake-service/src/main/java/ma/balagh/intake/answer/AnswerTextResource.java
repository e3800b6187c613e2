package ma.balagh.intake.answer;

import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.INTAKE_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Preconditions;
import ma.balagh.intake.NationalSettingsGuard;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading and editing what answers say. */
@Path("/api/v1/answer-texts")
@Produces(MediaType.APPLICATION_JSON)
class AnswerTextResource {

    private static final int LONGEST_KEY = 100;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final AnswerTextService texts;
    private final Caller caller;
    private final Preconditions preconditions;
    private final NationalSettingsGuard national;

    AnswerTextResource(
            AnswerTextService texts, Caller caller, Preconditions preconditions, NationalSettingsGuard national) {
        this.texts = texts;
        this.caller = caller;
        this.preconditions = preconditions;
        this.national = national;
    }

    @GET
    @RolesAllowed({INTAKE_OFFICER, COMMANDER, AUDITOR})
    public Page<TextVersion> list() {
        return new Page<>(texts.withProposals(), null);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({INTAKE_OFFICER, COMMANDER, AUDITOR})
    public RestResponse<TextVersion> read(@Size(max = LONGEST_KEY) String key) {
        TextVersion text = existing(key);
        return preconditions.tagged(text.tag(), () -> text);
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
    @Operation(
            summary = "Propose what an answer says",
            description =
                    "In force when another person has confirmed it; for callers whose jurisdiction is the country.")
    @APIResponse(
            responseCode = "202",
            description = "Proposed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TextVersion.class)))
    @APIResponse(responseCode = "200", description = "It says that already")
    public RestResponse<TextVersion> propose(@Size(max = LONGEST_KEY) String key, EditText command) {
        AnswerText text = command.checked();
        String known = existing(key).key();
        national.require();
        TextVersion proposed = texts.propose(known, text, caller, current -> preconditions.requireMatch(current.tag()));
        boolean waits = proposed.proposal() != null;
        return RestResponse.ResponseBuilder.<TextVersion>create(waits ? ACCEPTED : OK)
                .entity(proposed)
                .tag(proposed.tag())
                .build();
    }

    @POST
    @Path("/{key}/proposals/{proposalId}/decision")
    @RolesAllowed({INTAKE_OFFICER, COMMANDER})
    @Operation(summary = "Put a proposed text into force, or refuse it; its author may only refuse it")
    @Parameter(ref = HttpHeaders.IF_MATCH)
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "412", description = "The text has changed since")
    @APIResponse(responseCode = "428", description = "No If-Match")
    public RestResponse<TextVersion> decide(
            @Size(max = LONGEST_KEY) String key, UUID proposalId, @Valid @NotNull DecideText command) {
        String known = existing(key).key();
        national.require();
        TextVersion decided = texts.decide(known, proposalId, command.decision(), caller, current -> {
            preconditions.requireStated();
            preconditions.requireMatch(current.tag());
        });
        return RestResponse.ResponseBuilder.ok(decided).tag(decided.tag()).build();
    }

    private TextVersion existing(String key) {
        return texts.current(key).orElseThrow(() -> CommonProblem.notFound("the text"));
    }
}
