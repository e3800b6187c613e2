package ma.balagh.intake.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.http.Caller;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Roles;
import org.jboss.resteasy.reactive.RestResponse;

/** Answering many reports at once that stand in no dossier: all of them or none. */
@Path("/api/v1/reports/answers")
@Produces(MediaType.APPLICATION_JSON)
class HandAnswerResource {

    /** @param answered how many reports */
    record Answered(int answered) {}

    private final HandAnswerService answers;
    private final Caller caller;
    private final IdempotencyService keys;

    HandAnswerResource(HandAnswerService answers, Caller caller, IdempotencyService keys) {
        this.answers = answers;
        this.caller = caller;
        this.keys = keys;
    }

    @POST
    @RolesAllowed(Roles.INTAKE_OFFICER)
    public RestResponse<Answered> answer(@NotNull AnswerReports command) {
        AnswerReports.Accepted accepted = command.accepted();
        return keys.once(command, () -> RestResponse.ok(new Answered(answers.give(accepted, caller.name()))));
    }
}
